import { MAXIMUM_MINIMA, type Bins, type DescendTask } from '../../engine/descend';
import { compileBlock, parseObjective, type BlockFunction, type Objective } from '../../formula';
import { stationaryProblem } from '../../math/one-variable';
import { findStationary, TooManyPoints, type StationaryPoint } from '../../math/stationary';
import { defineMessages } from '../../messages';
import type { ResultBase } from '../experiment';
import { ParameterError } from '../parameters';
import { objective, type WideMinimaParameters } from './parameters';

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

/** Where runs ended that did not diverge. */
export interface RatedHistogram {
  bins: Bins;
  /** Per outcome, bins + 2 numbers: how many ended below the range, in each bin, above the range. */
  counts: Uint32Array[];
}

export interface WideMinimaResult extends ResultBase<WideMinimaParameters> {
  /** Minima and maxima between low and high, ascending, each with its curvature and, where it is a minimum, its threshold 2/f″. */
  stationary: StationaryPoint[];
  /** For each learning rate, how many runs converged to which minimum, stayed bounded or diverged, and how soon they converged. */
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
  stationary: StationaryPoint[];
  /** The minima among the stationary points, from left to right. */
  minima: StationaryPoint[];
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
  const { value, curvature } = stationaryProblem(read);
  const slopes = compileBlock([read.gradient], [read.variable]);
  const stationary = stationaryPoints(read, p);
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
  return { parameters: p, objective: read, value, curvature, slopes, stationary, minima, task };
}

/** All stationary points of the objective between `low` and `high`, ascending. */
function stationaryPoints(read: Objective, p: WideMinimaParameters): StationaryPoint[] {
  try {
    return findStationary(stationaryProblem(read), p.low, p.high);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { low: String(p.low), high: String(p.high) };
    const reason =
      error instanceof TooManyPoints ? say('tooManyPoints', { ...range, most: error.most }) : say('notFinite', range);
    throw new ParameterError('objective', p.objective, say('countable', { ...range, reason }));
  }
}
