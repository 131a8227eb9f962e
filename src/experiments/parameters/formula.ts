import { FormulaError, FUNCTION_NAMES, parseObjective, toMathML } from '../../formula';
import { defineMessages, wordsOf, type Message } from '../../messages';
import { curveOf } from './curve';
import { parameterMessages as say } from './error';
import { Parameter, type About, type Control, type FormulaExample } from './parameter';
import { text } from './text';

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

/**
 * A function of one variable, as formula text; `parseObjective` remembers what it has read. Its control shows it as it is typed,
 * and offers the parameter's own examples and those that every such parameter has.
 */
export function formula<const Name extends string>(
  name: Name,
  about: About<string> & { variables: Message; example: string; examples?: readonly FormulaExample[] },
): Parameter<Name, string> {
  const control: Control = {
    kind: 'formula',
    examples: [...(about.examples ?? []), ...EXAMPLES],
    functions: FUNCTION_NAMES,
    read(typed) {
      try {
        const objective = parseObjective(typed);
        return { markup: toMathML(objective), notes: objective.notes };
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        return { refused: wordsOf(error), position: error.position, length: error.length };
      }
    },
    curve: (text) => curveOf(parseObjective(text)),
  };
  const { type } = text(name, {
    ...about,
    takes: say('formula', { variables: about.variables, example: about.example }),
    check: (formula) => void parseObjective(formula),
    good: [about.example],
    bad: ['', ')(', 'x^^2', '1 +', 'import("x")', '𝒙', 'x; y', '('.repeat(4000)],
  });
  return new Parameter(name, { ...type, control }, about);
}
