import { norm, type Point } from './norms';
import { threefry, unitInterval } from './random';

/** XᵀX of a design of two columns: its entries (1, 1), (1, 2) and (2, 2). */
export type Gram = readonly [number, number, number];

export function gramOf(design: readonly (readonly number[])[]): Gram {
  const product = (i: number, j: number) => design.reduce((sum, row) => sum + row[i] * row[j], 0);
  return [product(0, 0), product(0, 1), product(1, 1)];
}

/** The least-squares loss above its minimum: half the square of X(w − target). */
export function lossOf([a, b, c]: Gram, target: Point, w: Point): number {
  const [x, y] = [w[0] - target[0], w[1] - target[1]];
  return (a * x * x + 2 * b * x * y + c * y * y) / 2;
}

/** (gram + ridge I)⁻¹ v */
export function solve([a, b, c]: Gram, [x, y]: Point, ridge = 0): Point {
  const [p, q] = [a + ridge, c + ridge];
  const determinant = p * q - b * b;
  return [(q * x - b * y) / determinant, (p * y - b * x) / determinant];
}

/** The minimizer of the loss in the ℓ1 ball: the best point of its four edges, of which each has a closed form. */
export function withinL1(gram: Gram, target: Point, radius: number): Point {
  if (norm(target, 1) <= radius) return target;
  const corners: Point[] = [
    [radius, 0],
    [0, radius],
    [-radius, 0],
    [0, -radius],
  ];
  const candidates = corners.map((from, k): Point => {
    const to = corners[(k + 1) % 4];
    const along: Point = [to[0] - from[0], to[1] - from[1]];
    const [a, b, c] = gram;
    const gradient: Point = [a * along[0] + b * along[1], b * along[0] + c * along[1]];
    const share =
      (gradient[0] * (target[0] - from[0]) + gradient[1] * (target[1] - from[1])) /
      (gradient[0] * along[0] + gradient[1] * along[1]);
    if (share <= 0) return from;
    return share >= 1 ? to : [from[0] + share * along[0], from[1] + share * along[1]];
  });
  return best(gram, target, candidates);
}

function best(gram: Gram, target: Point, candidates: readonly Point[]): Point {
  return candidates.reduce((least, w) => (lossOf(gram, target, w) < lossOf(gram, target, least) ? w : least));
}

const NEWTON_STEPS = 60;

/** The minimizer of the loss in the ℓ2 ball: ridge regression with the multiplier at which its length is the radius. */
export function withinL2(gram: Gram, target: Point, radius: number): Point {
  if (Math.hypot(...target) <= radius) return target;
  const [a, b, c] = gram;
  const right: Point = [a * target[0] + b * target[1], b * target[0] + c * target[1]];
  let ridge = 0;
  let w = target;
  // Newton's method on 1/radius − 1/|w|, a concave function of the multiplier: it ascends from 0 and never overshoots.
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const length = Math.hypot(...w);
    const change = solve(gram, w, ridge);
    const next = ridge + ((length - radius) / radius) * (length ** 2 / (w[0] * change[0] + w[1] * change[1]));
    if (!(next > ridge)) break;
    ridge = next;
    w = solve(gram, right, ridge);
  }
  const scale = radius / Math.hypot(...w);
  return [w[0] * scale, w[1] * scale];
}

/** How many coordinates are exactly zero. */
export const zerosOf = (w: Point): number => w.filter((weight) => weight === 0).length;

/** Random targets from the same seed: evenly spread over the ring from the ℓ2 ball to three times its radius. */
export function randomTargets(count: number, seed: number, radius: number): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const [first, second] = threefry([seed, TARGETS], [i, 0]).map(unitInterval);
    const [angle, distance] = [2 * Math.PI * first, radius * Math.sqrt(1 + 8 * (1 - second))];
    return [distance * Math.cos(angle), distance * Math.sin(angle)];
  });
}

/** Names the stream of random numbers. */
const TARGETS = 1;

/** The targets that end at a corner of the ℓ1 ball: a wedge from each corner, cut off at about `reach`. */
export function cornerWedges(gram: Gram, radius: number, reach: number): Point[][] {
  return [0, 1].flatMap((axis) =>
    [1, -1].map((sign) => {
      const corner: Point = axis === 0 ? [sign * radius, 0] : [0, sign * radius];
      const ray = (side: number): Point => {
        const [x, y] = solve(gram, axis === 0 ? [sign, side] : [side, sign]);
        const far = reach / Math.hypot(x, y);
        return [corner[0] + far * x, corner[1] + far * y];
      };
      return [corner, ray(1), ray(-1)];
    }),
  );
}

/** Points around the ellipse on which the loss is `loss`. */
export function levelEllipse([a, b, c]: Gram, target: Point, loss: number): Point[] {
  // With the Cholesky factor L of the matrix, w − target = √(2 loss) L⁻ᵀ u for u on the unit circle.
  const first = Math.sqrt(a);
  const second = Math.sqrt(c - (b * b) / a);
  const size = Math.sqrt(2 * loss);
  return Array.from({ length: 120 }, (_, k) => {
    const [cos, sin] = [Math.cos((2 * Math.PI * k) / 120), Math.sin((2 * Math.PI * k) / 120)];
    const y = (size * sin) / second;
    return [target[0] + (size * cos - (b / first) * y) / first, target[1] + y];
  });
}
