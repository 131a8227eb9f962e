import { eigenvalueSteps } from '../math/largest-eigenvalue';
import type { Lists, SparseTable } from '../math/sparse-table';
import { RATINGS_PER_STEP, type Work } from './work';

/** The curvature is known to a percent: what it is taken at is an estimate itself. */
const TOLERANCE = 0.01;
const MAXIMUM_STEPS = 60;
const SINGULAR_STEPS = 30;

export interface ThresholdOptions {
  mean: number;
  biases: boolean;
  ridge: number;
}

/**
 * The largest learning rate at which training can come to rest, estimated before it: 2 / lambda_max, as for every
 * minimum, with the curvature J'J + ridge I (Gauss and Newton's, without the residuals) at the best balanced factorization
 * of rank one, which is found without training:
 *
 * a and b, the top singular vectors of the residuals r - mean with 0 for what is unknown, by power iteration; the factor
 * s = sigma / sum of a_i^2 b_j^2 over the known entries, with which s a_i b_j fits them best; u = sqrt(s) a, v = sqrt(s) b.
 *
 * A row of the Jacobian J, of the prediction of entry (i, j), is v_j at u_i, u_i at v_j, and 1 at both biases.
 */
export function* estimateThreshold(table: SparseTable, { mean, biases, ridge }: ThresholdOptions): Work<number> {
  const { rows, columns } = table;
  const { u, v } = yield* rankOneFit(table, mean);
  const size = (biases ? 2 : 1) * (rows + columns);
  const steps = eigenvalueSteps(size, TOLERANCE, MAXIMUM_STEPS);
  let next = steps.next();
  while (!next.done) next = steps.next(yield* timesGaussNewton(table.byRow, u, v, biases, next.value));
  const lambda = next.value + ridge;
  return lambda > 0 ? 2 / lambda : Infinity;
}

function* rankOneFit({ rows, columns, byRow }: SparseTable, mean: number): Work<{ u: Float64Array; v: Float64Array }> {
  const u = new Float64Array(rows);
  let v = new Float64Array(columns).fill(1);
  let sigma = 0;
  const { starts, indices, values } = byRow;
  for (let step = 0; step < SINGULAR_STEPS; step++) {
    scale(v, 1 / (norm(v) || 1));
    const next = new Float64Array(columns);
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let i = starts[row]; i < starts[row + 1]; i++) sum += (values[i] - mean) * v[indices[i]];
      u[row] = sum;
    }
    sigma = norm(u);
    scale(u, 1 / (sigma || 1));
    for (let row = 0; row < rows; row++) for (let i = starts[row]; i < starts[row + 1]; i++) next[indices[i]] += (values[i] - mean) * u[row];
    v = next;
    yield 0;
  }
  sigma = norm(v);
  scale(v, 1 / (sigma || 1));
  let weight = 0;
  for (let row = 0; row < rows; row++) for (let i = starts[row]; i < starts[row + 1]; i++) weight += (u[row] * v[indices[i]]) ** 2;
  const root = Math.sqrt(sigma / (weight || 1));
  scale(u, root);
  scale(v, root);
  return { u, v };
}

/** J'J x, for x = (dU, dV) or (dU, dV, db, dc). */
function* timesGaussNewton({ starts, indices }: Lists, u: Float64Array, v: Float64Array, biases: boolean, x: Float64Array): Work<Float64Array> {
  const rows = u.length;
  const width = rows + v.length;
  const result = new Float64Array(x.length);
  let gone = 0;
  for (let row = 0; row < rows; row++) {
    let forU = 0;
    let forBias = 0;
    for (let i = starts[row]; i < starts[row + 1]; i++) {
      const column = indices[i];
      let change = v[column] * x[row] + u[row] * x[rows + column];
      if (biases) change += x[width + row] + x[width + rows + column];
      forU += change * v[column];
      forBias += change;
      result[rows + column] += change * u[row];
      if (biases) result[width + rows + column] += change;
    }
    result[row] = forU;
    if (biases) result[width + row] = forBias;
    if ((gone += starts[row + 1] - starts[row]) > RATINGS_PER_STEP) {
      gone = 0;
      yield 0;
    }
  }
  return result;
}

function norm(v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i] * v[i];
  return Math.sqrt(sum);
}

function scale(v: Float64Array, factor: number): void {
  for (let i = 0; i < v.length; i++) v[i] *= factor;
}
