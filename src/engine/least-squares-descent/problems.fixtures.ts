import { drawInBall } from '../../math/ball';
import { GRADIENT_DESCENT, optimizerOf } from '../../math/optimizers';
import { CONSTANT, scheduleFactor } from '../../math/schedules';
import { threefry, unitInterval } from '../../math/random';
import type { LeastSquaresDescentTask } from '.';

/** The problem of the oracle: X = [[1, 0], [0, 1], [1, 1]], whose X'X has the eigenvalues 1 and 3. */
export const SHEET: LeastSquaresDescentTask = {
  columns: 2,
  hessian: Float64Array.of(2, 1, 1, 2),
  learningRates: [0.3, 0.6, 0.7, 0.8],
  starts: { count: 200, radius: 5, seed: 1 },
  iterations: 100,
  tolerance: 0.005,
  bound: 5e6,
  every: 0,
};

/** H = X'X of a random X with twice as many rows as columns. */
export function randomHessian(columns: number): Float64Array {
  const rows = 2 * columns;
  const x = Array.from({ length: rows * columns }, (_, i) => unitInterval(threefry([5, columns], [i, 0])[0]) - 0.5);
  const hessian = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < columns; j++)
      for (let row = 0; row < rows; row++) hessian[i * columns + j] += x[row * columns + i] * x[row * columns + j];
  return hessian;
}

/** The errors of a run from start number `index`, by the book. */
export function errorsByTheBook(task: LeastSquaresDescentTask, rate: number, index: number): number[][] {
  const { columns, hessian, iterations, schedule = CONSTANT } = task;
  const { name, coefficients } = task.optimizer ?? GRADIENT_DESCENT;
  const optimizer = optimizerOf(name, coefficients);
  const point = new Float64Array(columns);
  drawInBall(task.starts, index, columns, point);
  const errors = [Array.from(point)];
  let state = optimizer.init(point);
  for (let k = 0; k < iterations; k++) {
    const e = errors[k];
    const gradient = e.map((_, i) => e.reduce((sum, value, j) => sum + hessian[i * columns + j] * value, 0));
    const [step, next] = optimizer.update(gradient, state, k);
    state = next;
    errors.push(e.map((value, i) => value - rate * scheduleFactor(schedule, k, iterations) * step[i]));
  }
  return errors;
}
