import { ARRAY_HEAD, holdsArrays } from '../numpy';
import { joined } from '../table/joined';
import { textPieces } from '../table/byte-stream';
import { TableError } from '../table/table-error';
import { RatingsParser } from './parser';
import { readRatingsArray } from './ratings-array';
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
  const { head, whole } = await beginningOf(stream);
  if (holdsArrays(head)) return readRatingsArray(await bytesOf(whole), columns);
  try {
    for await (const piece of textPieces(whole, (bytes) => (read += bytes))) {
      parser.push(piece);
      if (size) onProgress?.(Math.min(1, read / size));
      await pause?.();
    }
  } catch (error) {
    throw error instanceof TableError ? new RatingsError(error.words!) : error;
  }
  return parser.end();
}

/** How a stream begins, and all of it again. */
async function beginningOf(
  stream: ReadableStream<Uint8Array>,
): Promise<{ head: Uint8Array; whole: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let failure: unknown;
  try {
    while (length < ARRAY_HEAD) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
    }
  } catch (error) {
    failure = error;
  }
  const head = chunks.reduce(joined, new Uint8Array(0));
  const whole = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (failure !== undefined) throw failure;
        if (chunks.length > 0) return controller.enqueue(chunks.shift()!);
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return { head, whole };
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
