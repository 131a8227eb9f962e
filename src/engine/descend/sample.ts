import { fewRates } from '../few-rates';
import type { DescendTask } from './task';

/** A few of the rates, few iterations, and as many starts as make about so much work. */
export function sampleDescend(task: DescendTask, work: number): DescendTask {
  const learningRates = fewRates(task.learningRates);
  const rates = learningRates.length;
  const iterations = Math.min(task.iterations, 1000, Math.max(1, Math.floor(work / (64 * rates))));
  const count = Math.max(1, Math.round(work / (rates * Math.max(1, iterations))));
  const { objective, starts, minima, elsewhere, level, tolerance, bound } = task;
  return {
    objective,
    learningRates,
    starts: { ...starts, count },
    iterations,
    minima,
    elsewhere,
    level,
    tolerance,
    bound,
  };
}
