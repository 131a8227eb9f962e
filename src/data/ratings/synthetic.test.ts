import { expect, test } from 'vitest';
import { MAXIMUM_RATINGS as ENGINES_MAXIMUM } from '../../engine/factorize';
import { finish, MAXIMUM_RATINGS, syntheticRatings, type Ratings, type SyntheticOptions } from './index';
import { ITEM_EXPONENT, popularItems, USER_EXPONENT } from './popularity';
import { counts } from './split';

const generate = (options: SyntheticOptions) => finish(syntheticRatings(options));
const table: SyntheticOptions = { users: 300, items: 200, observed: 20_000, rank: 3, noise: 0.1, seed: 1 };

function deviation(values: ArrayLike<number>): { mean: number; deviation: number } {
  const all = Array.from(values);
  const mean = all.reduce((a, b) => a + b) / all.length;
  return { mean, deviation: Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length) };
}

const places = ({ rowOf, columnOf, columns }: Ratings) => Array.from(rowOf, (row, i) => row * columns + columnOf[i]);

/** The slope of the line through (log x, log y), by least squares. */
function slope(points: (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const [mx, my] = [0, 1].map((k) => logs.reduce((sum, point) => sum + point[k], 0) / logs.length);
  return logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

test.each([
  [300, 200, 20_000],
  [2000, 5000, 9000],
  [50, 400, 500],
  [20, 15, 300],
  [20, 15, 290],
  [1000, 2, 1500],
])('%d users and %d items give %d different ratings, and nobody and nothing goes without', (users, items, observed) => {
  const ratings = generate({ ...table, users, items, observed });
  expect(new Set(places(ratings)).size).toBe(observed);
  expect(ratings.values.length).toBe(observed);
  expect(Math.min(...counts(ratings.rowOf, users))).toBeGreaterThan(0);
  expect(Math.min(...counts(ratings.columnOf, items))).toBeGreaterThan(0);
});

test('with fewer ratings than items each is of another one', () => {
  const { columnOf } = generate({ ...table, observed: 100 });
  expect(new Set(columnOf).size).toBe(100);
});

test('the noise has the level that was asked for', () => {
  const noisy = generate(table);
  const clean = generate({ ...table, noise: 0 });
  expect(places(noisy)).toEqual(places(clean));
  const noise = deviation(noisy.values.map((value, i) => value - clean.values[i]));
  expect(noise.deviation).toBeGreaterThan(0.098);
  expect(noise.deviation).toBeLessThan(0.102);
  expect(Math.abs(noise.mean)).toBeLessThan(0.003);
  expect([noisy.noise, noisy.trueRank]).toEqual([0.1, 3]);
});

test('without noise ratings have standard deviation 1 and the true rank', () => {
  const { values } = generate({ ...table, users: 2000, items: 1500, noise: 0, observed: 100_000, rank: 20 });
  expect(deviation(values).deviation).toBeGreaterThan(0.95);
  expect(deviation(values).deviation).toBeLessThan(1.05);
  const full = generate({ ...table, users: 12, items: 10, observed: 120, noise: 0 });
  const rows = Array.from({ length: 12 }, () => new Float64Array(10));
  full.values.forEach((value, i) => (rows[full.rowOf[i]][full.columnOf[i]] = value));
  expect(rankOf(rows)).toBe(3);
});

test('popularity and activity are power laws', () => {
  const [users, items] = [20_000, 1000];
  const { rowOf, columnOf } = finish(popularItems({ users, items, observed: 200_000, seed: 1 }));
  const popularity = counts(columnOf, items);
  // The most popular items would be asked for by some users more than once, so they have less.
  expect(slope(Array.from(popularity, (count, j) => [j + 1, count] as const).slice(10))).toBeCloseTo(-ITEM_EXPONENT, 1);
  // Everybody gives one rating, and the others by a power law.
  const activity = Array.from(counts(rowOf, users), (count, i) => [i + 1, count - 1] as const).slice(0, 2000);
  expect(slope(activity)).toBeCloseTo(-USER_EXPONENT, 1);
});

test('a seed repeats, and another gives others', () => {
  expect(generate(table)).toEqual(generate(table));
  const other = generate({ ...table, seed: 2 });
  expect(places(other)).not.toEqual(places(generate(table)));
  expect(other.values.subarray(0, 5)).not.toEqual(generate(table).values.subarray(0, 5));
});

test('what cannot be generated is refused with its value', () => {
  expect(() => generate({ ...table, observed: 60_001 })).toThrow(
    'there cannot be 60\u202f001 ratings of 200 items by 300 users: that is 60\u202f000 at most',
  );
  expect(() => generate({ ...table, users: 1 })).toThrow(
    'users is 1; it should be a whole number from 2 to 16\u202f777\u202f216',
  );
  expect(() => generate({ ...table, observed: 2.5 })).toThrow('observed is 2.5');
  expect(() => generate({ ...table, noise: -1 })).toThrow('noise is -1');
  expect(MAXIMUM_RATINGS).toBe(ENGINES_MAXIMUM);
});

/** By elimination, taking for 0 what float32 may have made of it. */
function rankOf(rows: Float64Array[]): number {
  const left = rows.map((row) => row.slice());
  for (let rank = 0; ; rank++) {
    const size = (row: Float64Array) => Math.max(...row.map(Math.abs));
    left.sort((a, b) => size(b) - size(a));
    const pivot = left.shift();
    if (!pivot || size(pivot) < 1e-5) return rank;
    const column = pivot.findIndex((value) => Math.abs(value) === size(pivot));
    for (const row of left) {
      const factor = row[column] / pivot[column];
      row.forEach((value, j) => (row[j] = value - factor * pivot[j]));
    }
  }
}
