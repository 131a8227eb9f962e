import { parseObjective } from '../../formula';
import { wideMinimaWords as say } from '../../words/wide-minima';
import type { Message } from '../../words/words';
import { attributeOf, ParameterError, textOf, worded, type ValuesOf } from '../parameters';

/** The sheet's function in its stable form: as printed, as a quotient of exponentials, it overflows float32 inside the start range. */
const SHEET_OBJECTIVE = 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)';

export const VIEWS = ['landscape', 'histogram', 'outcomes', 'basins', 'bifurcation'] as const;
export type ViewName = (typeof VIEWS)[number];

const theta = { minimum: -1e6, maximum: 1e6, scale: 'linear' } as const;
const rate = { minimum: 0, above: true, maximum: 1e6, scale: 'log' } as const;

/** The defaults reproduce the problem as it stands in the sheet. */
export const parameters = worded(say, [
  {
    name: 'objective',
    type: 'formula',
    default: SHEET_OBJECTIVE,
    control: 'shown',
    takes: say.later('objective.takes'),
    check: (text: string) => void parseObjective(text),
  },
  { name: 'learningRates', type: 'numbers', default: [0.01, 0.3, 4], counts: [1, 12], ...rate, control: 'shown' },
  { name: 'starts', type: 'integer', default: 10_000, minimum: 1, maximum: 4_194_304, scale: 'log', control: 'shown' },
  {
    name: 'iterations',
    type: 'integer',
    default: 1000,
    minimum: 1,
    maximum: 1_000_000,
    scale: 'log',
    control: 'shown',
  },
  { name: 'low', type: 'number', default: -5, ...theta, control: 'shown' },
  { name: 'high', type: 'number', default: 20, ...theta, control: 'shown' },
  { name: 'sampling', type: 'choice', default: 'random', choices: ['random', 'grid'], control: 'more' },
  { name: 'seed', type: 'integer', default: 1, minimum: 0, maximum: 4_294_967_295, scale: 'linear', control: 'more' },
  {
    name: 'tolerance',
    type: 'number',
    default: 0.001,
    minimum: 0,
    above: true,
    maximum: 1,
    scale: 'log',
    control: 'more',
  },
  {
    name: 'bound',
    type: 'number',
    default: 1_000_000,
    minimum: 0,
    above: true,
    maximum: 1e12,
    scale: 'log',
    control: 'more',
  },
  { name: 'rateLow', type: 'number', default: 0.001, ...rate, control: 'more' },
  { name: 'rateHigh', type: 'number', default: 5, ...rate, control: 'more' },
  { name: 'views', type: 'choices', default: VIEWS, choices: VIEWS, control: 'none' },
  { name: 'selectedRate', type: 'optional-number', default: null, ...rate, control: 'none', view: 'landscape' },
  { name: 'selectedStart', type: 'optional-number', default: null, ...theta, control: 'none', view: 'landscape' },
  {
    name: 'iteration',
    type: 'integer',
    default: 0,
    minimum: 0,
    maximum: 1_000_000,
    scale: 'linear',
    control: 'none',
    view: 'none',
  },
  {
    name: 'basinsWindow',
    type: 'numbers',
    default: [],
    counts: [4, 4],
    allowEmpty: true,
    ...theta,
    control: 'none',
    view: 'basins',
  },
  {
    name: 'bifurcationWindow',
    type: 'numbers',
    default: [],
    counts: [4, 4],
    allowEmpty: true,
    ...theta,
    control: 'none',
    view: 'bifurcation',
  },
]);

export type WideMinimaParameters = ValuesOf<typeof parameters>;

/** A rectangle of a picture over the learning rate. */
export interface RateWindow {
  low: number;
  high: number;
  rateLow: number;
  rateHigh: number;
}

/** The window that the four numbers of an attribute stand for; without numbers, the whole picture. */
export function windowOf(p: WideMinimaParameters, name: 'basinsWindow' | 'bifurcationWindow'): RateWindow {
  if (p[name].length === 0) return homeOf(p);
  const [low, high, rateLow, rateHigh] = p[name];
  return { low, high, rateLow, rateHigh };
}

/** The whole picture: the range of starts by the range of learning rates. */
export function homeOf({ low, high, rateLow, rateHigh }: WideMinimaParameters): RateWindow {
  return { low, high, rateLow, rateHigh };
}

/** Refuses values that are each fine but do not go together. */
export function check(p: WideMinimaParameters): void {
  const refuse = (name: keyof WideMinimaParameters, takes: Message) => {
    throw new ParameterError(attributeOf(name), textOf(p[name]), takes);
  };
  if (!(p.low < p.high)) refuse('low', say.later('lowTakes', { high: String(p.high) }));
  if (Math.fround(p.low) === Math.fround(p.high)) refuse('low', say.later('lowTakesFloat32', { high: String(p.high) }));
  if (!(p.rateLow < p.rateHigh)) refuse('rateLow', say.later('rateLowTakes', { rateHigh: String(p.rateHigh) }));
  if (p.bound <= Math.max(Math.abs(p.low), Math.abs(p.high)))
    refuse('bound', say.later('boundTakes', { low: String(p.low), high: String(p.high) }));
  if (p.iteration > p.iterations)
    refuse('iteration', say.later('iterationTakes', { iterations: String(p.iterations) }));
  if (p.selectedStart !== null && Math.abs(p.selectedStart) > p.bound)
    refuse('selectedStart', say.later('selectedStartTakes', { bound: String(p.bound) }));
  for (const name of ['basinsWindow', 'bifurcationWindow'] as const) {
    const w = windowOf(p, name);
    if (!(w.low < w.high && 0 < w.rateLow && w.rateLow < w.rateHigh)) refuse(name, say.later('windowTakes'));
  }
}
