import { CholeskyDecomposition, Matrix, QrDecomposition, SingularValueDecomposition } from 'ml-matrix';
import { MOST_COLUMNS_FOR_QR } from './ridge-method';

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

/** Singular values below this share of the greatest are roundings. */
const NEGLIGIBLE = 1e-12;

/**
 * The minimum of half the mean square plus alpha / 2 |w|^2, with a bias that has no ridge: w = (Xc' Xc / n + alpha I)^-1
 * Xc' yc / n and b = mean(y) - mean(x) w, Xc and yc being centred.
 */
export function ridgeClosedForm({ rows, columns, design, targets }: LinearProblem, alpha: number): ClosedForm {
  const means = new Float64Array(columns);
  for (let row = 0; row < rows; row++) for (let j = 0; j < columns; j++) means[j] += design[row * columns + j] / rows;
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += targets[row] / rows;
  const centred = (row: number, j: number) => design[row * columns + j] - means[j];
  const { w, method } =
    alpha > 0 && columns > MOST_COLUMNS_FOR_QR
      ? byNormalEquations({ rows, columns, targets }, centred, mean, alpha)
      : byLeastSquares({ rows, columns, targets }, centred, mean, alpha);
  let b = mean;
  for (let j = 0; j < columns; j++) b -= means[j] * w[j];
  return { w, b, method };
}

type Sizes = Omit<LinearProblem, 'design'>;

/** Least squares of the centred rows, and of sqrt(alpha) w = 0 below them. */
function byLeastSquares(
  { rows, columns, targets }: Sizes,
  centred: (row: number, j: number) => number,
  mean: number,
  alpha: number,
): Pick<ClosedForm, 'w' | 'method'> {
  const below = alpha > 0 ? columns : 0;
  const scale = 1 / Math.sqrt(rows);
  const a = Matrix.zeros(rows + below, columns);
  const y = Matrix.zeros(rows + below, 1);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) a.set(row, j, scale * centred(row, j));
    y.set(row, 0, scale * (targets[row] - mean));
  }
  for (let j = 0; j < below; j++) a.set(rows + j, j, Math.sqrt(alpha));
  // Centring takes one row's worth of rank.
  if (below > 0 || rows > columns) {
    const qr = new QrDecomposition(a);
    const r = qr.upperTriangularMatrix;
    const diagonal = Array.from({ length: columns }, (_, j) => Math.abs(r.get(j, j)));
    if (Math.min(...diagonal) > NEGLIGIBLE * Math.max(...diagonal))
      return { w: Float64Array.from(qr.solve(y).getColumn(0)), method: 'QR' };
  }
  return { w: shortest(a, y), method: 'minimum norm' };
}

/** The shortest least-squares solution, by singular values. */
function shortest(a: Matrix, y: Matrix): Float64Array {
  const svd = new SingularValueDecomposition(a, { autoTranspose: true });
  const values = svd.diagonal;
  const least = NEGLIGIBLE * Math.max(...values) * Math.max(a.rows, a.columns);
  const [u, v] = [svd.leftSingularVectors, svd.rightSingularVectors];
  const w = new Float64Array(a.columns);
  values.forEach((value, k) => {
    if (value <= least) return;
    let along = 0;
    for (let i = 0; i < a.rows; i++) along += u.get(i, k) * y.get(i, 0);
    for (let j = 0; j < a.columns; j++) w[j] += (along / value) * v.get(j, k);
  });
  return w;
}

function byNormalEquations(
  { rows, columns, targets }: Sizes,
  centred: (row: number, j: number) => number,
  mean: number,
  alpha: number,
): Pick<ClosedForm, 'w' | 'method'> {
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
  }
  const system = Matrix.zeros(columns, columns);
  for (let i = 0; i < columns; i++)
    for (let j = 0; j <= i; j++) {
      const entry = gram[i][j] / rows + (i === j ? alpha : 0);
      system.set(i, j, entry);
      system.set(j, i, entry);
    }
  const solved = new CholeskyDecomposition(system).solve(Matrix.columnVector(Array.from(right, (sum) => sum / rows)));
  return { w: Float64Array.from(solved.getColumn(0)), method: 'Cholesky' };
}
