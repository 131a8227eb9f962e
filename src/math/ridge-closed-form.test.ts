import { expect, test } from 'vitest';
import { normalAt } from './noise';
import { inSteps } from './in-slices';
import { ridgeClosedForm, ridgeSteps, type LinearProblem } from './ridge-closed-form';

const ORACLE: LinearProblem = {
  rows: 5,
  columns: 2,
  design: [1, 2, 2, 0, 3, 1, 4, 3, 5, -1],
  targets: [3, 1, 4, 7, 2],
};

function random(rows: number, columns: number): LinearProblem {
  const design = Float64Array.from({ length: rows * columns }, (_, i) => normalAt(1, i));
  return { rows, columns, design, targets: Float64Array.from({ length: rows }, (_, i) => 5 + normalAt(2, i)) };
}

/** The largest entry of the gradient, which is 0 at the minimum. */
function slopeAt({ rows, columns, design, targets }: LinearProblem, w: Float64Array, b: number, alpha: number): number {
  const gradient = [...Array.from(w, (weight) => alpha * weight), 0];
  for (let row = 0; row < rows; row++) {
    let residual = b - targets[row];
    for (let j = 0; j < columns; j++) residual += design[row * columns + j] * w[j];
    for (let j = 0; j < columns; j++) gradient[j] += (design[row * columns + j] * residual) / rows;
    gradient[columns] += residual / rows;
  }
  return Math.max(...gradient.map(Math.abs));
}

test("the oracle's five points have their minimum where it says, the bias without a ridge", () => {
  const { w, b, method } = ridgeClosedForm(ORACLE, 0.1);
  expect(method).toBe('QR');
  [0.7703703703703704, 1.362962962962963].forEach((expected, j) => expect(w[j]).toBeCloseTo(expected, 12));
  expect(b).toBeCloseTo(-0.2740740740740741, 12);
  // With a ridge on the bias, too, it would be elsewhere.
  expect(Math.abs(w[0] - 0.7430224150397686)).toBeGreaterThan(0.02);
});

test.each([
  [30, 7, 0],
  [30, 7, 0.3],
  [6, 9, 0.01],
  [20, 501, 0.1],
])('for %i rows of %i features at strength %f the gradient is 0', (rows, columns, alpha) => {
  const problem = random(rows, columns);
  const { w, b, method } = ridgeClosedForm(problem, alpha);
  expect(method).toBe(columns > 500 ? 'Cholesky' : 'QR');
  expect(slopeAt(problem, w, b, alpha)).toBeLessThan(1e-10);
});

test('it may be broken off after each row, and each column that is worked on', () => {
  const problem = random(20, 501);
  // The means, the Gram matrix, its columns.
  expect([...ridgeSteps(problem, 0.1)].length).toBe(20 + 20 + 501);
  // The means, the rows, the columns, and each column that is freed of one before it.
  expect([...ridgeSteps(random(20, 30), 0.1)].length).toBe(20 + 20 + 30 + (30 * 29) / 2);
  const signal = AbortSignal.abort(new Error('stopped'));
  return expect(inSteps(ridgeSteps(problem, 0.1), { signal })).rejects.toThrow('stopped');
});

test('without a ridge and with too few rows, or a feature with one value, it is the shortest of all solutions', () => {
  const few = random(4, 9);
  const { w, b, method } = ridgeClosedForm(few, 0);
  expect(method).toBe('minimum norm');
  expect(slopeAt(few, w, b, 0)).toBeLessThan(1e-10);
  // A ridge on its way to nothing leads to the shortest.
  const nearly = ridgeClosedForm(few, 1e-9);
  w.forEach((weight, j) => expect(weight).toBeCloseTo(nearly.w[j], 5));

  const constant = random(12, 3);
  for (let row = 0; row < 12; row++) (constant.design as Float64Array)[row * 3 + 1] = 7;
  const solved = ridgeClosedForm(constant, 0);
  expect(solved.method).toBe('minimum norm');
  expect(Math.abs(solved.w[1])).toBeLessThan(1e-12);
  expect(slopeAt(constant, solved.w, solved.b, 0)).toBeLessThan(1e-10);
});
