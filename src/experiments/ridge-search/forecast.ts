import { givenExamples } from './examples';
import type { RidgeSearchData, RidgeSearchParameters } from './parameters';
import { say } from './words';

/** What is over in a few seconds everywhere needs no forecast. */
const WORTH_SAYING = 5e9;
/** Multiply-adds that a worker makes in a second, on a processor of no special speed. */
const PER_WORKER = 5e8;

export const isWorthSaying = (work: number) => work >= WORTH_SAYING;

/** Multiply-adds of the whole search: every row is predicted and learned from, and predicted again for the error. */
export function workOf(p: RidgeSearchParameters, data: RidgeSearchData): number {
  const { rows, columns } = givenExamples(data, p.seed).learning;
  const runs = p.batches.length * p.learningRates.length * p.strengths.length;
  return runs * Math.max(...p.epochs) * (3 - 2 * p.validation) * rows * (columns + 1);
}

/** How quickly a large search was seen to go here. */
export interface Measured {
  /** Multiply-adds in a second. */
  speed: number;
  /** The share of the search that is still to be done; undefined between searches. */
  left?: number;
}

/** What a large search takes: before it is begun, and better once it is under way; nothing for a small one. */
export function forecast(
  p: RidgeSearchParameters,
  data: RidgeSearchData,
  workers: number,
  measured?: Measured,
): string | undefined {
  const work = workOf(p, data);
  if (!isWorthSaying(work)) return undefined;
  const runs = p.batches.length * p.learningRates.length * p.strengths.length;
  const { speed, left } = measured ?? { speed: PER_WORKER * Math.max(1, workers) };
  return say(measured ? (left === undefined ? 'forecastHere' : 'timeLeft') : 'forecast', {
    trainings: say('trainings', { count: runs, epochs: say('epochCount', { count: Math.max(...p.epochs) }) }),
    work: String(Number((work / 1e9).toPrecision(2))),
    time: timeOf((work * (left ?? 1)) / speed),
  });
}

function timeOf(seconds: number): string {
  if (seconds < 90) return say('seconds', { count: Math.max(1, Math.round(seconds)) });
  if (seconds < 5400) return say('minutes', { count: Math.round(seconds / 60) });
  return say('hours', { count: Math.round(seconds / 3600) });
}
