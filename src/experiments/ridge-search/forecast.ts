import { givenExamples } from './examples';
import type { RidgeSearchData, RidgeSearchParameters } from './parameters';
import { say } from './words';

/** What is over in a few seconds everywhere needs no forecast. */
const WORTH_SAYING = 5e9;
/** Multiply-adds that a worker makes in a second, on a processor of no special speed. */
const PER_WORKER = 5e8;

/** Multiply-adds of the whole search: every row is predicted and learned from, and predicted again for the error. */
export function workOf(p: RidgeSearchParameters, data: RidgeSearchData): number {
  const { rows, columns } = givenExamples(data, p.seed).learning;
  const runs = p.batches.length * p.learningRates.length * p.strengths.length;
  return runs * Math.max(...p.epochs) * (3 - 2 * p.validation) * rows * (columns + 1);
}

/** What a large search takes, before it is begun; nothing for a small one. */
export function forecast(p: RidgeSearchParameters, data: RidgeSearchData, workers: number): string | undefined {
  const work = workOf(p, data);
  if (work < WORTH_SAYING) return undefined;
  const runs = p.batches.length * p.learningRates.length * p.strengths.length;
  return say('forecast', {
    trainings: say('trainings', { count: runs, epochs: say('epochCount', { count: Math.max(...p.epochs) }) }),
    work: String(Number((work / 1e9).toPrecision(2))),
    time: timeOf(work / (PER_WORKER * Math.max(1, workers))),
  });
}

function timeOf(seconds: number): string {
  if (seconds < 90) return say('seconds', { count: Math.max(1, Math.round(seconds)) });
  if (seconds < 5400) return say('minutes', { count: Math.round(seconds / 60) });
  return say('hours', { count: Math.round(seconds / 3600) });
}
