import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ballOutline, norm } from './norms';

const RUNS = { seed: 20, numRuns: 500 };
/** A few roundings of sums of 64 terms. */
const ROUNDING = 1e-12;

const entry = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const vectors = fc.array(entry, { minLength: 1, maxLength: 64 });
const pairs = fc.integer({ min: 1, max: 64 }).chain((length) => {
  const vector = fc.array(entry, { minLength: length, maxLength: length });
  return fc.tuple(vector, vector);
});
const powers = fc.oneof(fc.double({ min: 1, max: 1000, noNaN: true }), fc.constantFrom(1, 2, Infinity));

test('a greater p never makes the norm greater: from ℓ1 by ℓ2 to ℓ∞, and below 1 too', () => {
  fc.assert(
    fc.property(vectors, fc.double({ min: 0.1, max: 1000, noNaN: true }), powers, (x, p, q) => {
      const [small, great] = [Math.min(p, q), Math.max(p, q)];
      expect(norm(x, great)).toBeLessThanOrEqual(norm(x, small) * (1 + ROUNDING));
    }),
    RUNS,
  );
});

test('ℓ1 is at most √n times ℓ2, and ℓ2 at most √n times ℓ∞', () => {
  fc.assert(
    fc.property(vectors, (x) => {
      const root = Math.sqrt(x.length) * (1 + ROUNDING);
      expect(norm(x, 1)).toBeLessThanOrEqual(root * norm(x, 2));
      expect(norm(x, 2)).toBeLessThanOrEqual(root * norm(x, Infinity));
    }),
    RUNS,
  );
});

test('the triangle inequality holds for every p from 1 on', () => {
  fc.assert(
    fc.property(pairs, powers, ([x, y], p) => {
      const sum = x.map((value, i) => value + y[i]);
      expect(norm(sum, p)).toBeLessThanOrEqual((norm(x, p) + norm(y, p)) * (1 + ROUNDING));
    }),
    RUNS,
  );
});

test('below p = 1 the triangle inequality fails', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 0.99, noNaN: true }), (p) => {
      expect(norm([1, 1], p)).toBeGreaterThan(norm([1, 0], p) + norm([0, 1], p));
    }),
    RUNS,
  );
});

test('every ℓp scales with its vector, and the count of nonzero entries does not', () => {
  fc.assert(
    fc.property(vectors, powers, (x, p) => {
      const doubled = x.map((value) => 2 * value);
      expect(norm(doubled, p)).toBeCloseTo(2 * norm(x, p), -Math.log10(ROUNDING * (1 + norm(x, 1))));
      expect(norm(doubled, 0)).toBe(norm(x, 0));
    }),
    RUNS,
  );
});

test.each([0.1, 0.5, 1, 1.5, 2, 3, 1000, Infinity])(
  'p = %s neither overflows nor vanishes at the ends of float64',
  (p) => {
    const shape = [3, -1, 0, 2];
    for (const scale of [1e250, 1e200, 1e-200, 1e-300])
      expect(
        norm(
          shape.map((value) => value * scale),
          p,
        ) /
          scale /
          norm(shape, p),
      ).toBeCloseTo(1, 12);
    expect(norm([1e200, 1e-200], p) / 1e200).toBeCloseTo(1, 12);
    expect(norm([0, 0], p)).toBe(0);
  },
);

test.each([0.1, 0.5, 1, 2, 3, 1000, Infinity])('the outline of the ball of p = %s has its radius by that norm', (p) => {
  const outline = ballOutline(p, 2);
  for (const point of outline) expect(norm(point, p)).toBeCloseTo(2, 9);
  for (const corner of [
    [2, 0],
    [0, 2],
    [-2, 0],
    [0, -2],
  ])
    expect(Math.min(...outline.map((point) => Math.hypot(point[0] - corner[0], point[1] - corner[1])))).toBeLessThan(
      p === Infinity ? 2.01 : 1e-12,
    );
});
