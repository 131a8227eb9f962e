import { expect, test } from 'vitest';
import { leastSquares, slopesWithoutRounding, withoutRounding } from './least-squares';

const near = (values: number[]) => values.map((value) => expect.closeTo(value, 12));

test('a line through points is the one that was computed in rationals', () => {
  const design = [0, 1, 2, 3, 4].map((x) => [1, x]);
  expect(leastSquares(design, [1, 3, 2, 5, 4.5])).toEqual({ solution: near([1.3, 0.9]), rank: 2, isUnique: true });
});

test('with fewer rows than columns, or columns that depend on each other, it is the shortest of all solutions', () => {
  expect(leastSquares([[1, 2]], [5])).toEqual({ solution: near([1, 2]), rank: 1, isUnique: false });
  // Both columns are the same: the weight is shared.
  expect(
    leastSquares(
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      [2, 4, 6],
    ),
  ).toEqual({ solution: near([1, 1]), rank: 1, isUnique: false });
  expect(leastSquares([[0], [0]], [1, 2])).toEqual({ solution: near([0]), rank: 0, isUnique: false });
});

test('what rounding leaves of a weight of 0 is 0, and what is small on its own account stays', () => {
  const xs = [0.1, 0.2, 0.3, 0.4, 0.7, 1.1];
  const [bias, slope] = leastSquares(
    xs.map((x) => [1, x]),
    xs.map((x) => 3 * x),
  ).solution;
  expect([bias, slope]).toEqual([0, expect.closeTo(3, 12)]);
  expect(withoutRounding([1e-17, 1e-17], [[1, 1e9]], [5])).toEqual([0, 1e-17]);
  expect(slopesWithoutRounding([1e-17, 1e-17], [[1, 1e-9]], [5])).toEqual([0, 1e-17]);
});
