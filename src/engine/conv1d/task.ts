import { LARGEST_FACTOR } from '../check';
import type { EngineInfo, Samples } from '../contract';

/** The most taps of a filter, and the most samples of a signal. */
export const MAXIMUM_TAPS = 4096;
export const MAXIMUM_LENGTH = 2 ** 24;
/** Samples beyond this are refused. */
export const LARGEST_SAMPLE = LARGEST_FACTOR;

/**
 * One matrix times one vector, where the matrix is never formed. A is (n - r + 1) x n, and its rows are the filter k of
 * r taps, each shifted by one against the row above: (A x)_i = sum_j k_j x_{i+j}. (What learning calls a convolution is
 * a cross-correlation: the filter is not flipped.) Its transpose gives (A' y)_i = sum_j k_j y_{i-j}, where y counts as
 * zero outside 0 .. n - r.
 */
export interface Conv1dTask {
  /** The filter k: 1 <= r <= n numbers, at most `MAXIMUM_TAPS`. */
  taps: Samples;
  /** x, n numbers; or y, n - r + 1 numbers, if `transpose`. */
  input: Samples;
  /** Whether A' is applied, and not A. */
  transpose: boolean;
  /** How often the matrix is applied to the same input, for the sake of the clock; 1 to 1000. */
  repeats: number;
}

export interface Conv1dResult {
  engine: EngineInfo;
  /** A x, n - r + 1 numbers; or A' y, n numbers. */
  output: Samples;
  /** What one application takes, in milliseconds: the mean over the repeats, without handing the numbers over. */
  milliseconds: number;
}
