import { MAXIMUM_MINIMA, type Bins, type DescendTask, type Engine, type RunOptions } from '../../engine/contract';
import { compileInterval, compileScalar, toMathML, type Objective } from '../../formula';
import { findStationary, TooManyPoints, type StationaryPoint } from '../../math/stationary';
import { defineMessages, type Message } from '../../messages';
import type { Experiment, ResultBase } from '../experiment';
import {
  attributeOf,
  choice,
  choices,
  formula,
  integer,
  number,
  numbers,
  ParameterError,
  type ValuesOf,
} from '../parameters';

/** The sheet's function in its stable form: as printed, as a quotient of exponentials, it overflows float32 inside the start range. */
const SHEET_OBJECTIVE = 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)';

const VIEWS = ['landscape', 'histogram', 'outcomes', 'basins', 'bifurcation'] as const;

const anywhere = { minimum: -1e6, maximum: 1e6 };
const rate = { minimum: 0, above: true, maximum: 1e6 };

const objective = formula('objective', {
  label: 'Function',
  help: 'The function to descend, in one variable: theta, x, t or w.',
  default: SHEET_OBJECTIVE,
  variables: 'one variable (theta, x, t or w)',
  example: 'x^4 - 3x^2 + x',
});

/** The defaults reproduce the problem as it stands in the sheet. */
const parameters = [
  objective,
  numbers('learningRates', {
    label: 'Learning rates',
    help: 'Separate by spaces; each gets its own histogram.',
    default: [0.01, 0.3, 4],
    count: [1, 12],
    ...rate,
  }),
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
  number('low', { label: 'Starts from', help: 'The left end of the range of starts.', default: -5, ...anywhere }),
  number('high', { label: 'to', help: 'The right end of the range of starts.', default: 20, ...anywhere }),
  choice('sampling', {
    label: 'Sampling',
    help: 'Starts drawn at random from the seed, or midpoints of an even grid.',
    default: 'random',
    choices: ['random', 'grid'],
    control: 'more',
  }),
  integer('seed', {
    label: 'Seed',
    help: 'The same seed draws the same starts, on every engine.',
    default: 1,
    minimum: 0,
    maximum: 4_294_967_295,
    control: 'more',
    quantity: 'seed',
  }),
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
  }),
  number('rateHigh', {
    label: 'Rates to',
    help: 'The highest learning rate of the pictures that sweep over rates.',
    default: 5,
    ...rate,
    control: 'more',
  }),
  choices('views', {
    label: 'Views',
    help: 'Which pictures are computed and shown.',
    default: VIEWS,
    choices: VIEWS,
    control: 'none',
  }),
  number('selectedRate', {
    label: 'Shown rate',
    help: 'The learning rate that the landscape shows; the first of the list by default.',
    default: 1,
    ...rate,
    control: 'none',
    view: 'landscape',
    quantity: 'learning-rate',
  }).optional(),
  number('selectedStart', {
    label: 'Followed start',
    help: 'The start whose run is followed in the landscape.',
    default: 0,
    ...anywhere,
    control: 'none',
    view: 'landscape',
  }).optional(),
  integer('iteration', {
    label: 'Iteration',
    help: 'The iteration at which the landscape shows the population.',
    default: 0,
    minimum: 0,
    maximum: 1_000_000,
    control: 'none',
    view: 'none',
  }),
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

export type WideMinimaParameters = ValuesOf<typeof parameters>;

const say = defineMessages('wide-minima', {
  below: 'a number below {attribute} (“{label}”), which is {value}',
  beyond: 'a number above {attribute} (“{label}”), which is {value}',
  toldApart: 'a number that float32 can tell from high, which is {high}',
  boundTakes: 'a number above every start, which lie from {low} to {high}',
  iterationTakes: 'a whole number from 0 to iterations, which is {iterations}',
  startTakes: 'a number within the bound, which is {bound}',
  windowTakes: 'four numbers: low, high, rate low, rate high, each low below its high and the rates above 0',
  countable:
    'a formula that is finite and has a countable number of stationary points between {low} and {high}; {reason}',
  notFinite: 'the function is not finite anywhere between {low} and {high}',
  tooManyPoints: 'more than {most} stationary points between {low} and {high}',
  tooManyMinima: 'a formula with at most {most} minima between low and high; this one has {minima}',
});

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

function check(p: WideMinimaParameters, _data: object, moved: ReadonlySet<string>): void {
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
  if (p.bound <= Math.max(Math.abs(p.low), Math.abs(p.high)))
    refuse('bound', say('boundTakes', { low: String(p.low), high: String(p.high) }));
  if (p.iteration > p.iterations) refuse('iteration', say('iterationTakes', { iterations: String(p.iterations) }));
  if (p.selectedStart !== null && Math.abs(p.selectedStart) > p.bound)
    refuse('selectedStart', say('startTakes', { bound: String(p.bound) }));
  for (const name of ['basinsWindow', 'bifurcationWindow'] as const) {
    const w = windowOf(p, name);
    if (!(w.low < w.high && 0 < w.rateLow && w.rateLow < w.rateHigh)) refuse(name, say('windowTakes'));
  }
}

