import {
  exactMoments,
  meanOf,
  noiseLimits,
  shareOfVariance,
  stationaryVariance,
  stepMoments,
  varianceOf,
  type NoiseLimits,
  type StepMoments,
} from '../../math/batch-noise';
import type { StochasticGradientParameters } from './parameters';

/** The problem, and what is exact about it. The loss of an example is (y - x theta)^2 / 2. */
export interface StochasticGradientProblem {
  parameters: StochasticGradientParameters;
  /** Of each example's gradient a theta - b: a = x^2 and b = x y. */
  curvatures: readonly number[];
  offsets: readonly number[];
  /** The gradients at `theta`, and their mean. */
  gradients: readonly number[];
  full: number;
  minimizer: number;
  /** Of the mean of a batch that is drawn at `theta`. */
  variance: number;
  moments: StepMoments;
  limits: NoiseLimits;
  /** Whether mean and variance converge below the same rate: with all examples in each batch, or of one curvature. */
  hasOneLimit: boolean;
  /** Whether the gradients of batches differ at the minimizer; else a small rate settles there. */
  hasNoise: boolean;
  /** A replica that is farther than this from the minimizer has diverged, or is about to. */
  far: number;
  /** The variance that a rate keeps. */
  stationary: (rate: number) => number | null;
  /** The mean weight and its variance at every iterate, at a rate. */
  exact: (rate: number) => { means: Float64Array; variances: Float64Array };
}

export function prepare(parameters: StochasticGradientParameters): StochasticGradientProblem {
  const { points, theta, iterations, batch } = parameters;
  const of = { batch, replacement: parameters.replacement === 'with' };
  const curvatures = points.map(([x]) => x * x);
  const offsets = points.map(([x, y]) => x * y);
  const minimizer = meanOf(offsets) / meanOf(curvatures);
  const gradientsAt = (at: number) => curvatures.map((a, i) => a * at - offsets[i]);
  const gradients = gradientsAt(theta);
  const moments = stepMoments(curvatures, gradientsAt(minimizer), of);
  const limits = noiseLimits(moments);
  // Below this, what the squared gradients leave is rounding.
  const nothing = 1e-26 * meanOf(offsets.map((offset) => offset ** 2));
  return {
    parameters,
    curvatures,
    offsets,
    gradients,
    full: meanOf(gradients),
    minimizer,
    variance: varianceOf(gradients) * shareOfVariance(of, points.length),
    moments,
    limits,
    hasOneLimit: limits.mean - limits.variance <= 1e-12 * limits.mean,
    hasNoise: moments.noise > nothing,
    far: 1e7 * (Math.abs(theta - minimizer) + Math.sqrt(moments.noise) / moments.curvature || 1),
    stationary: (rate) => stationaryVariance(moments, rate),
    exact(rate) {
      const { means, variances } = exactMoments(moments, rate, theta - minimizer, iterations);
      return { means: means.map((mean) => minimizer + mean), variances };
    },
  };
}
