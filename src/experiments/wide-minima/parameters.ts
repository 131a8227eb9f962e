import { defineMessages, type Message } from '../../messages';
import {
  attributeOf,
  choice,
  defineParameterWords,
  integer,
  number,
  numbers,
  seed,
  type ValuesOf,
  views,
} from '../parameters';
import { formula } from '../parameters/formula';
import { optimizerList, readOptimizers } from '../parameters/optimizer';
import { schedule } from '../parameters/schedule';
import { shownIteration } from '../parameters/shown-iteration';
import { selectedRate } from '../parameters/shown-rate';

/** The sheet's function in its stable form: as printed, as a quotient of exponentials, it overflows float32 inside the start range. */
export const SHEET_OBJECTIVE = 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)';

const VIEWS = ['landscape', 'schedule', 'histogram', 'outcomes', 'basins', 'bifurcation'] as const;
const MOST_OPTIMIZERS = 6;

const anywhere = { minimum: -1e6, maximum: 1e6 };
const rate = { minimum: 0, above: true, maximum: 1e6 };

const say = defineMessages('wide-minima', {
  oneVariable: 'one variable',
  sharpAndWide: 'A sharp minimum and a wide one',
  below: 'a number below {attribute} (“{label}”), which is {value}',
  beyond: 'a number above {attribute} (“{label}”), which is {value}',
  toldApart: 'a number that float32 can tell from high, which is {high}',
  boundTakes: 'a number above every start, which lie from {low} to {high}',
  insideTakes: 'a number inside the bound (“Bound”, under “More settings”), which is {bound}',
  iterationTakes: 'a whole number from 0 to iterations, which is {iterations}',
  startTakes: 'a number within the bound, which is {bound}',
  optimizerTakes: 'a whole number below the number of optimizers, which is {count}',
  windowTakes: 'four numbers: low, high, rate low, rate high, each low below its high and the rates above 0',
});

export const objective = formula('objective', {
  label: 'Function',
  help: 'The function to descend, in one variable: x, theta or any other letter.',
  default: SHEET_OBJECTIVE,
  variables: say('oneVariable'),
  example: 'x^4 - 3x^2 + x',
  examples: [{ title: say('sharpAndWide'), text: SHEET_OBJECTIVE }],
});

/** The defaults reproduce the problem as it stands in the sheet; what is `auto` fits any other function. */
export const parameters = [
  objective,
  numbers('learningRates', {
    label: 'Learning rates',
    help: 'Separate by spaces; each gets its own histogram. By default they fit the function.',
    default: [0.01, 0.3, 4],
    count: [1, 12],
    ...rate,
  }).orAuto(),
  integer('starts', {
    label: 'Starts',
    help: 'How many points gradient descent starts from, at every learning rate.',
    default: 10_000,
    minimum: 1,
    maximum: 4_194_304,
    scale: 'log',
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps each run makes.',
    default: 1000,
    minimum: 1,
    maximum: 1_000_000,
    scale: 'log',
    quantity: 'iterations',
  }),
  optimizerList('optimizer', {
    help: 'One or more of gd, momentum 0.9, nesterov 0.9, adagrad, rmsprop 0.9 and adam 0.9 0.999, parted by semicolons: each gets a row of histograms.',
    most: MOST_OPTIMIZERS,
  }),
  schedule('schedule'),
  number('low', {
    label: 'Starts from',
    help: 'The left end of the range of starts; by default it fits the function.',
    default: -5,
    ...anywhere,
  }).orAuto(),
  number('high', {
    label: 'Starts to',
    help: 'The right end of the range of starts; by default it fits the function.',
    default: 20,
    ...anywhere,
  }).orAuto(),
  choice('sampling', {
    label: 'Sampling',
    help: 'Starts drawn at random from the seed, or midpoints of an even grid.',
    default: 'random',
    choices: ['random', 'grid'],
    control: 'more',
  }),
  seed('The same seed draws the same starts, on every engine.'),
  number('tolerance', {
    label: 'Tolerance',
    help: 'A run has converged when it ends this close to a minimum.',
    default: 0.001,
    minimum: 0,
    above: true,
    maximum: 1,
    control: 'more',
  }),
  number('bound', {
    label: 'Bound',
    help: 'A run counts as diverged once |θ| exceeds this.',
    default: 1_000_000,
    minimum: 0,
    above: true,
    maximum: 1e12,
    control: 'more',
  }),
  number('rateLow', {
    label: 'Rates from',
    help: 'The lowest learning rate of the pictures that sweep over rates.',
    default: 0.001,
    ...rate,
    control: 'more',
  }).orAuto(),
  number('rateHigh', {
    label: 'Rates to',
    help: 'The highest learning rate of the pictures that sweep over rates.',
    default: 5,
    ...rate,
    control: 'more',
  }).orAuto(),
  views('Which pictures are computed and shown.', VIEWS),
  selectedRate(rate, ['landscape', 'schedule', 'histogram']),
  integer('shownOptimizer', {
    label: 'Shown optimizer',
    help: 'Which of the optimizers the pictures show that have one at a time, counted from 0.',
    default: 0,
    minimum: 0,
    maximum: MOST_OPTIMIZERS - 1,
    control: 'none',
    view: ['landscape', 'schedule', 'outcomes', 'basins', 'bifurcation'],
  }),
  number('selectedStart', {
    label: 'Followed start',
    help: 'The start whose run is followed in the landscape.',
    default: 0,
    ...anywhere,
    control: 'none',
    view: 'landscape',
  }).optional(),
  shownIteration('The iteration at which the landscape shows the population.', 1_000_000),
  numbers('basinsWindow', {
    label: 'Basins shown',
    help: 'The part of the basins picture that is shown: lowest and highest start, lowest and highest rate.',
    default: [],
    count: [4, 4],
    allowEmpty: true,
    ...anywhere,
    control: 'none',
    view: 'basins',
  }),
  numbers('bifurcationWindow', {
    label: 'Bifurcation shown',
    help: 'The part of the bifurcation picture that is shown: lowest and highest iterate, lowest and highest rate.',
    default: [],
    count: [4, 4],
    allowEmpty: true,
    ...anywhere,
    control: 'none',
    view: 'bifurcation',
  }),
] as const;

