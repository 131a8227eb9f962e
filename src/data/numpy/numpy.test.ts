import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../messages';
import { parseRatings } from '../ratings/parse';
import type { ColumnMapping } from '../ratings/source';
import { readSignal } from '../signal/read-signal';
import { isNpy, readNpy } from './npy';
import { readNpz } from './npz';
import { ARCHIVES, ARRAYS, OTHERS, STRUCTURED } from './numpy.fixtures';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const flat = (numbers: unknown): unknown[] => (Array.isArray(numbers) ? numbers.flatMap(flat) : [numbers]);
const shapeOf = (numbers: unknown): number[] =>
  Array.isArray(numbers) ? [numbers.length, ...shapeOf(numbers[0])] : [];

describe('an array of NumPy', () => {
  test.each(Object.entries(ARRAYS))('of %s is read', (_, { file, numbers }) => {
    const bytes = bytesOf(file);
    expect(isNpy(bytes)).toBe(true);
    const { data, shape } = readNpy(bytes);
    expect([...data]).toEqual(flat(numbers));
    expect(shape).toEqual(shapeOf(numbers));
  });

  test.each(Object.entries(OTHERS))('of %s is refused by its type', (_, file) => {
    expect(() => readNpy(bytesOf(file))).toThrow('only real numbers can be read');
  });

  test('with fields is refused with their names, and how one is saved', () => {
    expect(() => readNpy(bytesOf(STRUCTURED))).toThrow(
      'the NumPy array has the fields a, b, but arrays of plain numbers are needed; save one field by itself, as a["a"]',
    );
  });

  test('cut anywhere is refused', () => {
    const bytes = bytesOf(ARRAYS.float64.file);
    for (let length = 8; length < bytes.length; length += 3)
      expect(() => readNpy(bytes.slice(0, length)), `${length} bytes`).toThrow('ends early');
  });

  test('with an integer that float64 cannot hold is refused with it', () => {
    const bytes = bytesOf(ARRAYS.int64.file);
    new DataView(bytes.buffer).setBigInt64(bytes.length - 8, 2n ** 53n + 1n, true);
    expect(() => readNpy(bytes)).toThrow('9007199254740993');
  });
});

test.each(Object.entries(ARCHIVES))('the arrays of an archive are read by name: %s', async (_, file) => {
  const { arrays } = await readNpz(bytesOf(file));
  expect([...arrays].map(([name, { shape, data }]) => [name, shape, [...data]])).toEqual([
    ['x', [3], [1, 2, 3]],
    ['y', [2, 2], [1, 2, 3, 4]],
  ]);
});

test('a damaged archive is refused', async () => {
  await expect(readNpz(bytesOf(ARCHIVES.stored).subarray(0, 200))).rejects.toThrow('damaged');
  await expect(readNpz(bytesOf(ARCHIVES.compressed).fill(7, 45, 90))).rejects.toThrow('damaged');
});

describe('an array as ratings or as a signal', () => {
  const file = (name: keyof typeof ARRAYS) => new Blob([bytesOf(ARRAYS[name].file)]);

  test('is a matrix of ratings, of which a number or NaN stands for none', async () => {
    const { rows, columns, values } = await parseRatings(file('float64').stream(), { columns: { none: 4 } });
    expect([rows, columns, [...values]]).toEqual([2, 3, [1.5, -2, 3, 5, 6.25]]);
  });

  test('names the row and the column of what is no rating, counted from 1', async () => {
    const { rows, columns } = await parseRatings(file('float64').stream(), { columns: { none: 4 } });
    const large = bytesOf(ARRAYS.float64.file);
    new DataView(large.buffer).setFloat64(large.length - 8, 1e10, true);
    const refused = parseRatings(new Blob([large]).stream(), { columns: { none: 4 } });
    await expect(refused).rejects.toThrow(`row ${rows}, column ${columns}: the rating is 10000000000`);
  });

  test('of a rating a row is asked about, and read as a person says', async () => {
    const bytes = bytesOf(ARRAYS.float64.file);
    const rows = [7, 30, 2.5, 9, 31, 4];
    const view = new DataView(bytes.buffer);
    rows.forEach((value, i) => view.setFloat64(bytes.length - 48 + 8 * i, value, true));
    const parse = (columns?: ColumnMapping) => parseRatings(new Blob([bytes]).stream(), { columns });
    await expect(parse()).rejects.toThrow(
      'may be a matrix, with a row for each user, or have a rating a row: column 1',
    );
    for (const columns of [{ matrix: false }, { user: 1, item: 2, rating: 3 }]) {
      const { userIds, itemIds, rowOf, columnOf, values, reading } = await parse(columns);
      expect([[...userIds!], [...itemIds!], [...rowOf], [...columnOf], [...values]]).toEqual([
        [7, 9],
        [30, 31],
        [0, 1],
        [0, 1],
        [2.5, 4],
      ]);
      expect(inEnglish(reading!)).toBe('users from column 1, items from column 2, ratings from column 3');
    }
    expect([...(await parse({ matrix: true })).values]).toEqual(rows);
    await expect(parse({ user: 3, item: 2, rating: 1 })).rejects.toThrow('row 1, column 3: 2.5 is no number of a user');
  });

  test('with zeros is asked about', async () => {
    const zeros = bytesOf(ARRAYS.float64.file);
    zeros.fill(0, zeros.length - 8);
    const parse = (columns?: ColumnMapping) => parseRatings(new Blob([zeros]).stream(), { columns });
    await expect(parse()).rejects.toThrow('say which number stands for no rating');
    expect((await parse({ none: 0 })).values).toHaveLength(5);
    expect((await parse({ none: -1 })).values).toHaveLength(6);
  });

  test('is a signal by its columns', async () => {
    const read = (blob: Blob, column?: number) => readSignal(blob, { most: 100, column });
    expect([...(await read(file('float64 by columns'), 1)).samples]).toEqual([-2, 5]);
    expect([...(await read(file('version 3'))).samples]).toEqual([1, 2]);
    await expect(read(file('float64'))).rejects.toThrow(
      'array NumPy has 2 rows and 3 columns; choose one of them, or, if its rows are parts of one signal, save them as one, as a.ravel()',
    );
    expect([...(await read(file('float64'), 0)).samples]).toEqual([1.5, 4]);
    const archive = new Blob([bytesOf(ARCHIVES.compressed)]);
    const { columns } = await read(archive);
    expect(columns!.names).toEqual(['x', 'y[:, 0]', 'y[:, 1]']);
    expect([...(await read(archive, 2)).samples]).toEqual([2, 4]);
    await expect(read(file('three axes by columns'))).rejects.toThrow('the shape (2, 2, 2)');
    await expect(read(file('float16'))).rejects.toThrow('Infinity');
    const holed = bytesOf(ARRAYS['version 3'].file);
    holed.fill(0xff, holed.length - 8);
    await expect(read(new Blob([holed]))).rejects.toThrow('sample 2 is NaN');
  });
});
