/** What is exact about minibatches: variances of their means, and what descent with them does to one weight of least squares. */

export interface Batch {
  /** Examples of a batch. */
  batch: number;
  /** Whether one may come up several times in it. */
  replacement: boolean;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean square of the distances from the mean: of a whole population, not estimated from a sample of it. */
export function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}

/**
 * The variance of a batch's mean as a share of that of one draw: 1/m, and without replacement from n examples
 * (n - m) / (n - 1) of that.
 */
export function shareOfVariance({ batch, replacement }: Batch, examples: number): number {
  if (replacement) return 1 / batch;
  return examples === 1 ? 0 : (examples - batch) / (examples - 1) / batch;
}

/** Moments of what a step multiplies and adds: the distance from the minimizer becomes (1 - rate A) distance - rate R. */
export interface StepMoments {
  /** E[A], E[A²], E[R²] and E[A R]; E[R] is 0. */
  curvature: number;
  curvatureSquared: number;
  noise: number;
  product: number;
  /** Of A about its mean, the third and fourth moment; undefined where they are not known. */
  higher?: readonly [third: number, fourth: number];
}

/**
 * @param curvatures of the examples
 * @param slopes their gradients at the minimizer, which add up to 0
 */
export function stepMoments(curvatures: readonly number[], slopes: readonly number[], of: Batch): StepMoments {
  const share = shareOfVariance(of, curvatures.length);
  const curvature = meanOf(curvatures);
  const spread = varianceOf(curvatures);
  const power = (p: number) => meanOf(curvatures.map((one) => (one - curvature) ** p));
  const m = of.batch;
  const isKnown = of.replacement || m === 1;
  return {
    curvature,
    curvatureSquared: curvature ** 2 + spread * share,
    noise: meanOf(slopes.map((slope) => slope ** 2)) * share,
    product: meanOf(slopes.map((slope, i) => slope * curvatures[i])) * share,
    ...(isKnown && { higher: [power(3) / m ** 2, power(4) / m ** 3 + (3 * (m - 1) * spread ** 2) / m ** 3] as const }),
  };
}

/** The learning rates up to which the mean and the variance over replicas converge, and up to which a measured variance has a standard error. */
export interface NoiseLimits {
  mean: number;
  variance: number;
  /** Undefined where it is not known. */
  error: number | undefined;
}

export function noiseLimits(moments: StepMoments): NoiseLimits {
  const { curvature, curvatureSquared, higher } = moments;
  const variance = (2 * curvature) / curvatureSquared;
  return { mean: 2 / curvature, variance, error: higher && errorLimit(moments, higher, variance) };
}

/** Where E[(1 - rate A)⁴] is 1 again: beyond it the squares have no variance. */
function errorLimit({ curvature, curvatureSquared }: StepMoments, [third, fourth]: readonly number[], most: number) {
  const spread = curvatureSquared - curvature ** 2;
  const growth = (rate: number) => {
    const left = 1 - rate * curvature;
    return left ** 4 + 6 * left ** 2 * rate ** 2 * spread - 4 * left * rate ** 3 * third + rate ** 4 * fourth;
  };
  let [low, high] = [0, most];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (growth(middle) < 1) low = middle;
    else high = middle;
  }
  return low;
}

/** The variance that a constant rate keeps; null where there is none. */
export function stationaryVariance({ curvature, curvatureSquared, noise }: StepMoments, rate: number): number | null {
  const pull = 2 * curvature - rate * curvatureSquared;
  return rate > 0 && pull > 0 ? (rate * noise) / pull : null;
}

/** Steps after which the start has been forgotten to a millionth of the spread; Infinity where that never happens. */
export function stepsToForget({ curvature, curvatureSquared }: StepMoments, rate: number): number {
  const kept = 1 - 2 * rate * curvature + rate ** 2 * curvatureSquared;
  return kept < 1 ? Math.max(1, Math.ceil(Math.log(1e-6) / Math.log(Math.max(kept, 1e-6)))) : Infinity;
}

/** The mean distance from the minimizer and its variance over all draws, at iterates 0 to `iterations`. */
export function exactMoments(
  { curvature, curvatureSquared, noise, product }: StepMoments,
  rate: number,
  start: number,
  iterations: number,
): { means: Float64Array; variances: Float64Array } {
  const means = new Float64Array(iterations + 1);
  const variances = new Float64Array(iterations + 1);
  let [mean, square] = [start, start ** 2];
  for (let k = 0; k <= iterations; k++) {
    means[k] = mean;
    variances[k] = Math.max(0, square - mean ** 2);
    square =
      (1 - 2 * rate * curvature + rate ** 2 * curvatureSquared) * square +
      2 * rate ** 2 * product * mean +
      rate ** 2 * noise;
    mean *= 1 - rate * curvature;
  }
  return { means, variances };
}
