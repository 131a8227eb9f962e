import { inverse, Matrix } from 'ml-matrix';
import { residualsOf, withOnes, type LinearModel, type RegressionData } from './linear-regression';
import { normalAt } from './noise';

/** Columns are told apart, and pivots taken, down to this; entries are at most 1. */
const TINY = 1e-10;
/** By how much targets are moved, beside the largest, so that no two residuals come to 0 at once. */
const MOVED = 1e-10;
const STREAM_MOVED = 21;
const MOST_STEPS = 2000;

/**
 * The plane of least absolute error. One of them goes through as many examples as there are independent columns: the
 * simplex method goes from one such plane to the next, each time down to the minimum along an edge.
 * @returns undefined where the dual problem does not certify the minimum
 */
export function leastAbsolutePlane(data: RegressionData): (LinearModel & { loss: number }) | undefined {
  const { targets } = data;
  const columns = withOnes(data.design);
  const sizes = Array.from(columns[0], (_, j) => Math.max(...columns.map((row) => Math.abs(row[j]))) || 1);
  const { rows: basis, kept, x } = independentPart(columns.map((row) => Array.from(row, (v, j) => v / sizes[j])));
  const size = Math.max(...targets.map(Math.abs)) || 1;
  const moved = targets.map((y, i) => y + MOVED * size * normalAt(0, i, STREAM_MOVED));
  for (let step = 0; step < MOST_STEPS; step++) {
    const inverted = inverse(new Matrix(basis.map((i) => x[i]))).to2DArray();
    const solve = (values: readonly number[]) =>
      inverted.map((row) => row.reduce((sum, v, j) => sum + v * values[basis[j]], 0));
    const residuals = apart(x, solve(moved), moved);
    const isBasic = new Set(basis);
    const signs = residuals.map((r, i) => (isBasic.has(i) ? 0 : Math.sign(r)));
    const slopes = kept.map((_, j) => signs.reduce((sum, sign, i) => sum + sign * x[i][j], 0));
    const multipliers = basis.map((_, j) => -slopes.reduce((sum, slope, k) => sum + slope * inverted[k][j], 0));
    const steepest = multipliers.reduce((best, m, j) => (Math.abs(m) > Math.abs(multipliers[best]) ? j : best), 0);
    const slope = 1 - Math.abs(multipliers[steepest]);
    if (slope < -1e-9) {
      const direction = inverted.map((row) => Math.sign(multipliers[steepest]) * row[steepest]);
      const entering = lowestAlong(residuals, apart(x, direction), signs, slope);
      if (entering === undefined) return undefined;
      basis[steepest] = entering;
      continue;
    }
    const theta = Array<number>(sizes.length).fill(0);
    solve(targets).forEach((value, j) => (theta[kept[j]] = value / sizes[kept[j]]));
    return certified(data, { w: theta.slice(1), b: theta[0] }, signs, size);
  }
  return undefined;
}

/** Rows and columns of the greatest regular part, by Gaussian elimination with complete pivoting, and all rows of its columns. */
function independentPart(x: number[][]): { rows: number[]; kept: number[]; x: number[][] } {
  const left = x.map((row) => [...row]);
  const [rows, kept]: [number[], number[]] = [[], []];
  for (;;) {
    let [row, column, most] = [-1, -1, TINY];
    left.forEach((values, i) => {
      if (!rows.includes(i))
        values.forEach((v, j) => {
          if (Math.abs(v) > most) [row, column, most] = [i, j, Math.abs(v)];
        });
    });
    if (row < 0) return { rows, kept, x: x.map((values) => kept.map((j) => values[j])) };
    rows.push(row);
    kept.push(column);
    const pivot = [...left[row]];
    for (const values of left) {
      const factor = values[column] / pivot[column];
      pivot.forEach((v, j) => (values[j] -= factor * v));
      values[column] = 0;
    }
  }
}

const apart = (x: readonly number[][], theta: readonly number[], targets?: readonly number[]) =>
  x.map((row, i) => row.reduce((sum, v, j) => sum + v * theta[j], -(targets?.[i] ?? 0)));

/** The example whose residual comes to 0 where the error is least along an edge: a weighted median. */
function lowestAlong(residuals: number[], growth: number[], signs: number[], slope: number): number | undefined {
  const corners = residuals
    .map((r, i) => ({ i, at: -r / growth[i] }))
    .filter(({ i, at }) => signs[i] !== 0 && Math.abs(growth[i]) > TINY && at > 0)
    .sort((a, b) => a.at - b.at);
  let reached = slope;
  return corners.find(({ i }) => (reached += 2 * Math.abs(growth[i])) >= 0)?.i;
}

/**
 * By duality no plane has less than the sum of these signs times its residuals, as with the multipliers of the examples
 * that it goes through they are orthogonal to all columns.
 */
function certified(data: RegressionData, model: LinearModel, signs: readonly number[], size: number) {
  const residuals = residualsOf(data, model);
  const n = residuals.length;
  const loss = residuals.reduce((sum, r, i) => sum + (signs[i] === 0 ? 0 : Math.abs(r)), 0) / n;
  const bound = residuals.reduce((sum, r, i) => sum + signs[i] * r, 0) / n;
  const terms = data.design.map((row) => Array.from(row, (v, j) => Math.abs(v * model.w[j])));
  const rounding = 1e-14 * Math.max(size, Math.abs(model.b), ...terms.flat());
  if (loss - bound > 1e-9 * loss + rounding) return undefined;
  return { ...model, loss: loss <= rounding ? 0 : loss };
}
