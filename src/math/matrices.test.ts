import { expect, test } from 'vitest';
import { outer, product, rankOf, singularValues, times, transposed } from './matrices';

const A = [
  [1, 2],
  [0, -1],
  [3, 0.5],
];

test('products are those worked out by hand, and shapes that do not fit are named', () => {
  const B = [
    [2, 0, 1],
    [-1, 1, 0.5],
  ];
  expect(product(B, A)).toEqual([
    [5, 4.5],
    [0.5, -2.75],
  ]);
  expect(times(A, [1.5, -2])).toEqual([-2.5, 2, 3.5]);
  expect(outer([1, 2], [3, 4, 5])).toEqual([
    [3, 4, 5],
    [6, 8, 10],
  ]);
  expect(transposed(A)).toEqual([
    [1, 0, 3],
    [2, -1, 0.5],
  ]);
  expect(() => product(A, A)).toThrow('A is 3 × 2, B is 3 × 2');
  expect(() => times(A, [1])).toThrow('A is 3 × 2, x has 1 entries');
});

test('singular values are the roots of the eigenvalues of A′A, and the rank counts those above rounding', () => {
  // A'A has trace 15.25 and determinant 10 * 5.25 - 3.5^2 = 40.25.
  const root = Math.sqrt(15.25 ** 2 / 4 - 40.25);
  const [first, second] = singularValues(A);
  expect(first ** 2).toBeCloseTo(7.625 + root, 12);
  expect(second ** 2).toBeCloseTo(7.625 - root, 12);
  expect(rankOf(A)).toBe(2);
  expect(rankOf(outer([1, 2, 3], [0.1, 0.7]))).toBe(1);
  expect(rankOf(outer([0, 0], [1, 2, 3]))).toBe(0);
  expect(
    rankOf([
      [1e9, 0],
      [0, 1],
    ]),
  ).toBe(2);
});
