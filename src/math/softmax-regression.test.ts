import { expect, test } from 'vitest';
import { softmax } from './activations';
import { crossEntropy, softmaxPass } from './softmax-regression';

const WEIGHTS = [
  [0.1, -0.2, 0.3],
  [0.4, 0, -0.1],
];

test('the gradient is that of differences of the loss', () => {
  const { gradient } = softmaxPass(WEIGHTS, [1, 2], 1);
  const h = 1e-5;
  WEIGHTS.forEach((row, i) =>
    row.forEach((_, j) => {
      const lossAt = (shift: number) =>
        softmaxPass(
          WEIGHTS.map((one, r) => one.map((w, c) => (r === i && c === j ? w + shift : w))),
          [1, 2],
          1,
        ).loss;
      expect((lossAt(h) - lossAt(-h)) / (2 * h)).toBeCloseTo(gradient[i][j], 9);
    }),
  );
});

test('each row of the gradient adds up to 0: what one class gains the others lose', () => {
  for (const row of softmaxPass(WEIGHTS, [1, 2], 2).gradient)
    expect(Math.abs(row.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-15);
});

test('logits of 1000 neither overflow nor vanish', () => {
  expect(softmax([1000, 999, -1000])).toEqual([1 / (1 + Math.exp(-1)), Math.exp(-1) / (1 + Math.exp(-1)), 0]);
  expect(crossEntropy([1000, 0, -1000], 2)).toBe(2000);
  expect(crossEntropy([1000, 0, 0], 0)).toBe(0);
  const { loss, gradient } = softmaxPass([[1000, -1000]], [1], 1);
  expect([loss, gradient]).toEqual([2000, [[1, -1]]]);
});
