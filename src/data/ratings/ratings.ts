import type { Triplets } from '../../math/sparse-table';
import { CodedError } from '../../messages';
import type { Message } from '../../messages';
import type { Found } from '../table/table-error';
import { ratingsMessages as say } from './texts';

/** As many as an engine takes; a test sees that both say the same. */
export const MAXIMUM_RATINGS = 2 ** 25;
/** The most users, and the most items. */
export const MAXIMUM_SIDE = 2 ** 24;

/** Larger ratings, up or down, are refused: the squares of millions of them must stay within what float32 can hold. */
export const LARGEST_RATING = 1e9;

/** Whether ratings, which are kept as 32-bit floats, hold a number: a whole one exactly, any other as the nearest. */
export const holdsRating = (value: number): boolean =>
  Math.abs(value) <= LARGEST_RATING && (!Number.isInteger(value) || Math.fround(value) === value);

/** Why they do not. @param rating as it stands in the file */
export function ratingTrouble(value: number, rating: Message | string): Message {
  if (Number.isNaN(value)) return say('ratingIs', { rating });
  if (Math.abs(value) > LARGEST_RATING) return say('ratingTooLarge', { rating, most: LARGEST_RATING });
  return say('ratingNotKept', { rating, nearest: String(Math.fround(value)) });
}

/** What the users or the items of a file are called there, in the order of their numbers: `String(ids[number])`. */
export type Ids = readonly string[] | Uint32Array;

/** Known ratings as they come: number i is of user `rowOf[i]` for item `columnOf[i]`. No pair comes twice. */
export interface Ratings extends Triplets {
  /** Users. */
  rows: number;
  /** Items. */
  columns: number;
  /** Left out where users are just numbers from 0. */
  userIds?: Ids;
  itemIds?: Ids;
  /** Known for generated ratings only: the standard deviation of the noise, and the rank of what it was added to. */
  noise?: number;
  trueRank?: number;
  /** What the columns of a file are called, and which of them were taken. */
  fileColumns?: FileColumns;
  /** Of a file: how it was read, in one line, and what of that a person can change. */
  reading?: Message;
  found?: Found;
}

export interface FileColumns {
  names: string[];
  user: string;
  item: string;
  rating: string;
}

/** Why ratings cannot be used, in words for a person. */
export class RatingsError extends CodedError {
  override readonly name = 'RatingsError';
  constructor(
    message: Message | string,
    /** Where it was not clear which columns hold what: the columns that there are. */
    readonly columns?: readonly string[],
    /** How the file would be read. */
    readonly found?: Found,
  ) {
    super(message);
  }

  /** The same, with how the file would be read. */
  with(found: Found): RatingsError {
    return new RatingsError(this.words ?? this.message, this.columns, found);
  }
}
