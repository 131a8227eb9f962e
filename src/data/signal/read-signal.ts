import { textPieces } from '../table/byte-stream';
import { SignalTable, type SignalReading } from './signal-table';
import { ARRAY_HEAD, holdsArrays } from '../numpy';
import type { SignalContent } from './content';
import { checkSamples } from './samples';
import { readSignalArray } from './signal-array';
import { isWav, readWav, type Sound } from './wav';
import { CodedError } from '../../messages';
import { fileMessages as say } from './messages';

/** Which numbers of a file are read. */
export interface ReadOptions extends SignalReading {
  /** More samples than this are refused. */
  most: number;
  /** Numbers beyond this one and its negative are refused. */
  largest?: number;
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
  const head = await file.slice(0, ARRAY_HEAD).arrayBuffer();
  const content = isWav(head)
    ? said(readWav(await file.arrayBuffer(), options.most))
    : holdsArrays(new Uint8Array(head))
      ? await readSignalArray(file, options.most, options.column)
      : await readText(file, options, onProgress);
  checkSamples(content.samples, content.found, options.largest);
  return content;
}

/** A sound, and how it was read. */
function said({ samples, sampleRate, channels }: Sound): SignalContent {
  const rate = say('rate', { rate: sampleRate });
  const mixed = channels > 1 ? [say('mixed', { channels })] : [];
  return { samples, sampleRate, reading: say('sound', { how: { parts: [...mixed, rate], between: ', ' } }) };
}

async function readText(
  file: Blob,
  { most, largest, ...reading }: ReadOptions,
  onProgress?: (fraction: number) => void,
): Promise<SignalContent> {
  const table = new SignalTable(reading, { most, largest });
  let taken = 0;
  const pieces = textPieces(file.stream(), (bytes) => onProgress?.((taken += bytes) / file.size));
  for await (const piece of pieces) table.take(piece);
  const { samples, reading: how, found, ...columns } = table.finish();
  return { samples, columns, reading: how, found };
}
