import { expect, test } from 'vitest';
import { threefry } from './random';
import { sparseTable, triplets } from './sparse-table';

const random = (seed: number, below: number, count: number) =>
  Uint32Array.from({ length: count }, (_, i) => threefry([seed, 0], [i, 0])[0] % below);

test('a sorted table lists the entries of each row by column and of each column by row', () => {
  // [[., 7, 5], [2, ., .], [., ., .], [., 1, 9]]
  const entries = {
    rowOf: Uint32Array.of(3, 0, 1, 3, 0),
    columnOf: Uint32Array.of(2, 2, 0, 1, 1),
    values: Float64Array.of(9, 5, 2, 1, 7),
  };
  const { byRow, byColumn } = sparseTable(4, 3, entries);
  expect(byRow).toEqual({
    starts: Uint32Array.of(0, 2, 3, 3, 5),
    indices: Uint32Array.of(1, 2, 0, 1, 2),
    values: Float64Array.of(7, 5, 2, 1, 9),
  });
  expect(byColumn).toEqual({
    starts: Uint32Array.of(0, 1, 3, 5),
    indices: Uint32Array.of(1, 0, 3, 0, 3),
    values: Float64Array.of(2, 7, 1, 5, 9),
  });
});

test('the order in which entries come leaves no trace', () => {
  const places = [...new Set(random(1, 40 * 30, 500))];
  const entries = (order: number[]) => ({
    rowOf: Uint32Array.from(order, (p) => p % 40),
    columnOf: Uint32Array.from(order, (p) => Math.floor(p / 40)),
    values: Float32Array.from(order, (p) => p / 7),
  });
  const sorted = sparseTable(40, 30, entries(places));
  expect(sparseTable(40, 30, entries(places.slice().reverse()))).toEqual(sorted);
  expect(sparseTable(40, 30, triplets(sorted.byRow))).toEqual(sorted);
  expect(sorted.byRow.values.length).toBe(places.length);
});

test('an entry outside the table is refused with its number', () => {
  const entries = { rowOf: Uint32Array.of(0, 4), columnOf: Uint32Array.of(0, 1), values: Float64Array.of(1, 1) };
  expect(() => sparseTable(4, 3, entries)).toThrow('entry 1 is in row 4; the table has 4, the first of which is 0');
  expect(() => sparseTable(5, 1, entries)).toThrow('entry 1 is in column 1; the table has 1, the first of which is 0');
});
