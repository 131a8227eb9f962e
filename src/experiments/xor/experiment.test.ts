import { expect, test } from 'vitest';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import { XOR, type XorParameters } from './parameters';

const defaults = defaultsOf(experiment.parameters) as XorParameters;
const problemOf = (given: Partial<XorParameters> = {}) => experiment.prepare({ ...defaults, ...given }, {});
const resultOf = (given: Partial<XorParameters> = {}) => problemOf(given).result;
const expectNear = (value: number, expected: number) =>
  expect(Math.abs(value - expected), `${value} instead of ${expected}`).toBeLessThanOrEqual(
    1e-12 * Math.max(1, Math.abs(expected)),
  );

test('the best linear model of XOR, its Hessian, eigenvalues and limit', () => {
  const { minimizer, isUnique, hessian, eigenvalues, threshold } = resultOf();
  [...minimizer.w, minimizer.b, minimizer.loss].forEach((value, i) => expectNear(value, [0, 0, 0.5, 0.25][i]));
  expect(isUnique).toBe(true);
  expect(hessian).toEqual([
    [1, 0.5, 1],
    [0.5, 1, 1],
    [1, 1, 2],
  ]);
  // Worked out apart from this lab, with 20 digits.
  [0.31385933836549283504, 0.5, 3.186140661634507165].forEach((expected, i) => expectNear(eigenvalues[i], expected));
  expectNear(threshold, 0.62771867673098567007);
});

test('the printed answer agrees, and is not asked of other points', async () => {
  const [claim] = await experiment.claims!();
  expect(claim.compute(resultOf())).toMatchObject({ verdict: 'agrees' });
  expect(claim.compute(resultOf({ points: XOR.toReversed() }))).toMatchObject({ verdict: 'agrees' });
  expect(claim.compute(resultOf({ points: [[0, 0, 1]] }))).toBeUndefined();
});

test('descent gives up: it ends at one half everywhere below the limit, and diverges above it', () => {
  const below = resultOf({ learningRate: 0.62, iterations: 3000 });
  below.predictions.forEach((value) => expect(value).toBeCloseTo(0.5, 10));
  expect(below.loss).toBeCloseTo(0.25, 12);
  expect(below.diverged).toBeNull();
  const above = resultOf({ learningRate: 0.64, iterations: 3000 });
  expect(above.diverged).toBeGreaterThan(10);
  expect(above.loss).toBeGreaterThan(1e6);
});

test('points on a line have many minimizers: the one of smallest norm is told, and that it is not alone', () => {
  const { minimizer, isUnique, eigenvalues } = resultOf({
    points: [
      [0, 0, 0],
      [1, 1, 2],
      [2, 2, 4],
    ],
  });
  [...minimizer.w, minimizer.b].forEach((value, i) => expectNear(value, [1, 1, 0][i]));
  expectNear(minimizer.loss, 0);
  expect(isUnique).toBe(false);
  expect(eigenvalues[0]).toBe(0);
  expect(eigenvalues[1]).toBeGreaterThan(0);
});

test('a single point is fitted, and leaves two directions free', () => {
  const { minimizer, isUnique, eigenvalues } = resultOf({ points: [[3, -1, 5]] });
  expectNear(minimizer.loss, 0);
  expect(isUnique).toBe(false);
  expect(eigenvalues.slice(0, 2)).toEqual([0, 0]);
  // Of w, b with 3 w1 - w2 + b = 5 the smallest is 5 / 11 (3, -1, 1).
  [...minimizer.w, minimizer.b].forEach((value, i) => expectNear(value, [15 / 11, -5 / 11, 5 / 11][i]));
});

test('other points have the least squares solution that a search finds no better one for', () => {
  const points = [
    [0, 1, 3],
    [2, -1, 0],
    [1, 4, -2],
    [-3, 0.5, 1],
    [0.2, 0.1, 7],
  ];
  const { minimizer } = resultOf({ points });
  const lossAt = (w1: number, w2: number, b: number) =>
    points.reduce((sum, [x1, x2, y]) => sum + (w1 * x1 + w2 * x2 + b - y) ** 2, 0) / points.length;
  const { w, b, loss } = minimizer;
  expectNear(loss, lossAt(w[0], w[1], b));
  for (const h of [-1e-4, 1e-4])
    for (const beside of [lossAt(w[0] + h, w[1], b), lossAt(w[0], w[1] + h, b), lossAt(w[0], w[1], b + h)])
      expect(beside).toBeGreaterThan(loss);
});

test('with four hidden units the seed’s network solves XOR, and the result holds it', () => {
  const { w, b, network, loss, predictions } = resultOf({ units: 4, learningRate: 0.3 });
  expect([w, b]).toEqual([null, null]);
  expect(loss).toBeLessThan(0.02);
  XOR.forEach(([x1, x2, target], i) => {
    expect(Math.abs(predictions[i] - target)).toBeLessThan(0.25);
    const { hidden, output, bias } = network!;
    const made = hidden.reduce((sum, [w1, w2, b], j) => sum + output[j] * Math.tanh(w1 * x1 + w2 * x2 + b), bias);
    expectNear(made, predictions[i]);
  });
});

test('what does not go together is refused by name', () => {
  const check = (given: Partial<XorParameters>) => () => experiment.check!({ ...defaults, ...given }, {}, new Set());
  expect(check({ iteration: 501 })).toThrow('iteration="501" cannot be used');
  expect(check({ points: [[0, 0, 2000]] })).toThrow('numbers from −1000 to 1000; point 1 has 2000');
  expect(check({ trainabilityWindow: [1, 1, 0.1, 1] })).toThrow('trainability-window="1 1 0.1 1" cannot be used');
});
