import { CodedError, wordsOf, type Message } from '../../messages';
import { ARRAY_HEAD, holdsArrays, readArrays, type NumpyArray } from '../numpy';
import { TableError } from '../table/table-error';
import type { NumberRows, ReadOptions } from './content';
import { regressionMessages as say } from './messages';
import { readNumberTable, type NumberTable } from './number-table';

/** An array of a file, or a table, by the name that people know it by. */
export interface NamedArray extends NumberRows {
  name: string;
  imageSize?: readonly [height: number, width: number];
  /** Whether it was saved as one row, of as many numbers as there are rows here. */
  isLying?: boolean;
  /** How a delimited text was read. */
  table?: Pick<NumberTable, 'layout' | 'places' | 'gaps' | 'padded'>;
}

/** An array beside others that cannot be read, and why. */
export interface RefusedArray {
  name: string;
  reason: Message;
}

/** Numbers in all arrays together: 256 MiB of them. */
export const MAXIMUM_NUMBERS = 2 ** 25;

/**
 * All arrays of a file: NumPy's, or the one of a delimited text.
 *
 * @throws {TableError} naming the file, for what cannot be read
 */
export async function arraysIn(
  file: Blob & { name: string },
  reading: ReadOptions,
  onBytes: (bytes: number) => void,
): Promise<{ arrays: NamedArray[]; refused: RefusedArray[] }> {
  const { name } = file;
  try {
    const head = new Uint8Array(await file.slice(0, ARRAY_HEAD).arrayBuffer());
    if (!holdsArrays(head)) {
      const { layout, places, gaps, padded, ...numbers } = await readNumberTable(
        file,
        reading,
        MAXIMUM_NUMBERS,
        onBytes,
      );
      return { arrays: [{ name, ...numbers, table: { layout, places, gaps, padded } }], refused: [] };
    }
    const { arrays, refused } = await readArrays(new Uint8Array(await file.arrayBuffer()));
    onBytes(file.size);
    return {
      arrays: [...arrays].map(([key, array]) => ({
        name: key || name,
        ...byRows(say(key ? 'arrayNamed' : 'array', { name: key }), array, reading.largest),
      })),
      refused: [...refused].map(([key, { words }]) => ({ name: key, reason: words! })),
    };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const words = say('inFile', { name: `“${name}”`, reason: wordsOf(error) });
    throw new TableError(words, error instanceof TableError ? error.found : undefined);
  }
}

/** A row for each entry of the first axis, the others one after the other; a vector lies in one column. */
function byRows(name: Message, { shape, data }: NumpyArray, largest = Infinity): Omit<NamedArray, 'name'> {
  if (shape.length === 0) throw new CodedError(say('shapeless', { name }));
  const isLying = shape.length === 2 && shape[0] === 1 && shape[1] > 1;
  const rows = isLying ? shape[1] : shape[0];
  const columns = isLying ? 1 : shape.slice(1).reduce((product, length) => product * length, 1);
  const bad = data.findIndex((value) => !(Math.abs(value) <= largest && Number.isFinite(value)));
  if (bad >= 0) {
    const [row, column] = [Math.floor(bad / columns) + 1, (bad % columns) + 1];
    const said = { name, value: String(data[bad]), row, column };
    throw new CodedError(
      Number.isFinite(data[bad]) ? say('arrayBeyond', { ...said, most: largest }) : say('notFinite', said),
    );
  }
  const sides = shape.slice(1).filter((length) => length !== 1);
  const imageSize = shape.length > 2 && sides.length === 2 ? ([sides[0], sides[1]] as const) : undefined;
  return { rows, columns, values: data, isLying, ...(imageSize && { imageSize }) };
}
