import { isMatrixArray, readMatrixArray } from '../table/matrix-market';
import { byRows, isNpy, NumpyError, numpyMessages as say, readNpy, type NumpyArray } from './npy';
import { isZip, readNpz, type Archive } from './npz';

/** So much of a file shows whether it holds arrays. */
export const ARRAY_HEAD = 40;

/** Whether a file begins as those of arrays do: NumPy's, one array or an archive of several, or Matrix Market's of a whole matrix. */
export function holdsArrays(head: Uint8Array): boolean {
  return isNpy(head) || isZip(head) || isMatrixArray(head);
}

/** The arrays of a file by their names; a lone one has none. @throws {CodedError} for what cannot be read */
export async function readArrays(bytes: Uint8Array<ArrayBuffer>): Promise<Archive> {
  if (isZip(bytes)) return readNpz(bytes);
  const array = isNpy(bytes) ? readNpy(bytes) : matrixArrayOf(bytes);
  return { arrays: new Map([['', array]]), refused: new Map(), texts: new Map() };
}

function matrixArrayOf(bytes: Uint8Array): NumpyArray {
  const { shape, type, data } = readMatrixArray(bytes);
  return { shape, type, data: byRows(data, shape), writer: 'Matrix Market', first: 1 };
}

/** A column of an array. */
export interface Column {
  name: string;
  /** The name of the array that it is of. */
  array: string;
  values: Float64Array;
}

/**
 * The columns of arrays: a vector is one, standing or lying.
 *
 * @throws {NumpyError} if no array is a vector or a matrix
 */
export function columnsOf(arrays: Map<string, NumpyArray>): Column[] {
  const columns = [...arrays].flatMap(([name, { shape, data }]) => {
    const lengths = shape.filter((length) => length !== 1);
    // One number beside others is something said of them.
    const isVector = lengths.length === 1 || (lengths.length === 0 && arrays.size === 1);
    if (shape.length > 0 && isVector) return [{ name, array: name, values: data }];
    if (lengths.length !== 2 || shape.length !== 2) return [];
    const [rows, width] = shape;
    return Array.from({ length: width }, (_, column) => ({
      name: `${name}[:, ${column}]`,
      array: name,
      values: Float64Array.from({ length: rows }, (_, row) => data[row * width + column]),
    }));
  });
  if (columns.length === 0) {
    const [{ shape }] = arrays.values();
    throw new NumpyError(say('complexShape', { shape: `(${shape.join(', ')})` }));
  }
  return columns;
}
