import { CodedError } from '../../messages';
import { columnsOf, readArrays, type Column } from '../numpy';
import { stepsEvenly } from '../table/counters';
import { TableError, type ColumnChoice } from '../table/table-error';
import { fileMessages as say } from './messages';
import type { SignalContent } from './content';
import { mayBeLines } from './value-column';

/**
 * Reads a column of a file of arrays: the one that is said, or else the first that does not just count.
 *
 * @throws {CodedError} for what cannot be used
 */
export async function readSignalArray(file: Blob, most: number, said?: number): Promise<SignalContent> {
  const { arrays } = await readArrays(new Uint8Array(await file.arrayBuffer()));
  const columns = columnsOf(arrays);
  const choice = { names: columns.map(({ name }) => name), numeric: [...columns.keys()] };
  const column = said === undefined ? columnIn(columns, choice) : Math.min(said, columns.length - 1);
  const { name, array: owner, values: samples } = columns[column];
  if (samples.length > most) throw new CodedError(say('tooManySamples', { most }));
  const { type, shape, writer } = arrays.get(owner)!;
  const array = say('array', { name: owner || writer, type, shape: shape.join(' × ') });
  const isOneOfSeveral = name !== owner;
  return {
    samples,
    columns: { ...choice, column },
    reading: isOneOfSeveral ? say('arrayColumn', { array, value: say('valueFrom', { column: name }) }) : array,
  };
}

/** @throws {TableError} where there are several arrays, or the rows of a matrix may be parts of one signal */
function columnIn(columns: readonly Column[], choice: ColumnChoice): number {
  const [{ array, values }] = columns;
  const owners = [...new Set(columns.map((column) => column.array))];
  if (owners.length > 1)
    throw new TableError(say('whichArray', { names: { parts: owners, between: ', ' } }), { choice });
  const worthwhile = columns.filter((column) => !stepsEvenly(column.values));
  if (columns.length > 1 && mayBeLines(worthwhile.length, values.length)) {
    const counts = { rows: values.length, columns: columns.length };
    throw new TableError(say('arrayLinesOrColumns', { name: array || 'NumPy', array: array || 'a', ...counts }), {
      choice,
    });
  }
  return columns.indexOf(worthwhile[0] ?? columns.at(-1)!);
}
