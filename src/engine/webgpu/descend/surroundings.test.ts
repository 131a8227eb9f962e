import { expect, test } from 'vitest';
import { sheetTask } from '../../descend/sheet.fixtures';
import { surroundings } from './surroundings';

const f = Math.fround;
const task = { ...sheetTask(8), minima: [0, 10] };

test('no float32 within the reach of the middle, by float32’s own arithmetic, is outside of the watched range', () => {
  const ranges = [
    [-26.113, 31.879],
    [-1e-3, 2e6],
    [1e6, 1e6 + 3],
    [-3e5, -2.9999e5],
    [0.1, 0.3],
    [-7, 7],
  ];
  for (const [low, high] of ranges) {
    const { middle, reach } = surroundings(task, { low, high });
    expect(reach, `${low} to ${high}`).toBeGreaterThan(0.4 * (high - low));
    const isWatched = (theta: number) => Math.abs(f(theta - middle)) <= f(reach);
    for (const [end, beyond] of [
      [low, -1],
      [high, 1],
    ]) {
      for (let k = -50; k <= 50; k++) {
        const theta = f(end + k * Math.abs(end) * 2 ** -24);
        if (beyond * (theta - end) > 0) expect(isWatched(theta), `${theta} of ${low} to ${high}`).toBe(false);
      }
    }
  }
});

test('where all within the bound is watched, the bound is the reach itself', () => {
  expect(surroundings(task, { low: -1e6, high: 1e6 })).toMatchObject({ middle: 0, reach: 1e6, bound: 1e6 });
  expect(surroundings({ ...task, bound: Infinity }, { low: -Infinity, high: Infinity }).reach).toBe(
    f(3.4028234663852886e38),
  );
});

test('who is close to a minimum is nearest to that one, and watched', () => {
  const closeness = (tolerance: number, low: number, high: number) =>
    surroundings({ ...task, tolerance }, { low, high }).closeness;
  expect(closeness(0.001, -20, 30)).toBe(0.001);
  expect(closeness(9, -20, 30)).toBeLessThan(5);
  expect(closeness(9, -2, 30)).toBeLessThan(2);
  expect(closeness(9, -20, 11)).toBeLessThan(1);
  expect(closeness(0.001, 1, 30)).toBe(0);
});
