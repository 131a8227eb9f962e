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

const largestOf = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** What the targets cannot tell from 0: as much is left of it by rounding. */
const roundingOf = (targets: readonly number[]) => NOTHING * (8 + targets.length) * largestOf(targets);
const columnsOf = (design: Rows) => design[0].map((_, j) => largestOf(design.map((row) => row[j])));

/** Weights, those of them 0 that add to no prediction more than the rounding of the targets. */
export function withoutRounding(w: readonly number[], design: Rows, targets: readonly number[]): number[] {
  const rounding = roundingOf(targets);
  const columns = columnsOf(design);
  return w.map((weight, j) => (Math.abs(weight) * columns[j] <= rounding ? 0 : weight));
}

/** Slopes by the weights of a mean over the examples, those of them 0 that come of the rounding of the targets alone. */
export function slopesWithoutRounding(slopes: readonly number[], design: Rows, targets: readonly number[]): number[] {
  const rounding = roundingOf(targets);
  const columns = columnsOf(design);
  return slopes.map((slope, j) => (Math.abs(slope) <= rounding * columns[j] ? 0 : slope));
}

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
      return { solution: withoutRounding(qr.solve(y).to1DArray(), design, targets), rank: columns, isUnique: true };
  }
  const { U, V, s } = svdOf(x);
  const least = NOTHING * Math.max(x.rows, columns) * Math.max(...s);
  const kept = s.flatMap((value, k) => (value > least ? [k] : []));
  const solution = Array.from({ length: columns }, () => 0);
  for (const k of kept) {
    const share = U.getColumn(k).reduce((sum, value, i) => sum + value * targets[i], 0) / s[k];
    for (let j = 0; j < columns; j++) solution[j] += share * V.get(j, k);
  }
  return { solution: withoutRounding(solution, design, targets), rank: kept.length, isUnique: kept.length === columns };
}

function svdOf(x: Matrix) {
  const svd = new SingularValueDecomposition(x, { autoTranspose: true });
  return { U: svd.leftSingularVectors, V: svd.rightSingularVectors, s: svd.diagonal };
}
