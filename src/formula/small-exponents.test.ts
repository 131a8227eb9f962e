import { expect, test } from 'vitest';
import { compileScalar, parse, parseObjective, widestWithSmallExponents } from '.';

const LIMIT = 1e6;
const widest = (text: string, range: readonly [number, number], limit = LIMIT) =>
  widestWithSmallExponents(parse(text, { variables: ['x'] }), 'x', range, limit);

test('the range goes as far as the exponents stay within 125 powers of 2', () => {
  const { gradient, variable } = parseObjective(
    'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)',
  );
  const [low, high] = widestWithSmallExponents(gradient, variable, [-5, 20], LIMIT)!;
  // The exponent is 3 (theta - 3) log2(e) or its opposite; ends are found to a thousandth of the step that they lie in.
  const reach = 125 / (3 * Math.LOG2E);
  expect(low).toBeGreaterThanOrEqual(3 - reach);
  expect(low).toBeLessThan(3 - reach + 0.1);
  expect(high).toBeLessThanOrEqual(3 + reach);
  expect(high).toBeGreaterThan(3 + reach - 0.1);
});

test.each(['exp(x)', 'exp(-x)', 'exp(x) + exp(-3x)', 'exp(x^2/10)', 'exp(exp(x/10))', 'sigmoid(x^3)'])(
  'within it, %s never needs a limit',
  (text) => {
    const [low, high] = widest(text, [-1, 2])!;
    expect(low).toBeLessThan(-1);
    expect(high).toBeGreaterThan(2);
    const value = compileScalar(parse(text, { variables: ['x'] }), ['x']);
    for (const x of [low, high]) expect(Math.abs(Math.log2(value(x)))).toBeLessThan(126);
  },
);

test('where there are no powers it is as wide as it may be', () => {
  expect(widest('x^3 - 3x', [-1, 2])).toEqual([-LIMIT, LIMIT]);
  expect(widest('exp(x)', [-1, 2], 10)).toEqual([-10, 10]);
});

test('there is none where exponents are too large from the beginning, or the range is beyond the limit', () => {
  expect(widest('exp(x)', [0, 100])).toBeUndefined();
  expect(widest('exp(-x)', [0, 100])).toBeUndefined();
  expect(widest('exp(1/x)', [-1, 1])).toBeUndefined();
  expect(widest('x', [-2, 1], 1)).toBeUndefined();
});

test('a range of a single number is widened, too', () => {
  const [low, high] = widest('exp(x)', [1, 1])!;
  expect(low).toBeCloseTo(-125 / Math.LOG2E, 0);
  expect(high).toBeCloseTo(125 / Math.LOG2E, 0);
});
