import { losses, type LossName } from './losses';

/** Numbers in a row. */
export type Vector = ArrayLike<number>;

/**
 * What gradient descent needs of a matrix A: that it can be applied, and that its transpose can. Whether there are
 * entries behind it, a filter, or a graphics processor that answers later, makes no difference.
 */
export interface LinearOperator {
  apply: (x: Float64Array) => Vector | Promise<Vector>;
  transpose: { apply: (y: Float64Array) => Vector | Promise<Vector> };
}

export interface LeastLoss {
  /** m x n. */
  A: LinearOperator;
  /** m numbers. */
  b: Vector;
  /** Iterate 0, n numbers. */
  x0: Vector;
  loss: LossName;
  /** The factor lambda of |x|^2 / 2. */
  ridge: number;
  learningRate: number;
  iterations: number;
  /** Called with each iterate, from 0 on; it is the descent's own, to be read and not to be kept. */
  onIterate?: (x: Float64Array, iteration: number) => void;
}

/**
 * Minimizes sum_i loss((A x - b)_i) + (ridge / 2) |x|^2 by x <- x - rate (A' loss'(A x - b) + ridge x).
 *
 * The descent is written once, for every kind of A.
 *
 * @returns the last iterate, n numbers, and the objective at every iterate, iterations + 1 numbers
 * @example
 * const A = new Conv1d([0.5, -1, 0.25], 8); // or its dense matrix, A.toDense()
 * const { x } = await gradientDescent({ A, b, x0: new Float64Array(8), loss: 'huber', ridge: 0.1, learningRate: 0.1, iterations: 100 });
 */
export async function gradientDescent({
  A,
  b,
  x0,
  loss,
  ridge,
  learningRate,
  iterations,
  onIterate,
}: LeastLoss): Promise<{ x: Float64Array; losses: Float64Array }> {
  const { value, slope } = losses[loss];
  const x = Float64Array.from(x0);
  const objectives = new Float64Array(iterations + 1);
  for (let k = 0; ; k++) {
    onIterate?.(x, k);
    const residual = Float64Array.from(await A.apply(x));
    for (let i = 0; i < residual.length; i++) residual[i] -= b[i];
    objectives[k] = residual.reduce((sum, t) => sum + value(t), 0) + (ridge / 2) * x.reduce((sum, t) => sum + t * t, 0);
    if (k === iterations) return { x, losses: objectives };
    const gradient = await A.transpose.apply(residual.map(slope));
    for (let i = 0; i < x.length; i++) x[i] -= learningRate * (gradient[i] + ridge * x[i]);
  }
}
