import { Matrix, QrDecomposition, SingularValueDecomposition } from 'ml-matrix';

/** The linear model w'x + b under the mean square: everything that is known of it without descent. */
export interface LinearModel {
  /** Of minimizers that are not unique, the one with the smallest weights. */
  minimizer: { w: number[]; b: number; loss: number };
  isUnique: boolean;
  /** The second derivatives by w₁, w₂ and b; the same everywhere. */
  hessian: number[][];
  /** In ascending order, each with its direction in (w₁, w₂, b). */
  eigenvalues: number[];
  directions: number[][];
  /** 2 / λmax: descent converges below this learning rate. */
  threshold: number;
}

export function predicted([w1, w2, b]: ArrayLike<number> & Iterable<number>, x1: number, x2: number): number {
  return w1 * x1 + w2 * x2 + b;
}

/** The mean square over the points. */
export function meanSquare(points: readonly (readonly number[])[], of: (x1: number, x2: number) => number): number {
  return points.reduce((sum, [x1, x2, y]) => sum + (of(x1, x2) - y) ** 2, 0) / points.length;
}

/** Numbers of the model: w₁, w₂ and b. */
const SIZE = 3;

/** Least squares by QR; where columns depend on each other, the solution of smallest norm, by singular values. */
export function linearModel(points: readonly (readonly number[])[]): LinearModel {
  // Rows of zeros change nothing, and give a few points as many rows as there are columns.
  const missing = Array.from({ length: Math.max(0, SIZE - points.length) }, () => [0, 0, 0, 0]);
  const rows = [...points.map(([x1, x2, y]) => [x1, x2, 1, y]), ...missing];
  const design = new Matrix(rows.map((row) => row.slice(0, SIZE)));
  const targets = Matrix.columnVector(rows.map((row) => row[SIZE]));
  const singular = new SingularValueDecomposition(design);
  // Below full rank the points lie on a line, or are one.
  const isUnique = singular.rank === SIZE;
  const theta = (isUnique ? new QrDecomposition(design) : singular).solve(targets).to1DArray().map(tidied);
  // With A = U S V', the Hessian 2/n A'A has the eigenvalues 2/n s² and the eigenvectors V; the largest comes first.
  const eigenvalues = singular.diagonal.map((s, i) => (i < singular.rank ? (2 / points.length) * s * s : 0)).reverse();
  const vectors = singular.rightSingularVectors;
  return {
    minimizer: { w: theta.slice(0, 2), b: theta[2], loss: meanSquare(points, (x1, x2) => predicted(theta, x1, x2)) },
    isUnique,
    hessian: design
      .transpose()
      .mmul(design)
      .mul(2 / points.length)
      .to2DArray(),
    eigenvalues,
    directions: [2, 1, 0].map((i) => upright(vectors.getColumn(i))),
    threshold: 2 / eigenvalues[SIZE - 1],
  };
}

/** Rounding leaves something like 1e-15 where the answer is 0. */
const tidied = (value: number) => (Math.abs(value) < 1e-14 ? 0 : value);

/** Of two opposite directions the one whose largest part is positive. */
function upright(direction: readonly number[]): number[] {
  const largest = direction.reduce((most, part) => (Math.abs(part) > Math.abs(most) + 1e-12 ? part : most), 0);
  return direction.map((part) => tidied(largest < 0 ? -part : part));
}
