/** A weight or a point of the plane. */
export type Point = readonly [number, number];

/**
 * The ℓp norm of a vector: the number of its nonzero entries for p = 0, its largest entry for p = Infinity. Below 1 this is
 * no norm, since the triangle inequality fails. Entries are scaled by the largest, so that no power overflows.
 */
export function norm(x: readonly number[], p: number): number {
  const sizes = x.map(Math.abs);
  if (p === 0) return sizes.filter((size) => size > 0).length;
  if (p === 1) return sum(sizes);
  const largest = Math.max(...sizes);
  if (p === Infinity || largest === 0) return largest;
  return largest * sum(sizes.map((size) => (size / largest) ** p)) ** (1 / p);
}

/** Points around the ball {x: ‖x‖p ≤ radius} of the plane, p > 0, counterclockwise from (radius, 0). */
export function ballOutline(p: number, radius: number): Point[] {
  const corners = p === Infinity || p === 1;
  const steps = corners ? (p === 1 ? 1 : 2) : p < 0.5 ? 256 : 64;
  const quadrant = Array.from({ length: steps }, (_, k): Point => {
    if (k === 0) return [radius, 0];
    if (p === Infinity) return [radius, radius];
    // Far out along the axes, where a ball of small p has its corners, equal angles would lie too far apart.
    if (p < 0.5) {
      const share = 0.5 ** ((2 * Math.min(k, steps - k)) / steps);
      const [far, near] = [radius * share ** (1 / p), radius * (1 - share) ** (1 / p)];
      return k <= steps / 2 ? [far, near] : [near, far];
    }
    const angle = (Math.PI / 2) * (k / steps);
    return [radius * Math.cos(angle) ** (2 / p), radius * Math.sin(angle) ** (2 / p)];
  });
  const turned = ([x, y]: Point, quarters: number): Point => (quarters === 0 ? [x, y] : turned([-y, x], quarters - 1));
  return [0, 1, 2, 3].flatMap((quarters) => quadrant.map((point) => turned(point, quarters)));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
