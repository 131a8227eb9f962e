import {
  crossEntropy,
  crossEntropySlope,
  halfSquared,
  halfSquaredSlope,
  slopeRatio,
} from '../../math/classification-losses';
import type { ClassificationLossParameters } from './parameters';

export interface ClassificationLossResult {
  /** The values that it was computed from. */
  parameters: ClassificationLossParameters;
  /** −ln p, for an example with y = 1. */
  crossEntropy: number;
  /** (1 − p)². */
  squared: number;
  /** The derivatives by the logit. */
  gradients: { crossEntropy: number; halfSquared: number; squared: number };
  /** How many times larger the gradient of cross-entropy is than that of half the squared error; infinite where it exceeds all numbers. */
  ratio: number;
}

export interface ClassificationLossProblem {
  result: ClassificationLossResult;
}

/** Works out both losses and their gradients at the logit. */
export function prepare(parameters: ClassificationLossParameters): ClassificationLossProblem {
  const { logit } = parameters;
  const slope = halfSquaredSlope(logit);
  return {
    result: {
      parameters,
      crossEntropy: crossEntropy(logit),
      squared: 2 * halfSquared(logit),
      gradients: { crossEntropy: crossEntropySlope(logit), halfSquared: slope, squared: 2 * slope },
      ratio: slopeRatio(logit),
    },
  };
}
