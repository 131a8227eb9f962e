import { expect, test } from 'vitest';
import { isConstant, scheduleFactor, type Schedule } from './schedules';

const factors = (schedule: Schedule, ks: number[], iterations = 1000) =>
  ks.map((k) => scheduleFactor(schedule, k, iterations));

const expectClose = (found: number[], wanted: number[]) =>
  wanted.forEach((value, i) => expect(found[i], `entry ${i}`).toBeCloseTo(value, 12));

test('a constant rate stays', () => {
  expect(factors({ name: 'constant' }, [0, 1, 999])).toEqual([1, 1, 1]);
});

test('steps come after whole stretches of iterations', () => {
  expectClose(
    factors({ name: 'step', coefficients: [100, 0.5] }, [0, 99, 100, 199, 200, 350]),
    [1, 1, 0.5, 0.5, 0.25, 0.125],
  );
});

test('exponential decay multiplies in every iteration', () => {
  // 0.9^3 = 0.729
  expectClose(factors({ name: 'exponential', coefficients: [0.9] }, [0, 1, 2, 3]), [1, 0.9, 0.81, 0.729]);
});

test('a cosine is halfway down in the middle, and 0 when all iterations are made', () => {
  // (1 + cos 60 degrees) / 2 = 0.75
  expectClose(factors({ name: 'cosine' }, [0, 20, 30, 40, 60], 60), [1, 0.75, 0.5, 0.25, 0]);
});

test('inverse decay is a half, a third, a quarter', () => {
  expectClose(factors({ name: 'inverse', coefficients: [100] }, [0, 100, 200, 300]), [1, 1 / 2, 1 / 3, 1 / 4]);
});

test('a warmup rises to the whole rate, over what comes after it', () => {
  expectClose(factors({ name: 'constant', warmup: 4 }, [0, 1, 2, 3, 4]), [0.25, 0.5, 0.75, 1, 1]);
  // In iteration 1: 2/4 of 0.5.
  expectClose(factors({ name: 'exponential', coefficients: [0.5], warmup: 4 }, [0, 1, 4]), [0.25, 0.25, 0.0625]);
});

test('coefficients that are left out are the usual ones', () => {
  expectClose(factors({ name: 'step' }, [99, 100]), [1, 0.5]);
  expectClose(factors({ name: 'inverse' }, [100]), [0.5]);
});

test('only a rate that never changes is constant', () => {
  expect(isConstant({ name: 'constant' })).toBe(true);
  expect(isConstant({ name: 'constant', warmup: 10 })).toBe(false);
  expect(isConstant({ name: 'cosine' })).toBe(false);
});
