import { expect, test } from 'vitest';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import { NETWORK_ENDINGS } from '../../math/tanh-network';
import { loss } from './loss';
import { XOR, type XorParameters } from './parameters';
import { canGoCloser, closerAtBorder, type RateWindow, type Trainability } from './populations';

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
  const said = (learningRate: number, units = 0) =>
    loss.summarize({ problem: problemOf({ learningRate, units, iterations: 20 }), iteration: 20, hidesTheory: false });
  expect(said(0.64)).toContain('The rate is above 2/λ = 0.6277: there descent on the linear model cannot settle.');
  for (const other of [said(0.62), said(0.64, 2)]) expect(other).not.toContain('above 2/λ');
});

test('each press on the border of trainability goes closer to it, as long as float32 tells rates apart', () => {
  const home: RateWindow = { first: [0.01, 100], second: [0.01, 100] };
  const [columns, rows] = [80, 60];
  /** Diverged where the product of both rates is above 0.3. */
  const imageOf = (window: RateWindow): Trainability => ({
    window,
    columns,
    rows,
    endings: Uint8Array.from({ length: columns * rows }, (_, i) => {
      const at = ([low, high]: readonly number[], share: number) => low * (high / low) ** share;
      const first = at(window.first, ((i % columns) + 0.5) / columns);
      const second = at(window.second, (Math.floor(i / columns) + 0.5) / rows);
      return NETWORK_ENDINGS.indexOf(first * second > 0.3 ? 'diverged' : 'solved');
    }),
    measures: new Float32Array(columns * rows),
  });
  const spanOf = ({ first: [low, high] }: RateWindow) => Math.log(high / low);
  let window = home;
  let presses = 0;
  while (canGoCloser(imageOf(window), window, home)) {
    const next = closerAtBorder(imageOf(window), window, home)!;
    expect(next.first[0] * next.second[0]).toBeLessThan(0.3);
    expect(next.first[1] * next.second[1]).toBeGreaterThan(0.3);
    expect(spanOf(next)).toBeLessThan(0.99 * spanOf(window));
    if (presses++ === 0) expect(spanOf(next)).toBeCloseTo(spanOf(home) / 4, 9);
    window = next;
  }
  expect([presses > 5, presses < 12]).toEqual([true, true]);
  const solved = { ...imageOf(home), endings: new Uint8Array(columns * rows) };
  expect(closerAtBorder(solved, home, home)).toBeUndefined();
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
