import { expect, test } from 'vitest';
import { overviewOf, prepareOverview } from './overview';
import { normalAt } from './noise';

/** Finite values with gaps, a whole group of which is no number. */
const values = Float64Array.from({ length: 10_001 }, (_, i) =>
  i % 97 === 5 || (i >= 2560 && i < 2816) ? (i % 2 ? NaN : -Infinity) : normalAt(1, i),
);

function extentOf(from: number, to: number): [number, number] {
  const finite = [...values.subarray(from, to)].filter(Number.isFinite);
  return [Math.min(...finite), Math.max(...finite)];
}

test('the least and the greatest finite value between any two places are known', () => {
  const overview = overviewOf(values);
  expect([overview.low, overview.high, overview.isFinite]).toEqual([...extentOf(0, 10_001), false]);
  const places = [0, 1, 255, 256, 257, 2559, 2560, 2700, 2816, 5000, 9984, 10_001];
  for (const from of places)
    for (const to of places)
      if (from <= to) expect(overview.within(from, to), `${from} to ${to}`).toEqual(extentOf(from, to));
});

test('what was prepared in slices is what is found at once, and is remembered', async () => {
  const copy = values.slice();
  await prepareOverview(copy);
  const prepared = overviewOf(copy);
  expect(overviewOf(copy)).toBe(prepared);
  expect(overviewOf(copy).low).toBe(overviewOf(values).low);
  expect(overviewOf(copy).within(100, 9000)).toEqual(overviewOf(values).within(100, 9000));
});

test('of nothing, nothing is known', () => {
  const { low, high, isFinite } = overviewOf([]);
  expect([low, high, isFinite]).toEqual([Infinity, -Infinity, true]);
});
