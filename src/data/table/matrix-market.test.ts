import { describe, expect, test } from 'vitest';
import { parseRatings } from '../ratings/parse';
import { readRegression } from '../regression/read-regression';
import { readSignal } from '../signal/read-signal';
import { readMatrixArray } from './matrix-market';

const ratingsOf = (text: string, columns = {}) => parseRatings(new Blob([text]).stream(), { columns });
const array = '%%MatrixMarket matrix array real general\n% a comment\n\n3 2\n4\n1\n2\n3\n5.5\n-2\n';
const entries = '%%MatrixMarket matrix coordinate real general\n% a comment\n3 3 4\n1 1 4\n1 2 3\n2 1 5\n3 3 1\n';

describe('a Matrix Market file', () => {
  test('of a whole matrix is one of ratings, column by column', async () => {
    const { rows, columns, rowOf, columnOf, values, userIds, itemIds } = await ratingsOf(array);
    expect([rows, columns]).toEqual([3, 2]);
    expect([...rowOf]).toEqual([0, 0, 1, 1, 2, 2]);
    expect([...columnOf]).toEqual([0, 1, 0, 1, 0, 1]);
    expect([...values]).toEqual([4, 3, 1, 5.5, 2, -2]);
    // The format counts from 1, as files of entries do.
    expect([userIds, itemIds]).toEqual([Uint32Array.of(1, 2, 3), Uint32Array.of(1, 2)]);
  });

  test('of a whole matrix is examples, with a row for each and the targets in the last column', async () => {
    const file = Object.assign(new Blob([array]), { name: 'a.mtx' });
    const { design, targets } = await readRegression([file], { mostRows: 10, mostFeatures: 1 });
    expect([[...design.values], [...targets]]).toEqual([
      [4, 1, 2],
      [3, 5.5, -2],
    ]);
  });

  test('of one column is a signal', async () => {
    const text = '%%MatrixMarket matrix array integer general\n3 1\n4\n1\n2\n';
    expect([...(await readSignal(new Blob([text]), { most: 10 })).samples]).toEqual([4, 1, 2]);
  });

  test('of entries is ratings', async () => {
    expect([...(await ratingsOf(entries)).values]).toEqual([4, 3, 5, 1]);
  });

  test('with other entries than it states is refused', async () => {
    const stating = (entry: string, count: string) => ratingsOf(entry.replace('3 3 4', count).replace('3 2', count));
    await expect(stating(entries, '3 3 5')).rejects.toThrow('states 5 entries, but there are 4');
    await expect(stating(entries, '3 3 3')).rejects.toThrow('states 3 entries, but there are 4');
    await expect(stating(array, '3 3')).rejects.toThrow('states 9 entries, but there are 6');
    await expect(ratingsOf(entries.slice(0, -6))).rejects.toThrow('states 4 entries, but there are 3');
  });

  test.each([
    ['4\n', '4\nx\n', "line 6: 'x' is no number"],
    ['3 2', '3', "line 4: '3' should state how many rows and columns there are"],
    ['real', 'complex', 'this Matrix Market file holds array complex general'],
    ['general', 'symmetric', 'this Matrix Market file holds array real symmetric'],
  ])('of a matrix with %j as %j is refused', (from, to, words) => {
    expect(() => readMatrixArray(new TextEncoder().encode(array.replace(from, to)))).toThrow(words);
  });

  test('of a matrix without a number in some places has no ratings there', async () => {
    expect((await ratingsOf(array.replace('5.5', 'nan'))).values).toHaveLength(5);
  });
});
