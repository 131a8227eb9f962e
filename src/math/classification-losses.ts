import { sigmoid, sigmoidSlope, softplus } from './activations';

/**
 * Losses of one example of the positive class, y = 1. Functions of a logit z stay exact where p = sigma(z) is close to 0 or
 * 1; those of p take it as it was given.
 */

/** -ln sigma(z), and its slope p - 1. */
export const crossEntropy = (z: number): number => softplus(-z);
export const crossEntropySlope = (z: number): number => 0 - sigmoid(-z);

/** (1 - p)^2 / 2, and its slope (p - 1) p (1 - p). */
export const halfSquared = (z: number): number => sigmoid(-z) ** 2 / 2;
export const halfSquaredSlope = (z: number): number => 0 - sigmoid(-z) * sigmoidSlope(z);

/** 1 / (p (1 - p)): how many times steeper cross-entropy is than half the squared error. Beyond |z| = 709 it exceeds all numbers. */
export const slopeRatio = (z: number): number => 2 + Math.exp(z) + Math.exp(-z);

/** e to any power, as a number from 1 to 10 and a power of ten. */
export function expParts(exponent: number): [number, number] {
  const power = exponent * Math.LOG10E;
  return [10 ** (power - Math.floor(power)), Math.floor(power)];
}

/** The logarithms of the sizes of all these, which none of them is too small for. */
export const logOf = {
  probability: (z: number): number => -softplus(-z),
  /** Of e^-z, which it is where it is as small as that. */
  crossEntropy: (z: number): number => (z > 40 ? -z : Math.log(softplus(-z))),
  halfSquared: (z: number): number => -2 * softplus(z) - Math.LN2,
  crossEntropySlope: (z: number): number => -softplus(z),
  halfSquaredSlope: (z: number): number => -2 * softplus(z) - softplus(-z),
} as const;

/** -ln p, where p is the probability given to the true class. */
export const crossEntropyOf = (p: number): number => 0 - Math.log(p);

/** (1 - p)^gamma, by which focal loss multiplies cross-entropy; exactly 1 at gamma 0. */
export const focalFactor = (p: number, gamma: number): number => (1 - p) ** gamma;

/** -(1 - p)^gamma ln p. */
export const focalLoss = (p: number, gamma: number): number => focalFactor(p, gamma) * crossEntropyOf(p);

/** Its slope by the logit: (1 - p)^gamma (gamma p ln p + p - 1). */
export function focalSlope(p: number, gamma: number): number {
  return focalFactor(p, gamma) * (p - 1 - gamma * p * crossEntropyOf(p)) + 0;
}

/**
 * How many steps of descent take the logit from z to above 0, where the example is classified right; undefined if `most` do
 * not.
 */
export function stepsToRight(
  slope: (z: number) => number,
  z: number,
  learningRate: number,
  most: number,
): number | undefined {
  for (let k = 0, at = z; k <= most; k++) {
    if (at > 0) return k;
    at -= learningRate * slope(at);
  }
  return undefined;
}

/** The same by the differential equation dz/dt = -slope, whose time is the learning rate times the steps. */
export const timeToRight = {
  crossEntropy: (z: number): number => (z < 0 ? 1 - z - Math.exp(z) : 0),
  halfSquared: (z: number): number => (z < 0 ? 2.5 + Math.exp(-z) - 3 * z - 3 * Math.exp(z) - Math.exp(2 * z) / 2 : 0),
};
