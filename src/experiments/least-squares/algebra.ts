import { EigenvalueDecomposition, Matrix as Dense, solve } from 'ml-matrix';
import { rateLimit, type NamedOptimizer } from '../../math/optimizers';
import type { Matrix } from '../parameters';
import { readOptimizer } from '../parameters/optimizer';

/** Eigenvalues below this share of the largest are roundings of 0. */
const NOTHING = 1e-12;
export const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i], 0);

/** X'X. */
export function hessianOf(design: Matrix): number[][] {
  const dense = new Dense(design as number[][]);
  return dense.transpose().mmul(dense).to2DArray();
}

/** The eigenvalues of X'X, ascending, with unit eigenvectors; what is a rounding of 0 is 0. */
export function eigenOf(hessian: number[][]): { values: number[]; vectors: number[][] } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Dense(hessian), {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => realEigenvalues[a] - realEigenvalues[b]);
  const largest = Math.max(...realEigenvalues);
  return {
    values: order.map((i) => (realEigenvalues[i] > NOTHING * largest ? realEigenvalues[i] : 0)),
    vectors: order.map((i) => eigenvectorMatrix.getColumn(i)),
  };
}

/** The largest stable rate of an optimizer; where theory sets none, that of plain descent. */
const limitFor = (optimizer: NamedOptimizer, radius: number) => rateLimit(optimizer, radius) ?? 2 / radius;

/** Rates around the largest stable one, with three digits. */
export function ownRates(design: Matrix, optimizer: string): number[] {
  const radius = eigenOf(hessianOf(design)).values.at(-1)!;
  const limit = radius > 0 ? limitFor(readOptimizer(optimizer), radius) : 1;
  return [0.9, 0.99, 1.05, 1.2].map((share) => Number((share * limit).toPrecision(3)));
}

/** The solution of H x = b that is shortest: where H is singular, without a part along the eigenvectors of 0. */
export function solved(
  hessian: number[][],
  { values, vectors }: ReturnType<typeof eigenOf>,
  right: readonly number[],
): number[] {
  if (values[0] > 0) return solve(new Dense(hessian), Dense.columnVector([...right])).getColumn(0);
  const parts = vectors.map((vector, i) => (values[i] > 0 ? dot(vector, right) / values[i] : 0));
  return right.map((_, j) => vectors.reduce((sum, vector, i) => sum + parts[i] * vector[j], 0));
}
