import { bucketOf, medianOfBuckets } from '../../../math/dates';
import type { DescendTask } from '../../descend';
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
  const { minima, histogram, density, iterations } = task;
  return {
    firstRate,
    rates,
    counts: new Uint32Array(rates * (minima.length + 2)),
    dates: new Uint32Array(rates * (bucketOf(iterations) + 1)),
    histogram: histogram && new Uint32Array(rates * (minima.length + 1) * (histogram.count + 2)),
    density: density && new Uint32Array(rates * (density.count + 2)),
  };
}

/** Counts one run. */
export function countRun(
  tally: Tally,
  task: DescendTask,
  rate: number,
  outcome: number,
  date: number,
  final: number,
): void {
  const minima = task.minima.length;
  const row = rate - tally.firstRate;
  tally.counts[row * (minima + 2) + outcome]++;
  if (outcome < minima) tally.dates[row * (bucketOf(task.iterations) + 1) + bucketOf(date)]++;
  if (outcome > minima || !task.histogram) return;
  tally.histogram![(row * (minima + 1) + outcome) * (task.histogram.count + 2) + binOf(task.histogram, final)]++;
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
