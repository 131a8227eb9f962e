import { eigenvalueSteps } from '../../math/largest-eigenvalue';
import type { Lists, SparseTable } from '../../math/sparse-table';
import { RATINGS_PER_STEP, type Work } from './work';

/** The curvature is known to a percent: what it is taken at is an estimate itself. */
const TOLERANCE = 0.01;
const MAXIMUM_STEPS = 60;
/** Steps to singular vectors: many where they are cheap, and else enough to begin with. */
const MOST_SINGULAR_STEPS = 30;
const LEAST_SINGULAR_STEPS = 5;
const RATINGS_IN_ALL_STEPS = 10_000_000;
const FITTING_STEPS = 5;
/** A user with few ratings is taken to have rated this many more with 0, so that his few do not stand for anything extreme. */
const PRIOR_RATINGS = 5;

export interface ThresholdOptions {
  mean: number;
  biases: boolean;
  ridge: number;
}

/**
 * The largest learning rate at which training can come to rest, estimated before it: 2 / lambda_max, as for every
 * minimum, with the curvature J'J + ridge I (Gauss and Newton's, without the residuals) at a balanced factorization of
 * rank one that is found without training. A row of the Jacobian J, of the prediction of entry (i, j), is v_j at u_i,
 * u_i at v_j, and 1 at both biases.
 *
 * That factorization begins with the top singular vectors of the residuals r - mean with 0 for what is unknown. Where few
 * are known, these see little but the most popular item, so both sides are then fitted to the known entries in turns, by
 * least squares; where all are known this changes nothing. At last both get the same length, and one factor
 * by which their products fit best.
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

/** |u| = |v|, with u v' near the known residuals. */
function* rankOneFit(
  { rows, columns, byRow, byColumn }: SparseTable,
  mean: number,
): Work<{ u: Float64Array; v: Float64Array }> {
  const u = new Float64Array(rows);
  const v = new Float64Array(columns).fill(1);
  const affordable = Math.round(RATINGS_IN_ALL_STEPS / byRow.values.length);
  const singularSteps = Math.min(MOST_SINGULAR_STEPS, Math.max(LEAST_SINGULAR_STEPS, affordable));
  for (let step = 0; step < singularSteps; step++) {
    yield* leastSquares(byRow, mean, v, u, Infinity);
    yield* leastSquares(byColumn, mean, u, v, Infinity);
  }
  for (let step = 0; step < FITTING_STEPS; step++) {
    yield* leastSquares(byRow, mean, v, u, PRIOR_RATINGS);
    yield* leastSquares(byColumn, mean, u, v, PRIOR_RATINGS);
  }
  let product = 0;
  let weight = 0;
  const { starts, indices, values } = byRow;
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row]; i < starts[row + 1]; i++) {
      const guess = u[row] * v[indices[i]];
      product += (values[i] - mean) * guess;
      weight += guess * guess;
    }
  }
  const root = Math.sqrt(product / (weight || 1));
  scale(u, root);
  scale(v, root);
  return { u, v };
}

/**
 * For each list the factor with which the factors of the other side fit its values best, times some number that makes
 * the result of length 1. As if each list had `prior` values of 0 more.
 */
function* leastSquares(
  { starts, indices, values }: Lists,
  mean: number,
  other: Float64Array,
  result: Float64Array,
  prior: number,
): Work<void> {
  let average = 0;
  for (let i = 0; i < other.length; i++) average += (other[i] * other[i]) / other.length;
  let gone = 0;
  for (let list = 0; list < result.length; list++) {
    let product = 0;
    let weight = 0;
    for (let i = starts[list]; i < starts[list + 1]; i++) {
      const factor = other[indices[i]];
      product += (values[i] - mean) * factor;
      weight += factor * factor;
    }
    // With a prior beyond all bounds what is found is the product with the matrix, and repeated a singular vector.
    result[list] = prior === Infinity ? product : product / (weight + prior * average || 1);
    if ((gone += starts[list + 1] - starts[list]) > RATINGS_PER_STEP) {
      gone = 0;
      yield 0;
    }
  }
  scale(result, 1 / (norm(result) || 1));
}

/** J'J x, for x = (dU, dV) or (dU, dV, db, dc). */
function* timesGaussNewton(
  { starts, indices }: Lists,
  u: Float64Array,
  v: Float64Array,
  biases: boolean,
  x: Float64Array,
): Work<Float64Array> {
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
