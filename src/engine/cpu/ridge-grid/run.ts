import type { LabelledRows, RidgeGridTask } from '../../ridge-grid';
import type { GridRun } from '../../ridge-grid/runs';

/** About a millisecond's multiply-adds. */
const PRODUCTS_BETWEEN_PAUSES = 1_000_000;

/** One run of the grid in training. Every method that goes through rows yields now and then. */
export class RidgeRun {
  readonly weights: Float64Array;
  bias = 0;
  diverged: number | null = null;
  readonly #gradient: Float64Array;
  readonly #residuals: Float64Array;
  #products = 0;

  constructor(
    private readonly task: RidgeGridTask,
    private readonly run: GridRun,
  ) {
    this.weights = new Float64Array(task.columns);
    this.#gradient = new Float64Array(task.columns);
    this.#residuals = new Float64Array(Math.min(run.batch, task.training.targets.length));
  }

  /** One pass over the rows, a batch at a time. */
  *epoch(order: Uint32Array, epoch: number): Generator<void> {
    const rows = order.length;
    for (let begin = 0; begin < rows && this.diverged === null; begin += this.run.batch)
      yield* this.step(order, begin, Math.min(rows, begin + this.run.batch), epoch);
  }

  /** The mean square of the residuals. */
  *meanSquare({ design, targets }: LabelledRows): Generator<void, number> {
    let sum = 0;
    for (let row = 0; row < targets.length; row++) {
      sum += (this.predict(design, row) - targets[row]) ** 2;
      if (this.isTimeToPause()) yield;
    }
    return sum / targets.length;
  }

  private *step(order: Uint32Array, begin: number, end: number, epoch: number): Generator<void> {
    const { training, columns, bound } = this.task;
    const { design, targets } = training;
    const { learningRate, strength, batch } = this.run;
    const isShuffled = batch < order.length;
    const gradient = this.#gradient;
    const residuals = this.#residuals;
    const rowOf = (i: number) => (isShuffled ? order[i] : i);
    for (let i = begin; i < end; i++) {
      const row = rowOf(i);
      const residual = this.predict(design, row) - targets[row];
      if (!(Math.abs(residual) <= bound)) {
        this.diverged = epoch;
        return;
      }
      residuals[i - begin] = residual;
      if (this.isTimeToPause()) yield;
    }
    gradient.fill(0);
    let biasGradient = 0;
    for (let i = begin; i < end; i++) {
      const residual = residuals[i - begin];
      const at = rowOf(i) * columns;
      for (let j = 0; j < columns; j++) gradient[j] += residual * design[at + j];
      biasGradient += residual;
      if (this.isTimeToPause()) yield;
    }
    const count = end - begin;
    for (let j = 0; j < columns; j++)
      this.weights[j] -= learningRate * (gradient[j] / count + strength * this.weights[j]);
    this.bias -= (learningRate * biasGradient) / count;
  }

  /** In four sums, which a processor adds up side by side. */
  private predict(design: ArrayLike<number>, row: number): number {
    const { weights } = this;
    const { columns } = this.task;
    const at = row * columns;
    const whole = columns - (columns % 4);
    let [a, b, c, d] = [0, 0, 0, 0];
    let j = 0;
    for (; j < whole; j += 4) {
      a += design[at + j] * weights[j];
      b += design[at + j + 1] * weights[j + 1];
      c += design[at + j + 2] * weights[j + 2];
      d += design[at + j + 3] * weights[j + 3];
    }
    for (; j < columns; j++) a += design[at + j] * weights[j];
    return a + b + (c + d) + this.bias;
  }

  private isTimeToPause(): boolean {
    this.#products += this.task.columns + 8;
    if (this.#products < PRODUCTS_BETWEEN_PAUSES) return false;
    this.#products = 0;
    return true;
  }
}
