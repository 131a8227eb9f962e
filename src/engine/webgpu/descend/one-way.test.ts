import { expect, test } from 'vitest';
import { parseObjective } from '../../../formula';
import { oneWayRate } from './one-way';
import { sheetTask } from '../../descend/sheet.fixtures';

const task = (objective: string, minima: readonly number[], [low, high] = [-3, 3]) => {
  const { starts } = sheetTask(1);
  return oneWayRate(parseObjective(objective), { starts: { ...starts, low, high }, minima });
};

test('below 1 over the largest curvature runs go one way', () => {
  // x^2/2 has 1 everywhere; (x^2 - 1)^2 has 12 x^2 - 4, which is 104 at the ends.
  expect(task('x^2/2', [0])).toBeCloseTo(1, 2);
  expect(task('(x^2 - 1)^2', [-1, 1])).toBeCloseTo(1 / 104, 4);
  // Between 3 and -1, where a minimum is, it is 104 still; from -1 to 1 it is 8.
  expect(task('(x^2 - 1)^2', [-1, 1], [-0.5, 0.5])).toBeCloseTo(1 / 8, 2);
  // The sheet's sharp minimum has 2/f'' = 0.0995, and nothing is more curved; bounds of sums are wider than their values.
  const sheet = sheetTask(1);
  const rate = oneWayRate(parseObjective(sheet.objective), sheet);
  expect(rate).toBeLessThan(0.0995 / 2);
  expect(rate).toBeGreaterThan(0.04);
});

test('no rate is told where a run can come past a place', () => {
  expect(task('abs(x)', [0])).toBe(0);
  expect(task('-x', [2])).toBe(0);
  expect(task('1/x + x', [1])).toBe(0);
});
