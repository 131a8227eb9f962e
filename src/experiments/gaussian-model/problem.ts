import { climb, logLikelihood, mostLikely, noiseOf, type GaussianData } from '../../math/gaussian-model';
import { gaussianData, type GaussianModelParameters } from './parameters';

export interface GaussianModelResult {
  /** The values that it was computed from. */
  parameters: GaussianModelParameters;
  /** The most likely weights: least squares, by QR; the shortest where they are not the only ones. */
  w: number[];
  /** The most likely variance: the mean squared residual. */
  sigmaSquared: number;
  /** The sum of squared residuals over n − p; null for n ≤ p. */
  unbiased: number | null;
  /** The greatest log-likelihood; null where it has no bound. */
  logLikelihood: number | null;
  /** The log-likelihood at `weights` and `sigma`. */
  atGiven: number;
  /** Whether the weights are the only most likely ones. */
  isUnique: boolean;
}

export interface GaussianModelProblem {
  parameters: GaussianModelParameters;
  data: GaussianData;
  /** Null where the design is not that of a line. */
  points: readonly (readonly number[])[] | null;
  /** y − w·x at the most likely weights. */
  residuals: number[];
  /** The weights along the climb, from the given ones on, at the given sigma. */
  path: number[][];
  result: GaussianModelResult;
}

/** Works out the maximum of the likelihood in closed form, and a climb to it. */
export function prepare(p: GaussianModelParameters): GaussianModelProblem {
  const { design, targets, points } = gaussianData(p);
  const data = { design, targets };
  const most = mostLikely(data);
  return {
    parameters: p,
    data,
    points,
    // Of a model that is exact, what is left is rounding.
    residuals: most.sigmaSquared === 0 ? targets.map(() => 0) : noiseOf(data, most.w),
    path: climb(data, p.weights, p.sigma ** 2, p),
    result: { parameters: p, ...most, atGiven: logLikelihood(data, p.weights, p.sigma ** 2) },
  };
}
