import type { Lists } from '../../../math/sparse-table';
import type { FactorizeTask } from '../../factorize';

/** About a millisecond's multiply-adds. */
const PRODUCTS_BETWEEN_PAUSES = 1_000_000;

/** One side of a factorization: the factors of the rows or of the columns, k numbers each, and their biases. */
interface Side {
  factors: Float64Array;
  biases: Float64Array;
}

/** A factorization in training, at one learning rate. Every method that goes through ratings yields now and then. */
export class Factorization {
  rows: Side;
  columns: Side;
  /** Where an epoch puts what it comes to, so that it reads nothing but old values. */
  private nextRows: Side;
  private nextColumns: Side;
  private readonly gradient: Float64Array;
  private products = 0;

  constructor(
    private readonly task: FactorizeTask,
    private readonly learningRate: number,
  ) {
    const { initial, ratings, rank } = task;
    const side = (factors: ArrayLike<number>, count: number): Side => ({
      factors: Float64Array.from(factors),
      biases: new Float64Array(count),
    });
    this.rows = side(initial.u, ratings.rows);
    this.columns = side(initial.v, ratings.columns);
    this.nextRows = side(initial.u, ratings.rows);
    this.nextColumns = side(initial.v, ratings.columns);
    this.gradient = new Float64Array(rank);
  }

  /** One simultaneous update. */
  *epoch(): Generator<void> {
    const { byRow, byColumn } = this.task.ratings;
    yield* this.update(byRow, this.rows, this.columns, this.nextRows);
    yield* this.update(byColumn, this.columns, this.rows, this.nextColumns);
    [this.rows, this.nextRows] = [this.nextRows, this.rows];
    [this.columns, this.nextColumns] = [this.nextColumns, this.columns];
  }

  /** The sum of the squares of what predictions of some entries lack, listed by row. */
  *squaredErrors({ starts, indices, values }: Lists): Generator<void, number> {
    let total = 0;
    for (let row = 0; row + 1 < starts.length; row++) {
      // Row by row, so that the roundings of a large sum do not pile up.
      let sum = 0;
      for (let i = starts[row]; i < starts[row + 1]; i++)
        sum += this.error(values[i], this.rows, row, this.columns, indices[i]) ** 2;
      total += sum;
      if (this.isTimeToPause(starts[row + 1] - starts[row])) yield;
    }
    return total;
  }

  /** |U|^2 + |V|^2 and the squares of the biases. */
  squaredNorm(): number {
    let sum = 0;
    for (const { factors, biases } of [this.rows, this.columns]) {
      for (const factor of factors) sum += factor * factor;
      for (const bias of biases) sum += bias * bias;
    }
    return sum;
  }

  private *update({ starts, indices, values }: Lists, side: Side, other: Side, next: Side): Generator<void> {
    const { rank, ridge, biases } = this.task;
    const { gradient, learningRate } = this;
    for (let row = 0; row + 1 < starts.length; row++) {
      gradient.fill(0);
      let biasGradient = 0;
      for (let i = starts[row]; i < starts[row + 1]; i++) {
        const at = indices[i] * rank;
        const error = this.error(values[i], side, row, other, indices[i]);
        for (let f = 0; f < rank; f++) gradient[f] += error * other.factors[at + f];
        biasGradient += error;
      }
      for (let f = 0, at = row * rank; f < rank; f++, at++)
        next.factors[at] = side.factors[at] + learningRate * (gradient[f] - ridge * side.factors[at]);
      if (biases) next.biases[row] = side.biases[row] + learningRate * (biasGradient - ridge * side.biases[row]);
      if (this.isTimeToPause(2 * (starts[row + 1] - starts[row]))) yield;
    }
  }

  /** What a prediction lacks. Which side is called rows does not matter. */
  private error(value: number, side: Side, row: number, other: Side, column: number): number {
    const { rank, mean } = this.task;
    let product = 0;
    for (let f = 0, a = row * rank, b = column * rank; f < rank; f++, a++, b++)
      product += side.factors[a] * other.factors[b];
    return value - mean - (side.biases[row] + other.biases[column]) - product;
  }

  private isTimeToPause(ratings: number): boolean {
    this.products += ratings * (this.task.rank + 4);
    if (this.products < PRODUCTS_BETWEEN_PAUSES) return false;
    this.products = 0;
    return true;
  }
}
