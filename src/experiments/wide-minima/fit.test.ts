import { expect, test } from 'vitest';
import { parseObjective } from '../../formula';
import { oneVariable } from '../../math/one-variable';
import { defaultsOf } from '../parameters';
import { isSheets, resolve } from './fit';
import { parameters, SHEET_OBJECTIVE, type WideMinimaSettings } from './parameters';

const fitted = (objective: string, given: Partial<WideMinimaSettings> = {}) =>
  resolve({ ...defaultsOf(parameters), objective, ...given });

test("for the sheet's function, however it is spaced, the numbers are the sheet's", () => {
  for (const objective of [SHEET_OBJECTIVE, SHEET_OBJECTIVE.replaceAll(' ', ''), `f(θ) = ${SHEET_OBJECTIVE}`]) {
    expect(isSheets(objective)).toBe(true);
    expect(fitted(objective)).toMatchObject({
      low: -5,
      high: 20,
      learningRates: [0.01, 0.3, 4],
      rateLow: 0.001,
      rateHigh: 5,
    });
  }
  expect(isSheets('x^2')).toBe(false);
});

test.each(['x^4 - 3x^2 + x', '(w-100)^2/2', 'cosh(x) - 2x', 'x ln(x)', 'huber(x)', 'x^2/20 + 2cos(2x)'])(
  'for %s the rates are 0.1, 0.9 and 1.1 times 2/f″ of its minima, and the sweep goes around them',
  (objective) => {
    const { low, high, learningRates, rateLow, rateHigh } = fitted(objective);
    const minima = oneVariable(parseObjective(objective), 0).stationary.filter(
      ({ kind, theta }) => kind === 'minimum' && theta > low && theta < high,
    );
    const thresholds = minima.map(({ threshold }) => threshold);
    expect(thresholds.length).toBeGreaterThan(0);
    for (const threshold of [Math.min(...thresholds), Math.max(...thresholds)]) {
      expect(learningRates.some((rate) => rate < threshold && rate > 0.75 * threshold)).toBe(true);
      expect(learningRates.some((rate) => rate > threshold && rate < 1.3 * threshold)).toBe(true);
      expect(rateLow).toBeLessThan(threshold);
      expect(rateHigh).toBeGreaterThan(2 * threshold);
    }
    expect(learningRates[0] / Math.min(...thresholds)).toBeCloseTo(0.1, 1);
    expect(learningRates).toEqual(learningRates.toSorted((a, b) => a - b));
  },
);

test('where there is no threshold there are rates all the same', () => {
  for (const objective of ['abs(x)', 'x^4', 'exp(x)', '3', 'log(-1 - x^2)'])
    expect(fitted(objective).learningRates).toEqual([0.01, 0.1, 1]);
});

test('what is given stays, also where it lies beyond what would fit', () => {
  expect(fitted('x^2', { low: -1, rateHigh: 7 })).toMatchObject({ low: -1, high: 5, rateHigh: 7 });
  expect(fitted('x^2', { low: 8 })).toMatchObject({ low: 8, high: 18 });
  expect(fitted('x^2', { high: -8 })).toMatchObject({ low: -18, high: -8 });
  const { rateLow, rateHigh } = fitted('x^2', { rateLow: 50 });
  expect(rateLow).toBe(50);
  expect(rateHigh).toBeGreaterThan(50);
});
