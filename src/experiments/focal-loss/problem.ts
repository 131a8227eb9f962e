import { crossEntropyOf, focalFactor, focalLoss, focalSlope } from '../../math/classification-losses';
import type { FocalLossParameters } from './parameters';

/** What the easy examples contribute to a loss together, and what the hard one does. */
export interface Contributions {
  easy: number;
  hard: number;
}

export interface FocalLossResult {
  /** The values that it was computed from. */
  parameters: FocalLossParameters;
  /** −ln p. */
  crossEntropy: number;
  /** (1 − p)^γ. */
  factor: number;
  /** Their product. */
  focal: number;
  /** The derivative of the focal loss by the logit, for an example with y = 1. */
  gradient: number;
  /** Who makes up the loss of the easy examples and the hard one. */
  examples: { crossEntropy: Contributions; focal: Contributions };
}

export interface FocalLossProblem {
  result: FocalLossResult;
}

/** The loss of the examples at any γ. */
export function contributions({ easy, hard, easyExamples }: FocalLossParameters, gamma: number): Contributions {
  return { easy: easyExamples * focalLoss(easy, gamma), hard: focalLoss(hard, gamma) };
}

/** The share of the hard example; half where there is no loss at all. */
export function hardShare({ easy, hard }: Contributions): number {
  return easy + hard > 0 ? hard / (easy + hard) : 0.5;
}

/** Works out both losses of the example in hand and of the examples. */
export function prepare(parameters: FocalLossParameters): FocalLossProblem {
  const { p, gamma } = parameters;
  return {
    result: {
      parameters,
      crossEntropy: crossEntropyOf(p),
      factor: focalFactor(p, gamma),
      focal: focalLoss(p, gamma),
      gradient: focalSlope(p, gamma),
      examples: { crossEntropy: contributions(parameters, 0), focal: contributions(parameters, gamma) },
    },
  };
}
