import { textPieces } from '../table/byte-stream';
import { TableError } from '../table/table-error';
import { RatingsParser } from './parser';
import { RatingsError, type Ratings } from './ratings';
import type { ColumnMapping } from './source';

export interface ParseOptions {
  columns?: ColumnMapping;
  /** How many bytes will come, if that is known. */
  size?: number;
  onProgress?: (fraction: number) => void;
  /** Called after every few milliseconds of work; reading goes on once it has resolved, and ends if it rejects. */
  pause?: () => Promise<void> | undefined;
}

/**
 * Reads ratings from a stream of bytes, plain or gzipped: MovieLens' `ratings.csv`, `u.data` and `ratings.dat`, and any
 * table with commas, semicolons, tabs, `::`, bars or spaces between its columns, with or without a header. Users and
 * items get numbers in the order of their first appearance.
 *
 * @throws {RatingsError} naming the line, and what should be there
 */
export async function parseRatings(
  stream: ReadableStream<Uint8Array>,
  { columns, size, onProgress, pause }: ParseOptions = {},
): Promise<Ratings> {
  const parser = new RatingsParser(columns);
  let read = 0;
  try {
    for await (const piece of textPieces(stream, (bytes) => (read += bytes))) {
      parser.push(piece);
      if (size) onProgress?.(Math.min(1, read / size));
      await pause?.();
    }
  } catch (error) {
    throw error instanceof TableError ? new RatingsError(error.words!) : error;
  }
  return parser.end();
}
