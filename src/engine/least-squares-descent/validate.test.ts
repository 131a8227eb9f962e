import { expect, test } from 'vitest';
import { leastSquaresDescent, type LeastSquaresDescentTask } from '.';
import { SHEET } from './problems.fixtures';

test.each<[Partial<LeastSquaresDescentTask>, RegExp]>([
  [{ columns: 65 }, /columns is 65; .* 1 to 64/],
  [{ columns: 3 }, /hessian.length is 4; .* 9, for 3 columns/],
  [{ hessian: Float64Array.of(1, NaN, 1, 1) }, /hessian\[1\] is NaN/],
  [{ projector: Float64Array.of(1) }, /projector.length is 1/],
  [{ learningRates: [] }, /learningRates/],
  [{ starts: { count: 2 ** 23 + 1, radius: 1, seed: 1 } }, /starts.count is 8388609; .* 8388608/],
  [{ starts: { count: 1, radius: 0, seed: 1 } }, /starts.radius is 0/],
  [{ bound: 1e13 }, /bound is 10000000000000/],
  [{ every: 1, starts: { count: 2 ** 20, radius: 1, seed: 1 } }, /every is 1; .* 16777216 numbers/],
])('%o is refused with its reason', (change, reason) => {
  expect(() => leastSquaresDescent.validate({ ...SHEET, ...change })).toThrow(reason);
});

test('a sample is about as much work as was asked for', async () => {
  const { cost } = leastSquaresDescent;
  const cut = await leastSquaresDescent.sample();
  for (const work of [1e4, 1e6, 1e8]) {
    const sample = cut(SHEET, work);
    expect(() => leastSquaresDescent.validate(sample)).not.toThrow();
    expect(cost(sample).work / work).toBeGreaterThan(0.3);
    expect(cost(sample).work / work).toBeLessThan(3);
  }
});
