import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cornerWedges,
  gramOf,
  levelEllipse,
  lossOf,
  randomTargets,
  withinL1,
  withinL2,
  zerosOf,
} from './constrained-least-squares';
import { norm, type Point } from './norms';

const RUNS = { seed: 21, numRuns: 200 };

const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
const points = fc.tuple(coordinate, coordinate);
const grams = fc
  .array(points, { minLength: 2, maxLength: 6 })
  .map(gramOf)
  .filter(([a, b, c]) => a * c - b * b > 0.05 * a * c && a > 1e-2 && c > 1e-2);
const radii = fc.double({ min: 0.1, max: 4, noNaN: true });

/** Points of a ball: its whole boundary, and its inside in rings. */
function ball(p: 1 | 2, radius: number): Point[] {
  return Array.from({ length: 800 }, (_, k): Point => {
    const direction: Point = [Math.cos(k * 0.7), Math.sin(k * 0.7)];
    const size = (radius * Math.min(1, (k % 8) / 4)) / norm(direction, p);
    return [direction[0] * size, direction[1] * size];
  });
}

test.each([
  [1, withinL1],
  [2, withinL2],
] as const)('no point of the ℓ%s ball has a smaller loss than the minimizer, which lies in the ball', (p, minimize) => {
  fc.assert(
    fc.property(grams, points, radii, (gram, target, radius) => {
      const w = minimize(gram, target, radius);
      expect(norm(w, p)).toBeLessThanOrEqual(radius * (1 + 1e-12));
      const loss = lossOf(gram, target, w);
      const least = Math.min(...ball(p, radius).map((other) => lossOf(gram, target, other)));
      expect(loss).toBeLessThanOrEqual(least + 1e-9);
    }),
    RUNS,
  );
});

test('a target inside the ball is its own solution', () => {
  expect(withinL1([2, 1, 3], [0.3, -0.6], 1)).toEqual([0.3, -0.6]);
  expect(withinL2([2, 1, 3], [0.6, -0.7], 1)).toEqual([0.6, -0.7]);
});

test('with orthonormal features ℓ1 is soft thresholding and ℓ2 is scaling', () => {
  expect(withinL1([1, 0, 1], [2, 1.5], 1)).toEqual([0.75, 0.25]);
  expect(withinL1([1, 0, 1], [2, 0.5], 1)).toEqual([1, 0]);
  expect(zerosOf(withinL1([1, 0, 1], [2, 0.5], 1))).toBe(1);
  const [x, y] = withinL2([1, 0, 1], [3, 4], 1);
  expect([x, y]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)]);
});

test('on an axis of uncorrelated features ℓ2 has an exact zero too', () => {
  expect(withinL2([4, 0, 1], [3, 0], 1)).toEqual([1, 0]);
});

test('a target is in a wedge exactly if its ℓ1 solution is a corner', () => {
  const cross = (o: Point, a: Point, b: Point) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  fc.assert(
    fc.property(grams, points, radii, (gram, target, radius) => {
      if (norm(target, 1) <= radius) return;
      let isOnBorder = false;
      const isIn = cornerWedges(gram, radius, 1e3).some(([corner, first, second]) => {
        const sides = [cross(corner, first, target), cross(corner, target, second)];
        const turn = Math.sign(cross(corner, first, second));
        // Within a rounding of the border, either is right.
        isOnBorder ||= sides.some((side) => Math.abs(side) < 1e-6);
        return sides.every((side) => side * turn > 0);
      });
      if (!isOnBorder) expect(zerosOf(withinL1(gram, target, radius)) > 0).toBe(isIn);
    }),
    RUNS,
  );
});

test('an ellipse has one loss all around', () => {
  fc.assert(
    fc.property(grams, points, (gram, target) => {
      const losses = levelEllipse(gram, target, 2).map((w) => lossOf(gram, target, w));
      expect(Math.max(...losses.map((loss) => Math.abs(loss - 2)))).toBeLessThan(1e-9);
    }),
    RUNS,
  );
});

test('random targets lie outside of both balls, within three radii, and are the same for the same seed', () => {
  const targets = randomTargets(1000, 7, 2);
  const lengths = targets.map((target) => norm(target, 2));
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(2);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(6 + 1e-12);
  expect(randomTargets(1000, 7, 2)).toEqual(targets);
  expect(randomTargets(1000, 8, 2)).not.toEqual(targets);
  // Evenly spread by area: half of them within √5 radii, give or take four standard deviations.
  expect(Math.abs(lengths.filter((length) => length < 2 * Math.sqrt(5)).length - 500)).toBeLessThan(65);
});
