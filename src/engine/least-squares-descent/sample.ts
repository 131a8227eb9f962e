import { fewRates } from '../few-rates';
import type { LeastSquaresDescentTask } from './task';

/** Fewer iterations rather than fewer starts than these. */
const FEWEST_STARTS = 16;

/** A few of the rates, as many iterations as are affordable, and as many starts as make about so much work. */
export function sampleLeastSquaresDescent(task: LeastSquaresDescentTask, work: number): LeastSquaresDescentTask {
  const { columns, starts } = task;
  const learningRates = fewRates(task.learningRates);
  const rates = learningRates.length;
  const steps = work / (columns * columns + 8) / rates;
  const iterations = Math.max(1, Math.min(task.iterations, 1000, Math.floor(steps / FEWEST_STARTS)));
  const count = Math.min(2 ** 24 / columns, Math.max(1, Math.round(steps / (iterations + 128))));
  return { ...task, learningRates, starts: { ...starts, count: Math.floor(count) }, iterations, every: 0 };
}
