import { Matrix, QrDecomposition, SingularValueDecomposition } from 'ml-matrix';
import type { Rows } from './matrices';

export interface LeastSquares {
  /** The minimizer of |Xw − y|; where there are many, the shortest. */
  solution: number[];
  /** How many columns of X are independent. */
  rank: number;
  /** Whether it is the only one. */
  isUnique: boolean;
}

/** Singular values below this share of the greatest, times the longer side, are rounding errors. */
const NOTHING = 2 ** -52;

/** Solves least squares in closed form: by QR, and where columns depend on each other by singular values, for the shortest solution. */
export function leastSquares(design: Rows, targets: readonly number[]): LeastSquares {
  const x = new Matrix(design as number[][]);
  const y = Matrix.columnVector(targets as number[]);
  const columns = x.columns;
  if (x.rows >= columns) {
    const qr = new QrDecomposition(x);
    const sizes = qr.upperTriangularMatrix.diagonal().map(Math.abs);
    // Close to dependent, the diagonal of R alone does not tell: only what is clearly independent is solved by it.
    if (Math.min(...sizes) > 1e-10 * Math.max(...sizes))
      return { solution: qr.solve(y).to1DArray(), rank: columns, isUnique: true };
  }
  const { U, V, s } = svdOf(x);
  const least = NOTHING * Math.max(x.rows, columns) * Math.max(...s);
  const kept = s.flatMap((value, k) => (value > least ? [k] : []));
  const solution = Array.from({ length: columns }, () => 0);
  for (const k of kept) {
    const share = U.getColumn(k).reduce((sum, value, i) => sum + value * targets[i], 0) / s[k];
    for (let j = 0; j < columns; j++) solution[j] += share * V.get(j, k);
  }
  return { solution, rank: kept.length, isUnique: kept.length === columns };
}

function svdOf(x: Matrix) {
  const svd = new SingularValueDecomposition(x, { autoTranspose: true });
  return { U: svd.leftSingularVectors, V: svd.rightSingularVectors, s: svd.diagonal };
}
