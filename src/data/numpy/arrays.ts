import { isNpy, NumpyError, numpyMessages as say, readNpy, type NumpyArray } from './npy';
import { isZip, readNpz, type Archive } from './npz';

/** Whether a file begins as NumPy's files do, one array or an archive of several. */
export function isNumpy(head: Uint8Array): boolean {
  return isNpy(head) || isZip(head);
}

/** The arrays of a `.npy` or `.npz` file by their names; a lone one has none. */
export async function readArrays(bytes: Uint8Array<ArrayBuffer>): Promise<Archive> {
  return isNpy(bytes) ? { arrays: new Map([['', readNpy(bytes)]]), refused: new Map() } : readNpz(bytes);
}

/** A column of an array. */
export interface Column {
  name: string;
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
    if (shape.length > 0 && lengths.length === 1) return [{ name, values: data }];
    if (lengths.length !== 2 || shape.length !== 2) return [];
    const [rows, width] = shape;
    return Array.from({ length: width }, (_, column) => ({
      name: `${name}[:, ${column}]`,
      values: Float64Array.from({ length: rows }, (_, row) => data[row * width + column]),
    }));
  });
  if (columns.length === 0) {
    const [{ shape }] = arrays.values();
    throw new NumpyError(say('complexShape', { shape: `(${shape.join(', ')})` }));
  }
  return columns;
}
