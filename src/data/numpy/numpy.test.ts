import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../messages';
import { parseRatings } from '../ratings/parse';
import type { ColumnMapping } from '../ratings/source';
import { readSignal } from '../signal/read-signal';
import type { TableError } from '../table/table-error';
import { isNpy, readNpy } from './npy';
import { readNpz } from './npz';
import { ARCHIVES, ARRAYS, npy, npz, OTHERS, STRUCTURED } from './numpy.fixtures';

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

  test.each([
    ['<c16', 'complex numbers (<c16); only real numbers can be read'],
    ['<U3', 'text (<U3); only real numbers can be read'],
    ['|S5', 'text (|S5); only real numbers can be read'],
    ['|O', 'objects of Python (|O); only real numbers can be read'],
    ['<M8[ns]', 'dates (<M8[ns]); only real numbers can be read'],
    ['<m8[D]', 'durations (<m8[D]); only real numbers can be read'],
    ['|V8', 'records (|V8); only real numbers can be read'],
    ['<f16', 'long doubles (<f16), which are other bytes on other machines; save it as a.astype(float)'],
    ['<f12', 'long doubles (<f12), which are other bytes on other machines; save it as a.astype(float)'],
  ])('of the type %s is refused by what that is', (type, words) => {
    expect(() => readNpy(npy([2], [1, 2], type))).toThrow(`the NumPy array holds ${words}`);
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
    await expect(read(file('three axes by columns'))).rejects.toThrow('the shape (2, 2, 2)');
    await expect(read(file('float16'))).rejects.toThrow('Infinity');
    const holed = bytesOf(ARRAYS['version 3'].file);
    holed.fill(0xff, holed.length - 8);
    await expect(read(new Blob([holed]))).rejects.toThrow('sample 2 of 2 is NaN');
  });

  const table = [
    [0, 1.5],
    [1, 2.5],
    [2, -1],
  ];
  test.each([
    ['CSV', table.map((row) => row.join(',')).join('\n')],
    ['an array by rows', npy([3, 2], table.flat())],
    ['an array by columns', npy([3, 2], [0, 1, 2, 1.5, 2.5, -1], '<f8', true)],
    ['a lone array of an archive', npz({ a: npy([3, 2], table.flat()) })],
    ['Matrix Market', '%%MatrixMarket matrix array real general\n3 2\n0\n1\n2\n1.5\n2.5\n-1\n'],
  ])('whose first column rises evenly is read as its second: %s', async (_, content) => {
    const { samples, columns } = await readSignal(new Blob([content]), { most: 100 });
    expect([...samples]).toEqual([1.5, 2.5, -1]);
    expect(columns!.column).toBe(1);
    expect([...(await readSignal(new Blob([content]), { most: 100, column: 0 })).samples]).toEqual([0, 1, 2]);
  });

  test('of a table says which column was read', async () => {
    const { reading } = await readSignal(new Blob([npy([3, 2], table.flat())]), { most: 100 });
    expect(inEnglish(reading!)).toBe('array NumPy, <f8, 3 × 2; value from [:, 1]');
  });

  test('beside others is asked about, unless it is chosen; a lone number is no signal', async () => {
    const archive = new Blob([npz({ t: npy([3], [0, 1, 2]), v: npy([3], [1.5, 2.5, -1]), rate: npy([], [8000]) })]);
    const read = (column?: number) => readSignal(archive, { most: 100, column });
    const refused = await read().catch((error: TableError) => error);
    expect((refused as TableError).message).toBe('there are the arrays t, v; choose which one is the signal');
    expect((refused as TableError).found!.choice).toEqual({ names: ['t', 'v'], numeric: [0, 1] });
    expect([...(await read(1)).samples]).toEqual([1.5, 2.5, -1]);
    const alone = new Blob([npz({ v: npy([3], [1.5, 2.5, -1]), rate: npy([], [8000]) })]);
    expect([...(await readSignal(alone, { most: 100 })).samples]).toEqual([1.5, 2.5, -1]);
  });
});
