import type { EngineInfo, Samples } from '../contract';

/** Limits of `RidgeGridTask`. */
export const MAXIMUM_ROWS = 1_000_000;
export const MAXIMUM_COLUMNS = 65_536;
export const MAXIMUM_NUMBERS = 2 ** 25;
export const MAXIMUM_RUNS = 4096;
export const MAXIMUM_EPOCHS = 10_000;

/** Rows of features, row after row, and a target for each. */
export interface LabelledRows {
  /** Rows x columns. */
  design: Samples;
  /** One for each row. */
  targets: Samples;
}

/**
 * A grid of linear regressions with a bias, trained at once by minibatch descent: one run for every batch size, learning rate
 * and ridge. A step on the rows B of a batch is
 *
 *   w <- w - rate (X_B' r / |B| + ridge w),  b <- b - rate mean(r),  r = X_B w + b - y_B,
 *
 * which descends on half the mean square plus ridge / 2 |w|^2. Weights begin at 0. In every epoch the rows are shuffled
 * anew, the same way for all runs (`orderOf`), and cut into batches; the last one may be shorter. A batch of all rows or
 * more takes them as they stand.
 */
export interface RidgeGridTask {
  /** Rows that are learned from. */
  training: LabelledRows;
  /** Rows that are predicted, and not learned from. */
  validation?: LabelledRows;
  /** How many features a row has. */
  columns: number;
  /** Batch sizes, each at least 1. */
  batches: readonly number[];
  /** Each above 0. */
  learningRates: readonly number[];
  /** The ridge alpha of each run, at least 0. */
  strengths: readonly number[];
  /** How many times each run goes through all rows. */
  epochs: number;
  /** Keep every run's weights after these epochs, from 1 to `epochs`, ascending. */
  marks: readonly number[];
  /** An integer: the same seed shuffles alike on every engine. */
  seed: number;
  /** A run has diverged at the first batch with a residual beyond this; it stays where it was before that batch. */
  bound: number;
}

/** Arrays have the run slowest; runs are numbered with the batch size slowest and the ridge quickest. */
export interface RidgeGridResult {
  engine: EngineInfo;
  /** Runs x (epochs + 1): the mean square over the training rows, after each number of epochs. */
  trainingErrors: Float64Array;
  /** The same over the validation rows, if there are any. */
  validationErrors?: Float64Array;
  /** For each run the epoch in which it diverged, counted from 1; null where it did not. From it on, its errors and weights stay. */
  diverged: (number | null)[];
  /** Runs x marks x (columns + 1): the weights, and after them the bias. */
  weights: Samples;
}
