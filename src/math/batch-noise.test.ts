import { expect, test } from 'vitest';
import {
  exactMoments,
  noiseLimits,
  shareOfVariance,
  stationaryVariance,
  stepMoments,
  stepsToForget,
  varianceOf,
} from './batch-noise';

/** The sheet's three points: their curvatures, and gradients at the minimizer 10/7. */
const A = [1, 4, 9];
const R = [10 / 7 - 2, 40 / 7 - 6, 90 / 7 - 12];
const one = { batch: 1, replacement: true };
const close = (value: number, expected: number) => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-12);

/** Every batch of this many of the three, with its probability. */
function batches(batch: number, replacement: boolean): number[][] {
  if (batch === 0) return [[]];
  return batches(batch - 1, replacement).flatMap((drawn) =>
    A.flatMap((_, i) => (replacement || !drawn.includes(i) ? [[...drawn, i]] : [])),
  );
}

test.each([
  [1, true],
  [2, true],
  [3, true],
  [2, false],
  [3, false],
])('moments of batches of %i (replacement: %s) are those of all of them counted out', (batch, replacement) => {
  const all = batches(batch, replacement).map((drawn) => {
    const mean = (values: readonly number[]) => drawn.reduce((sum, i) => sum + values[i], 0) / batch;
    return { a: mean(A), r: mean(R) };
  });
  const expected = (of: (one: { a: number; r: number }) => number) =>
    all.reduce((sum, each) => sum + of(each), 0) / all.length;
  const moments = stepMoments(A, R, { batch, replacement });
  expect(moments.curvature).toBeCloseTo(
    expected(({ a }) => a),
    12,
  );
  expect(moments.curvatureSquared).toBeCloseTo(
    expected(({ a }) => a * a),
    12,
  );
  expect(moments.noise).toBeCloseTo(
    expected(({ r }) => r * r),
    12,
  );
  expect(moments.product).toBeCloseTo(
    expected(({ a, r }) => a * r),
    12,
  );
  const central = (p: number) => expected(({ a }) => (a - moments.curvature) ** p);
  if (replacement) [3, 4].forEach((p, i) => expect(moments.higher![i]).toBeCloseTo(central(p), 11));
  // Three steps at a rate, all of them counted out.
  const { means, variances } = exactMoments(moments, 0.1, 2, 3);
  let ends = [2];
  for (let k = 1; k <= 3; k++) {
    ends = ends.flatMap((e) => all.map(({ a, r }) => e - 0.1 * (a * e + r)));
    close(means[k], ends.reduce((sum, e) => sum + e, 0) / ends.length);
    if (moments.noise > 0) expect(variances[k]).toBeCloseTo(varianceOf(ends), 10);
  }
});

test('S0.Q2: the limits of the three points are 2/7 for the variance, 3/7 for the mean and 0.2534 for its error', () => {
  const moments = stepMoments(A, R, one);
  const { variance, mean, error } = noiseLimits(moments);
  close(variance, 2 / 7);
  close(mean, 3 / 7);
  expect(error).toBeCloseTo(0.2534, 4);
  close(A.reduce((sum, a) => sum + (1 - error! * a) ** 4, 0) / 3, 1);
});

test('a variance is kept below the limit and none from there on, and it reproduces itself', () => {
  const moments = stepMoments(A, R, one);
  const rate = 0.2;
  const kept = stationaryVariance(moments, rate)!;
  const next = A.reduce((sum, a, i) => sum + (1 - rate * a) ** 2 * kept + (rate * R[i]) ** 2, 0) / 3;
  close(next, kept);
  expect([2 / 7 + 1e-12, 0.35, 1].map((one) => stationaryVariance(moments, one))).toEqual([null, null, null]);
  expect(stationaryVariance(moments, 0.28)).toBeGreaterThan(10 * kept);
  const steps = stepsToForget(moments, rate);
  close(exactMoments(moments, rate, 3, steps + 100).variances.at(-1)!, kept);
  expect(stepsToForget(moments, 0.3)).toBe(Infinity);
});

test('S3.Q1d: shares of the variance of one draw', () => {
  const shares = (replacement: boolean) =>
    [1, 2, 3, 4, 5].map((batch) => 13.2 * shareOfVariance({ batch, replacement }, 5));
  expect(varianceOf([1, 2, 4, 7, 11])).toBe(13.2);
  [13.2, 6.6, 4.4, 3.3, 2.64].forEach((expected, i) => expect(shares(true)[i]).toBeCloseTo(expected, 12));
  [13.2, 4.95, 2.2, 0.825, 0].forEach((expected, i) => expect(shares(false)[i]).toBeCloseTo(expected, 12));
  expect(shareOfVariance({ batch: 1, replacement: false }, 1)).toBe(0);
});
