import { MAXIMUM_LENGTH } from '../../engine/conv1d';
import { TableReader } from './csv-table';
import { isWav, readWav } from './wav';
import { CodedError } from '../../messages';
import { fileWords as say } from '../../words/files';

/** What was found in a file: a sound, or a column of a table. */
export interface SignalContent {
  samples: Float64Array;
  /** Samples per second, of a sound. */
  sampleRate?: number;
  /** The columns that there are, those of them that hold numbers, and the one that was read. */
  columns?: { names: string[]; numeric: number[]; column: number };
}

/** Room for the most samples that are taken, however wordily they are written down. */
const MAXIMUM_BYTES = 512 * 2 ** 20;

/** @throws {Error} in words for a person, for a file that need not be opened to see that it cannot be used */
export function refuseSize(bytes: number): void {
  if (bytes === 0) throw new CodedError(say.later('empty'));
  if (bytes > MAXIMUM_BYTES)
    throw new CodedError(
      say.later('tooManyBytes', {
        size: Math.round(bytes / 2 ** 20),
        most: MAXIMUM_BYTES / 2 ** 20,
        samples: MAXIMUM_LENGTH,
      }),
    );
}

/**
 * Reads a signal from a file: WAV, CSV or plain numbers; a text as it comes in, so that none is ever held as a whole.
 *
 * @param column of a table, the one to be read; the first with numbers, if nothing is said
 * @throws {Error} in words for a person, for what cannot be used
 */
export async function readSignal(
  file: Blob,
  column?: number,
  onProgress?: (fraction: number) => void,
): Promise<SignalContent> {
  refuseSize(file.size);
  const content = isWav(await file.slice(0, 12).arrayBuffer())
    ? readWav(await file.arrayBuffer(), MAXIMUM_LENGTH)
    : await readText(file, column, onProgress);
  if (content.samples.length < 2) throw new CodedError(say.later('oneSample'));
  return content;
}

async function readText(
  file: Blob,
  asked: number | undefined,
  onProgress?: (fraction: number) => void,
): Promise<SignalContent> {
  const table = new TableReader(asked, MAXIMUM_LENGTH);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new CodedError(say.later('noText'));
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
