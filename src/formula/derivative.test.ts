import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileScalar, derivative, parse, toText } from '.';
import { formula } from './formulas.fixtures';

test('partial derivatives treat the other variable as a number', () => {
  const f = parse('x^2 y + sin(y)', { variables: ['x', 'y'] });
  expect(toText(derivative(f, 'x'))).toBe('2*y*x');
  expect(toText(derivative(f, 'y'))).toBe('x^2 + cos(y)');
});

test('mixed derivatives do not depend on the order', () => {
  let compared = 0;
  const agree = ({ text }: { text: string }) => {
    const f = parse(text, { variables: ['x', 'y'] });
    const [xy, yx] = [derivative(derivative(f, 'x'), 'y'), derivative(derivative(f, 'y'), 'x')].map((e) =>
      compileScalar(e, ['x', 'y']),
    );
    for (const [x, y] of [
      [0.5, 1.25],
      [1.5, -0.75],
    ]) {
      const a = xy(x, y);
      const b = yx(x, y);
      if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
      compared++;
      // Two evaluations of the same number in different order, terms of a few hundred times its size at most.
      expect(Math.abs(a - b), toText(f)).toBeLessThanOrEqual(1e-9 * (Math.abs(a) + Math.abs(b)) + 1e-9);
    }
  };
  fc.assert(fc.property(formula(['x', 'y']), agree), { seed: 11, numRuns: 300 });
  expect(compared).toBeGreaterThan(200);
});

test('huber, softplus and tanh have the slopes of the textbook', () => {
  const slope = (text: string) => compileScalar(derivative(parse(text, { variables: ['x'] }), 'x'), ['x']);
  const huber = slope('huber(x, 2)');
  expect([-5, -2, -1, 0, 1.5, 2, 7].map((x) => huber(x))).toEqual([-2, -2, -1, 0, 1.5, 2, 2]);
  const softplus = slope('softplus(x)');
  expect(softplus(-40) / Math.exp(-40)).toBeCloseTo(1, 14);
  expect(softplus(800)).toBe(1);
  const tanh = slope('tanh(x)');
  // 1 - tanh^2 would be 0 at 30: it is 4 exp(-60).
  expect(tanh(30) / (4 * Math.exp(-60))).toBeCloseTo(1, 14);
  expect(tanh(0)).toBe(1);
});
