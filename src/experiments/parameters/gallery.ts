import { parseObjective } from '../../formula';
import { defineMessages } from '../../messages';
import { curveOf } from './curve';
import type { FormulaExample, FormulaGallery } from './parameter';

const titles = defineMessages('functions', {
  parabola: 'A parabola',
  twoWells: 'Two wells',
  equalWells: 'Two equal wells',
  kink: 'A kink: the absolute value',
  flat: 'A flat bottom',
  huber: 'Huber’s loss',
  wells: 'Many wells',
  ripples: 'Ripples (Rastrigin)',
  waves: 'Waves',
  hollow: 'A hollow in a plain',
  walls: 'Steep walls',
  drop: 'A well beside a drop',
  pole: 'A pole at 0',
  positive: 'Defined above 0',
});

/** Functions to begin with, by their titles. */
const EXAMPLES: readonly FormulaExample[] = [
  { title: titles('parabola'), text: 'x^2/2' },
  { title: titles('twoWells'), text: 'x^4 - 3x^2 + x' },
  { title: titles('equalWells'), text: '(x^2 - 1)^2' },
  { title: titles('kink'), text: 'abs(x)' },
  { title: titles('flat'), text: 'x^4' },
  { title: titles('huber'), text: 'huber(x)' },
  { title: titles('wells'), text: 'x^2/20 + 2cos(2x)' },
  { title: titles('ripples'), text: 'x^2 + 10 - 10cos(2pi x)' },
  { title: titles('waves'), text: 'sin(x)' },
  { title: titles('hollow'), text: '-exp(-x^2)' },
  { title: titles('walls'), text: 'cosh(x) - 2x' },
  { title: titles('drop'), text: 'x^3 - 3x' },
  { title: titles('pole'), text: 'x + 1/x' },
  { title: titles('positive'), text: 'x ln(x)' },
];

/** A gallery of a parameter's own examples and those that every function has. */
export function galleryWith(own: readonly FormulaExample[]): FormulaGallery {
  return { examples: [...own, ...EXAMPLES], curve: (text) => curveOf(parseObjective(text)) };
}
