import { MAXIMUM_ELSEWHERE, MAXIMUM_MINIMA, type Bins, type DescendTask } from '../../engine/descend';
import { compileBlock, domainOf, parseObjective, type BlockFunction, type Objective } from '../../formula';
import { flatStretches, type FlatStretch } from '../../math/flat-stretches';
import { minimaOutside } from '../../math/minima-outside';
import { stationaryProblem } from '../../math/one-variable';
import type { Ending, Outcome } from '../../math/outcomes';
import { findStationary, TooManyPoints, type StationaryPoint, type StationaryProblem } from '../../math/stationary';
import { defineMessages } from '../../messages';
import type { ResultBase } from '../experiment';
import { ParameterError } from '../parameters';
import { parseSchedule } from '../parameters/schedule';
import { methodsOf, type Method } from './methods';
import { objective, type WideMinimaParameters } from './parameters';

/** Where the runs at one learning rate ended. */
export interface RatedRuns {
  /** The optimizer that made the steps, as the attribute names it. */
  optimizer: string;
  learningRate: number;
  starts: number;
  /** Runs that converged, per minimum, in the order of the minima from left to right. */
  converged: number[];
  /** Runs by what became of them; see the mathematics of the documentation. Their sum is `starts`. */
  counts: Record<Outcome, number>;
  /** Of the runs that are still moving, those that go downhill where no minimum lies ahead, nor any other place where the slope is 0. */
  falling: number;
  /** Runs in a cycle, by the number of steps after which it comes round. */
  periods: Record<number, number>;
  /** Minima outside of the range in which runs ended, and how many in each. */
  elsewhere: { at: number; count: number }[];
  diverged: number;
  /** @deprecated The runs that neither converged in the range nor diverged: the sum of all other `counts`. */
  bounded: number;
  /** Median over the converged runs of the first iteration from which they stay within tolerance; null without any. */
  medianIterations: number | null;
}

/** What became of the runs at one rate, and where those ended that did not diverge. */
export interface RatedHistogram {
  bins: Bins;
  /** Per kind of ending, bins + 2 numbers: how many ended below the range, in each bin, above the range. */
  counts: Uint32Array[];
  /** Per kind of ending, diverged runs too, how many there are. */
  totals: number[];
  /** Which endings there are. */
  seen: Ending[];
}

/** Where starts end at one learning rate, with one optimizer. */
export interface RatedStarts {
  run: RatedRuns;
  histogram: RatedHistogram;
}

export interface WideMinimaResult extends ResultBase<WideMinimaParameters> {
  /** Minima, maxima and saddle points between low and high, ascending, each with its curvature and, where it is a minimum, its threshold 2/f″. */
  stationary: StationaryPoint[];
  /** For each optimizer, and with it for each learning rate, how many runs converged to which minimum, what became of the others, and how soon they converged. */
  runs: RatedRuns[];
}

const say = defineMessages('wide-minima', {
  countable:
    'a formula that is finite and has a countable number of stationary points between {low} and {high}; {reason}',
  notFinite: 'the function is not finite anywhere between {low} and {high}',
  tooManyPoints: 'more than {most} stationary points between {low} and {high}',
  tooManyMinima: 'a formula with at most {most} minima between low and high; this one has {minima}',
});

/** The parsed function and what is known of it. */
export interface WideMinimaProblem {
  parameters: WideMinimaParameters;
  objective: Objective;
  value: (theta: number) => number;
  /** f″. */
  curvature: (theta: number) => number;
  /** f′, for many points at once. */
  slopes: BlockFunction;
  /** 1 where f is defined, for many points at once; left out if that is everywhere. */
  domain?: BlockFunction;
  stationary: StationaryPoint[];
  /** The minima among the stationary points, from left to right. */
  minima: StationaryPoint[];
  /** Where the function is level all along, from left to right. */
  stretches: FlatStretch[];
  /** Minima outside of the range, from left to right, as far as they were looked for. */
  elsewhere: number[];
  /** What descends: one for each of the optimizers. */
  methods: readonly Method[];
  /** The part of a task that every picture shares. */
  task: Omit<DescendTask, 'learningRates'>;
}

export interface WideMinimaRun {
  result: WideMinimaResult;
  /** Of each run, in their order. */
  histograms: RatedHistogram[];
}

/** The minima among stationary points, from left to right. */
export function minimaOf(stationary: readonly StationaryPoint[]): StationaryPoint[] {
  return stationary.filter((point) => point.kind === 'minimum');
}

/** Parses the function, finds its stationary points, and says what every picture descends. */
export function prepare(p: WideMinimaParameters): WideMinimaProblem {
  const read = parseObjective(p.objective);
  const functions = stationaryProblem(read);
  const { value, curvature } = functions;
  const slopes = compileBlock([read.gradient], [read.variable]);
  const domain = domainOf(read.value, read.variable);
  const stationary = stationaryPoints(functions, p);
  const minima = minimaOf(stationary);
  if (minima.length > MAXIMUM_MINIMA)
    throw objective.refuse(p.objective, say('tooManyMinima', { most: MAXIMUM_MINIMA, minima: minima.length }));
  const stretches = flatStretches(functions, p.low, p.high);
  const elsewhere = minimaOutside(functions, p.low, p.high, p.bound);
  const { iterations, tolerance, bound, sampling, starts, low, high, seed } = p;
  const task = {
    objective: p.objective,
    iterations,
    tolerance,
    bound,
    starts: { sampling, count: starts, low, high, seed },
    minima: minima.map(({ theta }) => theta),
    elsewhere,
    level: levelPlaces(stationary, stretches),
  };
  return {
    parameters: p,
    objective: read,
    value,
    curvature,
    slopes,
    domain: domain && compileBlock([domain], [read.variable]),
    stationary,
    minima,
    stretches,
    elsewhere,
    methods: methodsOf(p.optimizer, parseSchedule(p.schedule), minima),
    task,
  };
}

/** Where the slope is 0 and no minimum is, ascending: saddle points, and the ends of flat stretches. */
function levelPlaces(stationary: readonly StationaryPoint[], stretches: readonly FlatStretch[]): number[] {
  const saddles = stationary.filter(({ kind }) => kind === 'saddle').map(({ theta }) => theta);
  const ends = stretches.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite);
  return [...new Set([...saddles, ...ends])].sort((a, b) => a - b).slice(0, MAXIMUM_ELSEWHERE);
}

/** All stationary points of the objective between `low` and `high`, ascending. */
function stationaryPoints(functions: StationaryProblem, p: WideMinimaParameters): StationaryPoint[] {
  try {
    return findStationary(functions, p.low, p.high);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { low: String(p.low), high: String(p.high) };
    const reason =
      error instanceof TooManyPoints ? say('tooManyPoints', { ...range, most: error.most }) : say('notFinite', range);
    throw new ParameterError('objective', p.objective, say('countable', { ...range, reason }));
  }
}
