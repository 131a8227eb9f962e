import type { LeastSquaresDescentTask } from './task';

/** One rate, few iterations, and as many starts as make about so much work. */
export function sampleLeastSquaresDescent(task: LeastSquaresDescentTask, work: number): LeastSquaresDescentTask {
  const { columns, learningRates, starts } = task;
  const steps = work / (columns * columns + 8);
  const iterations = Math.min(task.iterations, 128, Math.ceil(steps / 64));
  const count = Math.min(2 ** 24 / columns, Math.max(1, Math.round(steps / (iterations + 128))));
  return {
    ...task,
    learningRates: learningRates.slice(0, 1),
    starts: { ...starts, count: Math.floor(count) },
    iterations,
    every: 0,
  };
}
