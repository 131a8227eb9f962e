import type { Samples } from '../../engine/contract';

/** The sheet's table: what nobody knows is null. */
export const SHEET_RATINGS: readonly (readonly (number | null)[])[] = [
  [5, null],
  [null, 4],
];

/** A number for each of the two users, and for each of the two items. */
export interface RankOne {
  u: number[];
  v: number[];
}

/** A step of descent, every number of it. */
export interface SheetStep {
  before: RankOne & { loss: number };
  after: RankOne & { loss: number };
  /** The gradient of J before the step. */
  gradient: RankOne;
  /** What v would come to if it were updated with the new u, which is another method. */
  sequential: { v: number[]; loss: number };
}

/** Iterate number k of those that an engine kept. */
export function iterateAt(iterates: Samples, k: number): RankOne {
  const [u1, u2, v1, v2] = iterates.subarray(4 * k, 4 * k + 4);
  return { u: [u1, u2], v: [v1, v2] };
}

/** J = 1/2 sum of e^2 over the known entries + (ridge / 2) (|u|^2 + |v|^2). */
export function lossOf({ u, v }: RankOne, ridge: number): number {
  let loss = 0;
  SHEET_RATINGS.forEach((row, i) =>
    row.forEach((rating, j) => (loss += rating === null ? 0 : (rating - u[i] * v[j]) ** 2 / 2)),
  );
  return loss + (ridge / 2) * [...u, ...v].reduce((sum, factor) => sum + factor * factor, 0);
}

/** The gradient of J. */
export function gradientOf({ u, v }: RankOne, ridge: number): RankOne {
  const gradient: RankOne = { u: u.map((factor) => ridge * factor), v: v.map((factor) => ridge * factor) };
  SHEET_RATINGS.forEach((row, i) =>
    row.forEach((rating, j) => {
      if (rating === null) return;
      const residual = rating - u[i] * v[j];
      gradient.u[i] -= residual * v[j];
      gradient.v[j] -= residual * u[i];
    }),
  );
  return gradient;
}

/** Step number k, from iterate k - 1 to iterate k, as an engine made it; and the working, in float64, from the iterate before. */
export function stepAt(iterates: Samples, k: number, learningRate: number, ridge: number): SheetStep {
  const [before, after] = [iterateAt(iterates, k - 1), iterateAt(iterates, k)];
  const late = gradientOf({ u: after.u, v: before.v }, ridge).v;
  const v = before.v.map((factor, j) => factor - learningRate * late[j]);
  return {
    before: { ...before, loss: lossOf(before, ridge) },
    after: { ...after, loss: lossOf(after, ridge) },
    gradient: gradientOf(before, ridge),
    sequential: { v, loss: lossOf({ u: after.u, v }, ridge) },
  };
}

/** u1 -> c u1, v1 -> v1 / c: what is known is predicted as before, what is unknown is not. */
export function alongValley({ u, v }: RankOne, c: number): RankOne {
  return { u: [c * u[0], u[1]], v: [v[0] / c, v[1]] };
}
