import type { Lists, SparseTable } from '../../math/sparse-table';
import type { FileColumns, Ids, Ratings } from './ratings';

/** Which columns of a file hold what: by name, or by number, the first of which is 1. */
export interface ColumnMapping {
  user: string | number;
  item: string | number;
  rating: string | number;
  /**
   * Whether users and items are whole numbers or texts; left out, each column's first line decides. Text among numbers is
   * an error, numbers among text are text.
   */
  ids?: 'numbers' | 'text';
}

export interface SyntheticOptions {
  users: number;
  items: number;
  /** How many ratings are known. */
  observed: number;
  /** Of the table before noise. */
  rank: number;
  /** The standard deviation of what is added to each rating; without it ratings have standard deviation 1. */
  noise: number;
  /** An integer from 0 to 2^32 - 1. */
  seed: number;
}

/** Where ratings come from. */
export type RatingsSource =
  | { kind: 'sheet' }
  | ({ kind: 'synthetic' } & SyntheticOptions)
  | { kind: 'file'; file: Blob & { name?: string }; columns?: ColumnMapping }
  | { kind: 'url'; url: string; columns?: ColumnMapping }
  | { kind: 'triplets'; ratings: Ratings };

export interface PrepareOptions {
  /** The fraction that is held out, from 0 to 0.9. */
  validation: number;
  /** Of what is held out and of the initial factors: an integer from 0 to 2^32 - 1. */
  seed: number;
  rank: number;
  biases: boolean;
  ridge: number;
}

/** Ready for an engine: what a `FactorizeTask` needs to know of its data. */
export interface PreparedRatings {
  ratings: SparseTable;
  /** By row; left out where nothing is held out. */
  validation?: Lists;
  mean: number;
  initial: { u: Float32Array | Float64Array; v: Float32Array | Float64Array };
  /** The largest stable learning rate as estimated before training; see `estimateThreshold`. */
  threshold: number;
  /** Users, items and known ratings, those held out included. */
  rows: number;
  columns: number;
  observed: number;
  /** 1 for the sheet, whatever was asked for. */
  rank: number;
  userIds?: Ids;
  itemIds?: Ids;
  noise?: number;
  trueRank?: number;
  fileColumns?: FileColumns;
}

export interface WorkOptions {
  /** Aborting rejects the promise with the signal's reason within a time slice. */
  signal?: AbortSignal;
  /** Called with the finished fraction, from 0 to 1, never decreasing. */
  onProgress?: (fraction: number) => void;
}
