import { parseObjective } from '../../formula';
import { attributeOf, ParameterError, textOf, type ValuesOf } from '../parameters';

/** The sheet's function in its stable form: as printed, as a quotient of exponentials, it overflows float32 inside the start range. */
const SHEET_OBJECTIVE = 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)';

export const VIEWS = ['landscape', 'histogram', 'outcomes', 'basins', 'bifurcation'] as const;
export type ViewName = (typeof VIEWS)[number];

const theta = { minimum: -1e6, maximum: 1e6, scale: 'linear' } as const;
const rate = { minimum: 0, above: true, maximum: 1e6, scale: 'log' } as const;

/** The defaults reproduce the problem as it stands in the sheet. */
export const parameters = [
  {
    name: 'objective', type: 'formula', default: SHEET_OBJECTIVE, label: 'Function', control: 'shown',
    help: 'The function to descend, in one variable: theta, x, t or w.',
    takes: 'a formula in one variable (theta, x, t or w), such as x^4 - 3x^2 + x',
    check: (text: string) => void parseObjective(text),
  },
  {
    name: 'learningRates', type: 'numbers', default: [0.01, 0.3, 4], counts: [1, 12], ...rate, label: 'Learning rates', control: 'shown',
    help: 'One histogram for each, separated by spaces.',
  },
  {
    name: 'starts', type: 'integer', default: 10_000, minimum: 1, maximum: 4_194_304, scale: 'log', label: 'Starts', control: 'shown',
    help: 'How many points gradient descent starts from, at every learning rate.',
  },
  {
    name: 'iterations', type: 'integer', default: 1000, minimum: 1, maximum: 1_000_000, scale: 'log', label: 'Iterations', control: 'shown',
    help: 'How many steps each run makes.',
  },
  { name: 'low', type: 'number', default: -5, ...theta, label: 'Starts from', control: 'shown', help: 'The left end of the range of starts.' },
  { name: 'high', type: 'number', default: 20, ...theta, label: 'to', control: 'shown', help: 'The right end of the range of starts.' },
  {
    name: 'sampling', type: 'choice', default: 'random', choices: ['random', 'grid'], label: 'Sampling', control: 'more',
    help: 'Starts drawn at random from the seed, or midpoints of an even grid.',
  },
  {
    name: 'seed', type: 'integer', default: 1, minimum: 0, maximum: 4_294_967_295, scale: 'linear', label: 'Seed', control: 'more',
    help: 'The same seed draws the same starts, on both engines.',
  },
  {
    name: 'tolerance', type: 'number', default: 0.001, minimum: 0, above: true, maximum: 1, scale: 'log', label: 'Tolerance', control: 'more',
    help: 'A run has converged when it ends this close to a minimum.',
  },
  {
    name: 'bound', type: 'number', default: 1_000_000, minimum: 0, above: true, maximum: 1e12, scale: 'log', label: 'Bound', control: 'more',
    help: 'A run has diverged once its iterate is larger than this.',
  },
  {
    name: 'rateLow', type: 'number', default: 0.001, ...rate, label: 'Rates from', control: 'more',
    help: 'The lowest learning rate of the pictures that sweep over rates.',
  },
  {
    name: 'rateHigh', type: 'number', default: 5, ...rate, label: 'Rates to', control: 'more',
    help: 'The highest learning rate of the pictures that sweep over rates.',
  },
  {
    name: 'views', type: 'choices', default: VIEWS, choices: VIEWS, label: 'Views', control: 'none',
    help: 'Which pictures are computed and shown.',
  },
  {
    name: 'selectedRate', type: 'optional-number', default: null, ...rate, label: 'Shown rate', control: 'none', view: 'landscape',
    help: 'The learning rate that the landscape shows; the first of the list if nothing is said.',
  },
  {
    name: 'selectedStart', type: 'optional-number', default: null, ...theta, label: 'Followed start', control: 'none', view: 'landscape',
    help: 'The start whose run is followed in the landscape.',
  },
  {
    name: 'iteration', type: 'integer', default: 0, minimum: 0, maximum: 1_000_000, scale: 'linear', label: 'Iteration', control: 'none', view: 'none',
    help: 'The iteration at which the landscape shows the population.',
  },
  {
    name: 'basinsWindow', type: 'numbers', default: [], counts: [4, 4], allowEmpty: true, ...theta, label: 'Basins shown', control: 'none', view: 'basins',
    help: 'The part of the basins picture that is shown: lowest and highest start, lowest and highest rate.',
  },
  {
    name: 'bifurcationWindow', type: 'numbers', default: [], counts: [4, 4], allowEmpty: true, ...theta, label: 'Bifurcation shown', control: 'none', view: 'bifurcation',
    help: 'The part of the bifurcation picture that is shown: lowest and highest iterate, lowest and highest rate.',
  },
] as const;

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
  const refuse = (name: keyof WideMinimaParameters, takes: string) => {
    throw new ParameterError(attributeOf(name), textOf(p[name]), takes);
  };
  if (!(p.low < p.high)) refuse('low', `a number below high, which is ${p.high}`);
  if (Math.fround(p.low) === Math.fround(p.high)) refuse('low', `a number that float32 can tell from high, which is ${p.high}`);
  if (!(p.rateLow < p.rateHigh)) refuse('rateLow', `a number below rate-high, which is ${p.rateHigh}`);
  if (p.bound <= Math.max(Math.abs(p.low), Math.abs(p.high))) refuse('bound', `a number above every start, which lie from ${p.low} to ${p.high}`);
  if (p.iteration > p.iterations) refuse('iteration', `a whole number from 0 to iterations, which is ${p.iterations}`);
  if (p.selectedStart !== null && Math.abs(p.selectedStart) > p.bound) refuse('selectedStart', `a number within the bound, which is ${p.bound}`);
  for (const name of ['basinsWindow', 'bifurcationWindow'] as const) {
    const w = windowOf(p, name);
    if (!(w.low < w.high && 0 < w.rateLow && w.rateLow < w.rateHigh)) refuse(name, 'four numbers: low, high, rate low, rate high, each low below its high and the rates above 0');
  }
}
