import type { Lists, SparseTable } from '../../math/sparse-table';
import type { Message } from '../../messages';
import type { Reading } from '../table/dialect';
import type { Found } from '../table/table-error';
import type { FileColumns, Ids, Ratings } from './ratings';

/** How a file is to be read, as far as it does not say so itself. */
export interface ColumnMapping extends Reading {
  /** Which columns hold what: by name, or by number, the first of which is 1. */
  user?: string | number;
  item?: string | number;
  rating?: string | number;
  /** Whether users and items are whole numbers or texts; left out, they are texts unless all of them are whole numbers. */
  ids?: 'numbers' | 'text';
  /** Whether a row holds all ratings of a user, a column for each item. */
  matrix?: boolean;
  /** The number that stands for no rating. */
  none?: number;
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
  /** Of a file: how it was read, in one line, and what of that a person can change. */
  reading?: Message;
  found?: Found;
}

export interface WorkOptions {
  /** Aborting rejects the promise with the signal's reason within a time slice. */
  signal?: AbortSignal;
  /** Called with the finished fraction, from 0 to 1, never decreasing. */
  onProgress?: (fraction: number) => void;
}
