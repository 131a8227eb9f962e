import type { Engine, RunOptions } from '../../engine/contract';
import { descend, type Bins, type DescendTask, type Starts } from '../../engine/descend';
import { MAXIMUM_MINIMA } from '../../engine/descend';
import { compileInterval, compileScalar, parseObjective } from '../../formula';
import { findStationary, TooManyPoints, type StationaryPoint } from '../../math/stationary';
import { wideMinimaWords as say } from '../../words/wide-minima';
import { ParameterError } from '../parameters';
import type { ResultBase } from '../experiment';
import type { WideMinimaParameters } from './parameters';

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

/** The result, and what the pictures need besides it. */
export interface WideMinimaComputed {
  result: WideMinimaResult;
  histogram: { counts: Uint32Array; bins: Bins };
}

/** Odd, so that minima at round numbers lie inside a bin and not on the edge of two. */
const HISTOGRAM_BINS = 151;

/** The starts that a set of parameters describes. */
export function startsOf({ sampling, starts, low, high, seed }: WideMinimaParameters): Starts {
  return { sampling, count: starts, low, high, seed };
}

/** The minima among the stationary points, from left to right. */
export function minimaOf(stationary: readonly StationaryPoint[]): StationaryPoint[] {
  return stationary.filter((point) => point.kind === 'minimum');
}

/** The part of a `DescendTask` that every picture of one set of parameters shares. */
export function taskOf(
  p: WideMinimaParameters,
  stationary: readonly StationaryPoint[],
): Omit<DescendTask, 'learningRates'> {
  const { objective, iterations, tolerance, bound } = p;
  return {
    objective,
    iterations,
    tolerance,
    bound,
    starts: startsOf(p),
    minima: minimaOf(stationary).map(({ theta }) => theta),
  };
}

/** All stationary points of the objective between `low` and `high`, ascending. */
export function stationaryPoints({ objective, low, high }: WideMinimaParameters): StationaryPoint[] {
  const { variable, value, gradient, curvature } = parseObjective(objective);
  let points: StationaryPoint[];
  try {
    points = findStationary(
      {
        value: compileScalar(value, [variable]),
        gradient: compileScalar(gradient, [variable]),
        curvature: compileScalar(curvature, [variable]),
        gradientInterval: compileInterval(gradient, variable),
        curvatureInterval: compileInterval(curvature, variable),
      },
      low,
      high,
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { low: String(low), high: String(high) };
    const reason =
      error instanceof TooManyPoints
        ? say.later('tooManyPoints', { ...range, most: error.most })
        : say.later('notFinite', range);
    throw new ParameterError('objective', objective, say.later('countable', { ...range, reason }));
  }
  const minima = minimaOf(points).length;
  if (minima > MAXIMUM_MINIMA) {
    throw new ParameterError('objective', objective, say.later('tooManyMinima', { most: MAXIMUM_MINIMA, minima }));
  }
  return points;
}

/** Gradient descent from every start at every listed learning rate. */
export async function run(p: WideMinimaParameters, engine: Engine, options: RunOptions): Promise<WideMinimaComputed> {
  const stationary = stationaryPoints(p);
  const minima = minimaOf(stationary).length;
  const bins = { low: p.low, high: p.high, count: HISTOGRAM_BINS };
  const descent = await engine.run(
    descend,
    { ...taskOf(p, stationary), learningRates: p.learningRates, histogram: bins },
    options,
  );
  const runs = p.learningRates.map((learningRate, i) => {
    const counts = Array.from(descent.counts.subarray(i * (minima + 2), (i + 1) * (minima + 2)));
    return {
      learningRate,
      starts: p.starts,
      converged: counts.slice(0, minima),
      bounded: counts[minima],
      diverged: counts[minima + 1],
      medianIterations: descent.medianIterations[i],
    };
  });
  return {
    result: { engine: descent.engine, parameters: p, stationary, runs },
    histogram: { counts: descent.histogram!, bins },
  };
}
