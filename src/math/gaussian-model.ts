import { leastSquares } from './least-squares';
import { dot, type Rows } from './matrices';

/** y = w·x + noise, the noise Gaussian with standard deviation sigma, independent from example to example. */

export interface GaussianData {
  design: Rows;
  targets: readonly number[];
}

/** y − w·x of each example. */
export const noiseOf = ({ design, targets }: GaussianData, w: readonly number[]): number[] =>
  design.map((row, i) => targets[i] - dot(row, w));

export const sumOfSquares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);

/** The log of the density of all targets. */
export function logLikelihood(data: GaussianData, w: readonly number[], sigmaSquared: number): number {
  const n = data.targets.length;
  return -(n / 2) * Math.log(2 * Math.PI * sigmaSquared) - sumOfSquares(noiseOf(data, w)) / (2 * sigmaSquared);
}

/** Its gradient by the weights: X'(y − Xw) / sigma². */
export function likelihoodGradient(data: GaussianData, w: readonly number[], sigmaSquared: number): number[] {
  const noise = noiseOf(data, w);
  return w.map((_, j) => noise.reduce((sum, value, i) => sum + value * data.design[i][j], 0) / sigmaSquared);
}

/** The greatest likelihood. */
export interface MostLikely {
  w: number[];
  /** The mean squared residual. */
  sigmaSquared: number;
  /** The same with n − p in the place of n; null where that is not positive. */
  unbiased: number | null;
  /** Null where the model is exact for every example: as sigma falls to 0 the likelihood grows without bound. */
  logLikelihood: number | null;
  /** Whether these are the only weights that are most likely; else they are the shortest. */
  isUnique: boolean;
}

/** Residuals this small beside the targets are rounding errors. */
const NOTHING = 1e-13;

/** Maximum likelihood in closed form: least squares, and the mean squared residual. */
export function mostLikely(data: GaussianData): MostLikely {
  const { solution: w, isUnique, rank } = leastSquares(data.design, data.targets);
  const n = data.targets.length;
  const squares = sumOfSquares(noiseOf(data, w));
  const isExact = squares <= NOTHING ** 2 * sumOfSquares(data.targets) * n;
  const sigmaSquared = isExact ? 0 : squares / n;
  return {
    w,
    sigmaSquared,
    unbiased: n > rank ? (sigmaSquared * n) / (n - rank) : null,
    logLikelihood: isExact ? null : logLikelihood(data, w, sigmaSquared),
    isUnique,
  };
}

/** The weights before the first step and after each of gradient ascent on the mean log-likelihood; a run that diverges ends early. */
export function climb(
  data: GaussianData,
  start: readonly number[],
  sigmaSquared: number,
  { learningRate, iterations }: { learningRate: number; iterations: number },
): number[][] {
  const path = [[...start]];
  const rate = learningRate / data.targets.length;
  for (let k = 0; k < iterations; k++) {
    const w = path[k];
    const gradient = likelihoodGradient(data, w, sigmaSquared);
    const next = w.map((value, j) => value + rate * gradient[j]);
    if (!next.every((value) => Math.abs(value) <= 1e9)) break;
    path.push(next);
  }
  return path;
}
