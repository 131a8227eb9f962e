import { normalAt } from '../../math/noise';
import { orderOf } from './order';
import type { GridRun } from './runs';
import type { LabelledRows, RidgeGridTask } from './task';

/** The oracle's five points (S3.Q3), and where ridge 0.1 leads. */
export const ORACLE: LabelledRows = {
  design: Float64Array.of(1, 2, 2, 0, 3, 1, 4, 3, 5, -1),
  targets: Float64Array.of(3, 1, 4, 7, 2),
};
export const ORACLE_MINIMUM = [0.7703703703703704, 1.362962962962963, -0.2740740740740741];
export const ORACLE_MEAN_SQUARE = 0.10747873799725652;

export interface Shape {
  rows: number;
  held: number;
  columns: number;
  batches: readonly number[];
}

/** Normal features, targets linear in them with noise; rates at which nothing grows. */
export function randomGrid({ rows, held, columns, batches }: Shape): RidgeGridTask {
  let drawn = 0;
  const normals = (count: number) => Float32Array.from({ length: count }, () => normalAt(7, drawn++));
  const truth = normals(columns);
  const labelled = (count: number): LabelledRows => {
    const design = normals(count * columns);
    const noise = normals(count);
    const targets = Float32Array.from(noise, (one, row) => {
      let value = 3 + one / 2;
      for (let j = 0; j < columns; j++) value += design[row * columns + j] * truth[j];
      return value;
    });
    return { design, targets };
  };
  return {
    training: labelled(rows),
    ...(held > 0 && { validation: labelled(held) }),
    columns,
    batches,
    learningRates: [0.05 / columns, 0.2 / columns],
    strengths: [0, 0.5, 2],
    epochs: 12,
    marks: [1, 5, 12],
    seed: 3,
    bound: 1e6,
  };
}

/** One run as the formulas say, in the plainest way: weights after every epoch, the bias last. */
export function trainedByTheBook(task: RidgeGridTask, { batch, learningRate, strength }: GridRun): number[][] {
  const { training, columns, epochs, seed } = task;
  const rows = training.targets.length;
  const weights = Array<number>(columns + 1).fill(0);
  const after = [[...weights]];
  const rowAt = (row: number) => [...training.design.subarray(row * columns, (row + 1) * columns), 1];
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = [...orderOf(rows, seed, epoch)];
    while (order.length > 0) {
      const taken = order.splice(0, batch);
      const gradient = weights.map((weight, j) => (j < columns ? strength * weight : 0));
      for (const row of taken) {
        const features = rowAt(row);
        const residual = features.reduce((sum, x, j) => sum + x * weights[j], 0) - training.targets[row];
        features.forEach((x, j) => (gradient[j] += (residual * x) / taken.length));
      }
      gradient.forEach((slope, j) => (weights[j] -= learningRate * slope));
    }
    after.push([...weights]);
  }
  return after;
}

export function meanSquareByTheBook({ design, targets }: LabelledRows, weights: readonly number[]): number {
  const columns = weights.length - 1;
  let sum = 0;
  targets.forEach((target: number, row: number) => {
    let value = weights[columns] - target;
    for (let j = 0; j < columns; j++) value += design[row * columns + j] * weights[j];
    sum += value * value;
  });
  return sum / targets.length;
}