// A refusal names the other end by its label, also where no element stands.
defineParameterWords('wide-minima', parameters);

/** What a page sets. */
export type WideMinimaSettings = ValuesOf<typeof parameters>;
/** What is computed with: `auto` has become numbers. */
export type WideMinimaParameters = {
  [Name in keyof WideMinimaSettings]: Exclude<WideMinimaSettings[Name], 'auto'>;
};

/** A rectangle of a picture over the learning rate. */
export interface RateWindow {
  low: number;
  high: number;
  rateLow: number;
  rateHigh: number;
}

/** The whole picture: the range of starts by the range of learning rates. */
export function homeOf({ low, high, rateLow, rateHigh }: WideMinimaParameters): RateWindow {
  return { low, high, rateLow, rateHigh };
}

/** The window that the four numbers of an attribute stand for; without numbers, the whole picture. */
export function windowOf(p: WideMinimaParameters, name: 'basinsWindow' | 'bifurcationWindow'): RateWindow {
  if (p[name].length === 0) return homeOf(p);
  const [low, high, rateLow, rateHigh] = p[name];
  return { low, high, rateLow, rateHigh };
}

/** Refuses values that are each fine but do not go together. */
export function check(p: WideMinimaParameters, _data: object, moved: ReadonlySet<string>): void {
  const refuse = (name: keyof WideMinimaParameters, takes: Message) => {
    throw parameters.find((one) => one.name === name)!.refuse(p[name], takes);
  };
  /** Two ends in the wrong order: the one that was moved is to blame. */
  const ordered = (low: 'low' | 'rateLow', high: 'high' | 'rateHigh') => {
    if (p[low] < p[high]) return;
    const isHighToBlame = moved.has(high) && !moved.has(low);
    const [blamed, other] = isHighToBlame ? [high, low] : [low, high];
    const label = { section: 'wide-minima', key: `${other}.label` };
    const values = { attribute: attributeOf(other), label, value: String(p[other]) };
    refuse(blamed, say(isHighToBlame ? 'beyond' : 'below', values));
  };
  ordered('low', 'high');
  if (Math.fround(p.low) === Math.fround(p.high)) refuse('low', say('toldApart', { high: String(p.high) }));
  ordered('rateLow', 'rateHigh');
  const far = Math.abs(p.low) > Math.abs(p.high) ? 'low' : 'high';
  if (p.bound <= Math.abs(p[far])) {
    const isEndToBlame = moved.has(far) && !moved.has('bound');
    if (isEndToBlame) refuse(far, say('insideTakes', { bound: String(p.bound) }));
    refuse('bound', say('boundTakes', { low: String(p.low), high: String(p.high) }));
  }
  const { length } = readOptimizers(p.optimizer);
  if (p.shownOptimizer >= length) refuse('shownOptimizer', say('optimizerTakes', { count: String(length) }));
  if (p.iteration > p.iterations) refuse('iteration', say('iterationTakes', { iterations: String(p.iterations) }));
  if (p.selectedStart !== null && Math.abs(p.selectedStart) > p.bound)
    refuse('selectedStart', say('startTakes', { bound: String(p.bound) }));
  for (const name of ['basinsWindow', 'bifurcationWindow'] as const) {
    const w = windowOf(p, name);
    if (!(w.low < w.high && 0 < w.rateLow && w.rateLow < w.rateHigh)) refuse(name, say('windowTakes'));
  }
}
