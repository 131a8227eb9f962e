import { expect, test } from 'vitest';
import { npy, npz } from '../numpy/numpy.fixtures';
import { readRatingsArray } from './ratings-array';
import { SPARSE } from './sparse.fixtures';

const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const entries = async (file: Uint8Array<ArrayBuffer>) => {
  const { rows, columns, rowOf, columnOf, values } = await readRatingsArray(file);
  const found = Array.from(values, (value, i) => [rowOf[i], columnOf[i], value]);
  return { rows, columns, found: found.sort(([a, b], [c, d]) => a - c || b - d) };
};

const found = [
  [0, 0, 5],
  [0, 2, 3],
  [1, 1, 1],
  [2, 1, 4],
  [2, 2, 2],
];

test.each(['coo', 'csr', 'csc'] as const)(
  'a square sparse matrix of SciPy in the format %s is not transposed',
  async (format) => {
    expect(await entries(bytes(SPARSE[format]))).toEqual({ rows: 3, columns: 3, found });
  },
);

test.each(['bsr', 'dia'] as const)('one in the format %s is refused, with what can be read', async (format) => {
  await expect(readRatingsArray(bytes(SPARSE[format]))).rejects.toThrow(
    `this is a sparse matrix of SciPy in its format “${format}”; save it as a.tocsr()`,
  );
});

test('compressed columns without a word of the format are told by their number', async () => {
  const file = npz({
    data: npy([3], [7, 8, 9]),
    indices: npy([3], [0, 1, 1]),
    indptr: npy([4], [0, 1, 2, 3]),
    shape: npy([2], [2, 3]),
  });
  expect(await entries(file)).toEqual({
    rows: 2,
    columns: 3,
    found: [
      [0, 0, 7],
      [1, 1, 8],
      [1, 2, 9],
    ],
  });
});
