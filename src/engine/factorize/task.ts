import type { Lists, SparseTable } from '../../math/sparse-table';
import type { EngineInfo, Samples } from '../contract';

/** Limits of `FactorizeTask`. */
export const MAXIMUM_RANK = 128;
export const MAXIMUM_RATINGS = 2 ** 25;

/**
 * Gradient descent on the factorization R ~ UV' of a table of which some entries are known, the matrix factorization
 * of recommender systems:
 *
 *   J = 1/2 sum over known (i, j) of e_ij^2 + (ridge / 2) (|U|^2 + |V|^2 + |b|^2 + |c|^2),
 *   e_ij = r_ij - mean - b_i - c_j - u_i . v_j
 *
 * One epoch is one simultaneous update of everything from the old values: u_i <- u_i + rate (sum_j e_ij v_j - ridge u_i),
 * v_j <- v_j + rate (sum_i e_ij u_i - ridge v_j), b_i <- b_i + rate (sum_j e_ij - ridge b_i), and c_j alike. Sums are taken
 * in an order that depends on the task alone, so a run repeats bit for bit.
 */
export interface FactorizeTask {
  /** The known entries; at least one, at most `MAXIMUM_RATINGS`. Its lists are relied on to be as `sparseTable` makes them. */
  ratings: SparseTable;
  /** Entries that are held out: by row, of the same rows and columns. They are predicted, and not learned from. */
  validation?: Lists;
  /** k, from 1 to `MAXIMUM_RANK`. */
  rank: number;
  /** U, rows x k, and V, columns x k, row by row, at the start. */
  initial: { u: Samples; v: Samples };
  /** What every prediction begins with; 0 for a factorization of R itself. */
  mean: number;
  /** Whether rows and columns have biases b and c, 0 at the start. */
  biases: boolean;
  /** At least one, at most 64; each trains a factorization of its own from the same start. */
  learningRates: readonly number[];
  /** The factor lambda, at least 0. */
  ridge: number;
  /** How many updates, at most 100,000. */
  epochs: number;
  /** Keep U and V of the first run at epochs 0, every, 2 every, ...; 0 keeps none. At most 2^24 numbers in all. */
  every: number;
  /** A run has diverged once J > bound, or J is no finite number, after any epoch, the start included. At most 1e30. */
  bound: number;
}

/** Arrays are laid out with the learning rate slowest, then the epoch, from 0 for the start. */
export interface FactorizeResult {
  engine: EngineInfo;
  /** Rates x (epochs + 1): J. From the epoch of divergence on, this and the errors stay what they were in it; float32 may cap them. */
  losses: Float64Array;
  /** Rates x (epochs + 1): the root of the mean square of e over the known entries. */
  errors: Float64Array;
  /** And over those held out, if there are any. */
  validationErrors?: Float64Array;
  /** Per learning rate, the first epoch after which J is beyond the bound; null where there is none. */
  diverged: (number | null)[];
  /**
   * The number of the run that did best: of those that did not diverge, the one with the least last validation error,
   * or last J where nothing is held out; the first one of equals. Null where all diverged.
   */
  best: number | null;
  /** The best run's U and V at the end; those of the start where there is none. */
  u: Samples;
  /** V, columns x k, row by row, of the same run. */
  v: Samples;
  /** And its biases, rows and columns numbers, if it has any. */
  rowBiases?: Samples;
  /** Columns numbers, beside `rowBiases`. */
  columnBiases?: Samples;
  /** Frames x (rows + columns) x k of the first run, the frame slowest: U, then V. From its divergence on, whatever came out. */
  iterates?: Samples;
  /** floor(epochs / every) + 1, or 0 where `every` is 0. */
  frames: number;
}
