import type { RidgeGridTask } from './task';

/** What one run of the grid is trained with. */
export interface GridRun {
  batch: number;
  learningRate: number;
  strength: number;
}

/** All runs, in the order of the result. */
export function runsOf({ batches, learningRates, strengths }: RidgeGridTask): GridRun[] {
  return batches.flatMap((batch) =>
    learningRates.flatMap((learningRate) => strengths.map((strength) => ({ batch, learningRate, strength }))),
  );
}

/** Multiply-adds of the whole grid: every row is predicted and learned from, and predicted again for the error. */
export function multiplyAdds(task: RidgeGridTask): number {
  const { training, validation, epochs } = task;
  const perEpoch = 3 * training.targets.length + (validation?.targets.length ?? 0);
  return runsOf(task).length * epochs * perEpoch * (task.columns + 1);
}
