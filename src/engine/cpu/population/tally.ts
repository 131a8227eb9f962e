import type { Bins } from '../../descend';
import { endingsIn, kindsIn, kindsOf } from '../../descend/endings';
import { cellsIn, placesOf, type PopulationTask } from '../../population';
import { binOf } from '../descend/bins';

/** The counts of a `PopulationResult` for some learning rates in a row. Counts are whole numbers, so any order of adding gives the same. */
export interface Tally {
  firstRate: number;
  rates: number;
  counts: Uint32Array;
  histogram?: Uint32Array;
  density?: Uint32Array;
}

/** The cell that the point of number `i` is in, given the coordinates of points by variable. */
export function cellOf(bins: readonly Bins[], coordinates: readonly Float64Array[], i: number): number {
  let cell = 0;
  for (let variable = bins.length - 1; variable >= 0; variable--)
    cell = cell * (bins[variable].count + 2) + binOf(bins[variable], coordinates[variable][i]);
  return cell;
}

/** An empty tally. */
export function createTally(task: PopulationTask, firstRate: number, rates: number): Tally {
  const { histogram, density } = task.observe ?? {};
  const places = placesOf(task);
  return {
    firstRate,
    rates,
    counts: new Uint32Array(rates * endingsIn(places)),
    ...(histogram && { histogram: new Uint32Array(rates * (kindsIn(places) - 1) * cellsIn(histogram)) }),
    ...(density && { density: new Uint32Array(rates * cellsIn(density.bins)) }),
  };
}

/** Counts runs of a task, one by one: rate, number of the ending, and the number of its last iterate among some points. */
export function counting(
  { counts, histogram, firstRate }: Tally,
  task: PopulationTask,
): (rate: number, ending: number, finals: readonly Float64Array[], i: number) => void {
  const places = placesOf(task);
  const [endings, kinds] = [endingsIn(places), kindsIn(places)];
  const kindOf = kindsOf(places);
  const bins = task.observe?.histogram;
  return (rate, ending, finals, i) => {
    counts[(rate - firstRate) * endings + ending]++;
    const kind = kindOf[ending];
    // Diverged runs, the last kind, are nowhere.
    if (!bins || kind === kinds - 1) return;
    histogram![((rate - firstRate) * (kinds - 1) + kind) * cellsIn(bins) + cellOf(bins, finals, i)]++;
  };
}

/** Adds the counts of `part`, whose learning rates are among those of `total`. */
export function addTally(total: Tally, part: Tally): void {
  for (const field of ['counts', 'histogram', 'density'] as const) {
    const into = total[field];
    const from = part[field];
    if (!into || !from) continue;
    const offset = (from.length / part.rates) * (part.firstRate - total.firstRate);
    for (let i = 0; i < from.length; i++) into[offset + i] += from[i];
  }
}
