import { compileScalar, parseObjective } from '../formula';
import type { EngineInfo } from './contract';

/** How exactly a number format computes. */
export interface Precision {
  /** Largest relative error of one rounding. */
  rounding: number;
  /** Largest error of the sheet's f', relative to max(1, |f'|): its terms cancel, so it is larger than one rounding. */
  slope: number;
}

export const FLOAT64: Precision = { rounding: 2 ** -53, slope: 2e-14 };
export const FLOAT32: Precision = { rounding: 2 ** -24, slope: 5e-6 };
export const PRECISIONS: Record<EngineInfo['precision'], Precision> = { float32: FLOAT32, float64: FLOAT64 };

/**
 * How far computed iterates may be from the true ones. An error e in theta becomes |1 - rate f''| e in the next
 * iterate, and each step adds the error of its slope and two roundings. The curvature is taken where, within the
 * error, it does most harm.
 */
export function acceptedErrors(
  objective: string,
  learningRate: number,
  iterates: readonly number[],
  { rounding, slope }: Precision,
): number[] {
  const { variable, gradient, curvature } = parseObjective(objective);
  const slopeAt = compileScalar(gradient, [variable]);
  const curvatureAt = compileScalar(curvature, [variable]);
  let error = rounding * Math.abs(iterates[0]);
  return iterates.map((theta, k) => {
    if (k === 0) return error;
    const before = iterates[k - 1];
    const growth = Math.max(
      ...[-1, 0, 1].map((side) => Math.abs(1 - learningRate * curvatureAt(before + side * error))),
    );
    const fresh =
      learningRate * slope * Math.max(1, Math.abs(slopeAt(before))) +
      2 * rounding * Math.max(Math.abs(theta), Math.abs(before));
    error = growth * error + fresh;
    return error;
  });
}

/** The largest difference of two lists, in units of the largest number in the second, or of one. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return NaN;
  let largest = 1;
  let error = 0;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(expected[i]));
    const difference = Math.abs(actual[i] - expected[i]);
    // Written so that what is no number counts.
    if (!(difference <= error)) error = difference;
  }
  return error / largest;
}
