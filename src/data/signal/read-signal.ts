import { TableReader } from './csv-table';
import { isWav, readWav } from './wav';
import { CodedError } from '../../messages';
import { fileMessages as say } from './messages';

/** What was found in a file: a sound, or a column of a table. */
export interface SignalContent {
  samples: Float64Array;
  /** Samples per second, of a sound. */
  sampleRate?: number;
  /** The columns that there are, those of them that hold numbers, and the one that was read. */
  columns?: { names: string[]; numeric: number[]; column: number };
}

/** Which numbers of a file are read. */
export interface ReadOptions {
  /** Of a table, the column to be read; the first with numbers by default. */
  column?: number;
  /** More samples than this are refused. */
  most: number;
}

/** Room for millions of samples, however wordily they are written down. */
const MAXIMUM_BYTES = 512 * 2 ** 20;

/** @throws {CodedError} for a file that need not be opened to see that it cannot be used */
export function checkSize(bytes: number, most: number): void {
  if (bytes === 0) throw new CodedError(say('empty'));
  if (bytes > MAXIMUM_BYTES)
    throw new CodedError(
      say('tooManyBytes', { size: Math.round(bytes / 2 ** 20), most: MAXIMUM_BYTES / 2 ** 20, samples: most }),
    );
}

/**
 * Reads a signal from a file: WAV, CSV or plain numbers; a text as it comes in, so that none is ever held as a whole.
 *
 * @throws {CodedError} for what cannot be used
 */
export async function readSignal(
  file: Blob,
  options: ReadOptions,
  onProgress?: (fraction: number) => void,
): Promise<SignalContent> {
  checkSize(file.size, options.most);
  const content = isWav(await file.slice(0, 12).arrayBuffer())
    ? readWav(await file.arrayBuffer(), options.most)
    : await readText(file, options, onProgress);
  if (content.samples.length < 2) throw new CodedError(say('oneSample'));
  return content;
}

async function readText(
  file: Blob,
  { column, most }: ReadOptions,
  onProgress?: (fraction: number) => void,
): Promise<SignalContent> {
  const table = new TableReader(column, most);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new CodedError(say('notText'));
    }
  };
  const reader = file.stream().getReader();
  try {
    let taken = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      table.take(decode(piece.value));
      taken += piece.value.length;
      onProgress?.(taken / file.size);
    }
    table.take(decode());
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  const { samples, ...columns } = table.finish();
  return { samples, columns };
}
