import { bucketOf, medianOfBuckets } from '../../../math/dates';
import type { DescendTask } from '../../descend';
import { endingsIn, kindsIn, kindsOf } from '../../descend/endings';
import { binOf } from './bins';

/** The counts of a `DescendResult` for some learning rates in a row. Counts are whole numbers, so any order of adding gives the same. */
export interface Tally {
  firstRate: number;
  rates: number;
  counts: Uint32Array;
  /** Per learning rate, how many converged runs have their date in each bucket. */
  dates: Uint32Array;
  histogram?: Uint32Array;
  density?: Uint32Array;
}

/** An empty tally. */
export function createTally(task: DescendTask, firstRate: number, rates: number): Tally {
  const { histogram, density, iterations } = task;
  return {
    firstRate,
    rates,
    counts: new Uint32Array(rates * endingsIn(task)),
    dates: new Uint32Array(rates * (bucketOf(iterations) + 1)),
    histogram: histogram && new Uint32Array(rates * (kindsIn(task) - 1) * (histogram.count + 2)),
    density: density && new Uint32Array(rates * (density.count + 2)),
  };
}

/** Counts runs of a task, one by one: rate, number of the ending, date, last iterate. */
export function counting(
  tally: Tally,
  task: DescendTask,
): (rate: number, ending: number, date: number, final: number) => void {
  const { counts, dates, histogram } = tally;
  const [endings, kinds] = [endingsIn(task), kindsIn(task)];
  const kindOf = kindsOf(task);
  const buckets = bucketOf(task.iterations) + 1;
  return (rate, ending, date, final) => {
    const row = rate - tally.firstRate;
    counts[row * endings + ending]++;
    if (ending < task.minima.length) dates[row * buckets + bucketOf(date)]++;
    const kind = kindOf[ending];
    // Diverged runs, the last kind, are nowhere.
    if (!task.histogram || kind === kinds - 1) return;
    histogram![(row * (kinds - 1) + kind) * (task.histogram.count + 2) + binOf(task.histogram, final)]++;
  };
}

/** Adds the counts of `part`, whose learning rates are among those of `total`. */
export function addTally(total: Tally, part: Tally): void {
  for (const field of ['counts', 'dates', 'histogram', 'density'] as const) {
    const into = total[field];
    const from = part[field];
    if (!into || !from) continue;
    const offset = (from.length / part.rates) * (part.firstRate - total.firstRate);
    for (let i = 0; i < from.length; i++) into[offset + i] += from[i];
  }
}

/** Per learning rate, the median date of the converged runs. */
export function mediansOf({ dates, rates }: Tally): (number | null)[] {
  const buckets = dates.length / rates;
  return Array.from({ length: rates }, (_, r) => medianOfBuckets(dates.subarray(r * buckets, (r + 1) * buckets)));
}
