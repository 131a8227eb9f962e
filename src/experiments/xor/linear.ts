import { EigenvalueDecomposition, Matrix, QrDecomposition, SingularValueDecomposition } from 'ml-matrix';

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

/** Least squares by QR; where columns depend on each other, the solution of smallest norm, by singular values. */
export function linearModel(points: readonly (readonly number[])[]): LinearModel {
  const design = new Matrix(points.map(([x1, x2]) => [x1, x2, 1]));
  const targets = Matrix.columnVector(points.map(([, , y]) => y));
  const singular = new SingularValueDecomposition(design, { autoTranspose: true });
  // The rank counts singular values above rounding; below it the points lie on a line, or are one.
  const isUnique = points.length >= 3 && singular.rank === 3;
  const theta = (isUnique ? new QrDecomposition(design) : singular).solve(targets).to1DArray().map(tidied);
  const hessian = design
    .transpose()
    .mmul(design)
    .mul(2 / points.length);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(hessian, { assumeSymmetric: true });
  const order = [0, 1, 2].sort((i, j) => realEigenvalues[i] - realEigenvalues[j]);
  const eigenvalues = order.map((i, place) => (place < 3 - singular.rank ? 0 : realEigenvalues[i]));
  return {
    minimizer: { w: theta.slice(0, 2), b: theta[2], loss: meanSquare(points, (x1, x2) => predicted(theta, x1, x2)) },
    isUnique,
    hessian: hessian.to2DArray(),
    eigenvalues,
    directions: order.map((i) => upright(eigenvectorMatrix.getColumn(i))),
    threshold: 2 / eigenvalues[2],
  };
}

/** Rounding leaves something like 1e-15 where the answer is 0. */
const tidied = (value: number) => (Math.abs(value) < 1e-14 ? 0 : value);

/** Of two opposite directions the one whose largest part is positive. */
function upright(direction: readonly number[]): number[] {
  const largest = direction.reduce((most, part) => (Math.abs(part) > Math.abs(most) + 1e-12 ? part : most), 0);
  return direction.map((part) => tidied(largest < 0 ? -part : part));
}
