import { sparseTable, triplets } from '../../math/sparse-table';
import type { FactorizeTask } from './task';
import { workPerRating } from './work';

/** Fewer rates, then fewer epochs, then the ratings of the first rows only: the rest has the task's character. */
export function sampleFactorize(task: FactorizeTask, work: number): FactorizeTask {
  const { rows, byRow } = task.ratings;
  const perRating = workPerRating(task.rank);
  const wanted = Math.max(1, Math.ceil(work / perRating));
  let last = 1;
  while (last < rows && byRow.starts[last] < wanted) last++;
  // The first rows may have no rating at all.
  const known = Math.max(1, byRow.starts[last]);
  const all = triplets(task.ratings);
  const first = {
    rowOf: all.rowOf.subarray(0, known),
    columnOf: all.columnOf.subarray(0, known),
    values: all.values.subarray(0, known),
  };
  const epochs = Math.min(task.epochs, Math.max(1, Math.round(work / (perRating * known))));
  return {
    ...task,
    ratings: last < rows ? sparseTable(rows, task.ratings.columns, first) : task.ratings,
    validation: undefined,
    learningRates: task.learningRates.slice(0, 1),
    epochs,
    every: 0,
  };
}
