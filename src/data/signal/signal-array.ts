import { CodedError } from '../../messages';
import { columnsOf, readArrays, type Column } from '../numpy';
import { TableError, type ColumnChoice } from '../table/table-error';
import { fileMessages as say } from './messages';
import type { SignalContent } from './content';
import { mayBeLines } from './signal-table';

/**
 * Reads a column of a `.npy` or `.npz` file: the one that is said, or else the first.
 *
 * @throws {CodedError} for what cannot be used
 */
export async function readSignalArray(file: Blob, most: number, said?: number): Promise<SignalContent> {
  const { arrays } = await readArrays(new Uint8Array(await file.arrayBuffer()));
  const columns = columnsOf(arrays);
  const names = columns.map((found) => found.name);
  const choice = { names, numeric: [...columns.keys()] };
  if (said === undefined) refuseLines(columns[0], choice);
  const column = Math.min(said ?? 0, columns.length - 1);
  const { name, values: samples } = columns[column];
  if (samples.length > most) throw new CodedError(say('tooManySamples', { most }));
  const bad = samples.findIndex((sample) => !Number.isFinite(sample));
  if (bad >= 0) throw new CodedError(say('sampleIs', { place: bad + 1, value: String(samples[bad]) }));
  const { type, shape } = arrays.get(ownerOf(name))!;
  return {
    samples,
    columns: { ...choice, column },
    reading: say('array', { name: name || 'NumPy', type, shape: shape.join(' × ') }),
  };
}

/** The array that a column is of: `a` of `a[0]`. */
const ownerOf = (column: string): string => column.split('[')[0];

/** @throws {TableError} where the rows of a matrix may be parts of one signal */
function refuseLines({ name: first, values }: Column, choice: ColumnChoice): void {
  const owner = ownerOf(first);
  const width = choice.names.filter((name) => name.startsWith(`${owner}[`)).length;
  if (first === owner || !mayBeLines(width, values.length)) return;
  const counts = { rows: values.length, columns: width };
  throw new TableError(say('arrayLinesOrColumns', { name: owner || 'NumPy', array: owner || 'a', ...counts }), {
    choice,
  });
}
