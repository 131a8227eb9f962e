import { CodedError } from '../../messages';
import { columnsOf, readArrays } from '../numpy';
import { fileMessages as say } from './messages';
import type { SignalContent } from './content';

/**
 * Reads a column of a `.npy` or `.npz` file: the first by default.
 *
 * @throws {CodedError} for what cannot be used
 */
export async function readSignalArray(file: Blob, most: number, column = 0): Promise<SignalContent> {
  const { arrays } = await readArrays(new Uint8Array(await file.arrayBuffer()));
  const columns = columnsOf(arrays);
  const { name, values: samples } = columns[Math.min(column, columns.length - 1)];
  if (samples.length > most) throw new CodedError(say('tooManySamples', { most }));
  const bad = samples.findIndex((sample) => !Number.isFinite(sample));
  if (bad >= 0) throw new CodedError(say('sampleIs', { place: bad + 1, value: String(samples[bad]) }));
  const [owner] = name.split('[');
  const { type, shape } = arrays.get(owner)!;
  return {
    samples,
    columns: { names: columns.map((found) => found.name), numeric: [...columns.keys()], column },
    reading: say('array', { name: name || 'NumPy', type, shape: shape.join(' × ') }),
  };
}