/** Where the runs at one learning rate ended. */
export interface RatedRuns {
  learningRate: number;
  starts: number;
  /** Runs that converged, per minimum, in the order of the minima from left to right. */
  converged: number[];
  bounded: number;
  diverged: number;
  /** Median over the converged runs of the first iteration from which they stay within tolerance; null without any. */
  medianIterations: number | null;
}

export interface WideMinimaResult extends ResultBase<WideMinimaParameters> {
  /** Minima and maxima between low and high, ascending, each with its curvature and, where it is a minimum, its threshold 2/f″. */
  stationary: StationaryPoint[];
  /** For each learning rate, how many runs converged to which minimum, stayed bounded or diverged, and how soon they converged. */
  runs: RatedRuns[];
}

/** The parsed function and what is known of it. */
export interface WideMinimaProblem {
  parameters: WideMinimaParameters;
  objective: Objective;
  value: (theta: number) => number;
  stationary: StationaryPoint[];
  /** The minima among the stationary points, from left to right. */
  minima: StationaryPoint[];
  /** The part of a task that every picture shares. */
  task: Omit<DescendTask, 'learningRates'>;
}

export interface WideMinimaRun {
  result: WideMinimaResult;
  histogram: { counts: Uint32Array; bins: Bins };
}

/** The minima among stationary points, from left to right. */
export function minimaOf(stationary: readonly StationaryPoint[]): StationaryPoint[] {
  return stationary.filter((point) => point.kind === 'minimum');
}

function prepare(p: WideMinimaParameters): WideMinimaProblem {
  const read = objective.read(p.objective);
  const value = compileScalar(read.value, [read.variable]);
  const stationary = stationaryPoints(read, value, p);
  const minima = minimaOf(stationary);
  if (minima.length > MAXIMUM_MINIMA)
    throw objective.refuse(p.objective, say('tooManyMinima', { most: MAXIMUM_MINIMA, minima: minima.length }));
  const { iterations, tolerance, bound, sampling, starts, low, high, seed } = p;
  const task = {
    objective: p.objective,
    iterations,
    tolerance,
    bound,
    starts: { sampling, count: starts, low, high, seed },
    minima: minima.map(({ theta }) => theta),
  };
  return { parameters: p, objective: read, value, stationary, minima, task };
}

/** All stationary points of the objective between `low` and `high`, ascending. */
function stationaryPoints(
  { variable, gradient, curvature }: Objective,
  value: (theta: number) => number,
  p: WideMinimaParameters,
): StationaryPoint[] {
  try {
    const functions = {
      value,
      gradient: compileScalar(gradient, [variable]),
      curvature: compileScalar(curvature, [variable]),
      gradientInterval: compileInterval(gradient, variable),
      curvatureInterval: compileInterval(curvature, variable),
    };
    return findStationary(functions, p.low, p.high);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { low: String(p.low), high: String(p.high) };
    const reason =
      error instanceof TooManyPoints ? say('tooManyPoints', { ...range, most: error.most }) : say('notFinite', range);
    throw new ParameterError('objective', p.objective, say('countable', { ...range, reason }));
  }
}

/** Odd, so that minima at round numbers lie inside a bin and not on the edge of two. */
const HISTOGRAM_BINS = 151;

/** Gradient descent from every start at every listed learning rate. */
async function run(problem: WideMinimaProblem, engine: Engine, options: RunOptions): Promise<WideMinimaRun> {
  const { parameters: p, minima, stationary, task } = problem;
  const bins = { low: p.low, high: p.high, count: HISTOGRAM_BINS };
  const descent = await engine.descend({ ...task, learningRates: p.learningRates, histogram: bins }, options);
  const runs = p.learningRates.map((learningRate, i) => {
    const counts = Array.from(descent.counts.subarray(i * (minima.length + 2), (i + 1) * (minima.length + 2)));
    return {
      learningRate,
      starts: p.starts,
      converged: counts.slice(0, minima.length),
      bounded: counts[minima.length],
      diverged: counts[minima.length + 1],
      medianIterations: descent.medianIterations[i],
    };
  });
  return {
    result: { engine: descent.engine, parameters: p, stationary, runs },
    histogram: { counts: descent.histogram!, bins },
  };
}

/** Sharp and wide minima: which of them gradient descent ends in is decided by the learning rate (S2.P4). */
export const experiment: Experiment<WideMinimaParameters, WideMinimaProblem, WideMinimaRun> = {
  name: 'wide-minima',
  title: 'Wide and sharp minima',
  question:
    'This function has a sharp minimum near 0 and a wide one near 10. We run gradient descent from thousands of starting points. Where does it end, and what does the learning rate have to do with it?',
  parameters,
  check,
  // Fewer iterations than the one that is shown: the population goes back to its starts.
  follow: (name, value, { iteration }) => (name === 'iterations' && iteration > Number(value) ? { iteration: 0 } : {}),
  prepare,
  run,
  head: (p) => toMathML(objective.read(p.objective)),
  claims: async () => (await import('./claims')).claimsFor(SHEET_OBJECTIVE),
};
