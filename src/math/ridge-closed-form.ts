import { MOST_COLUMNS_FOR_QR } from './ridge-method';
import { shortestLeastSquares } from './shortest-least-squares';

/** Rows of features, row after row, with a target each. */
export interface LinearProblem {
  rows: number;
  columns: number;
  design: ArrayLike<number>;
  targets: ArrayLike<number>;
}

export interface ClosedForm {
  w: Float64Array;
  b: number;
  /** How it was solved; `minimum norm` where many w are equally good: the shortest of them. */
  method: 'QR' | 'Cholesky' | 'minimum norm';
}

/** What is left of a column once it is freed of the others is rounding below this share of the longest column. */
const NEGLIGIBLE = 1e-12;

/**
 * The minimum of half the mean square plus alpha / 2 |w|^2, with a bias that has no ridge: w = (Xc' Xc / n + alpha I)^-1
 * Xc' yc / n and b = mean(y) - mean(x) w, Xc and yc being centred.
 */
export function ridgeClosedForm(problem: LinearProblem, alpha: number): ClosedForm {
  const steps = ridgeSteps(problem, alpha);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps of a row or a column: with many features it takes seconds or minutes, and may be broken off between any two. */
export function* ridgeSteps(
  { rows, columns, design, targets }: LinearProblem,
  alpha: number,
): Generator<void, ClosedForm> {
  const means = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) means[j] += design[row * columns + j] / rows;
    yield;
  }
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += targets[row] / rows;
  const centred = (row: number, j: number) => design[row * columns + j] - means[j];
  const { w, method } =
    alpha > 0 && columns > MOST_COLUMNS_FOR_QR
      ? yield* byNormalEquations({ rows, columns, targets }, centred, mean, alpha)
      : yield* byLeastSquares({ rows, columns, targets }, centred, mean, alpha);
  let b = mean;
  for (let j = 0; j < columns; j++) b -= means[j] * w[j];
  return { w, b, method };
}

type Sizes = Omit<LinearProblem, 'design'>;

/** Least squares of the centred rows, and of sqrt(alpha) w = 0 below them. */
function* byLeastSquares(
  { rows, columns, targets }: Sizes,
  centred: (row: number, j: number) => number,
  mean: number,
  alpha: number,
): Generator<void, Pick<ClosedForm, 'w' | 'method'>> {
  const height = rows + (alpha > 0 ? columns : 0);
  const a = Array.from({ length: columns }, () => new Float64Array(height));
  const y = new Float64Array(height);
  const scale = 1 / Math.sqrt(rows);
  let largest = Math.sqrt(alpha);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) {
      a[j][row] = scale * centred(row, j);
      largest = Math.max(largest, Math.abs(a[j][row]));
    }
    y[row] = scale * (targets[row] - mean);
    yield;
  }
  // Squares of what is at most 1 do not overflow.
  for (const [j, column] of a.entries()) {
    if (alpha > 0) column[rows + j] = Math.sqrt(alpha);
    if (largest > 0) for (let i = 0; i < height; i++) column[i] /= largest;
    yield;
  }
  const { w, isUnique } = yield* shortestLeastSquares(a, y, NEGLIGIBLE);
  return { w: w.map((value) => value / (largest || 1)), method: isUnique ? 'QR' : 'minimum norm' };
}

function* byNormalEquations(
  { rows, columns, targets }: Sizes,
  centred: (row: number, j: number) => number,
  mean: number,
  alpha: number,
): Generator<void, Pick<ClosedForm, 'w' | 'method'>> {
  const gram = Array.from({ length: columns }, () => new Float64Array(columns));
  const right = new Float64Array(columns);
  const line = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) line[j] = centred(row, j);
    const target = targets[row] - mean;
    for (let i = 0; i < columns; i++) {
      const value = line[i];
      const sums = gram[i];
      for (let j = 0; j <= i; j++) sums[j] += value * line[j];
      right[i] += value * target;
    }
    yield;
  }
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j <= i; j++) gram[i][j] /= rows;
    gram[i][i] += alpha;
    right[i] /= rows;
  }
  yield* factorize(gram);
  return { w: solved(gram, right), method: 'Cholesky' };
}

/** Cholesky: the lower triangle of a positive definite matrix becomes L, with L L' the matrix. */
function* factorize(lower: readonly Float64Array[]): Generator<void> {
  for (const [i, row] of lower.entries()) {
    for (let j = 0; j <= i; j++) {
      const other = lower[j];
      let sum = row[j];
      for (let k = 0; k < j; k++) sum -= row[k] * other[k];
      if (j < i) row[j] = sum / other[j];
      else if (sum > 0) row[i] = Math.sqrt(sum);
      else throw new RangeError(`the matrix is not positive definite: pivot ${i} is ${sum}`);
    }
    yield;
  }
}

/** x of L L' x = right. */
function solved(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = right.slice();
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}
