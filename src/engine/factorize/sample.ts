import { sparseTable, triplets } from '../../math/sparse-table';
import type { FactorizeTask } from './task';
import { workPerRating } from './work';

/** More ratings than these are not sorted anew: that would hold up the page. Rather more epochs. */
const MOST_RATINGS = 250_000;

/** Fewer rates, then fewer epochs, then the ratings of the first rows only: the rest has the task's character. */
export function sampleFactorize(task: FactorizeTask, work: number): FactorizeTask {
  const { rows, byRow } = task.ratings;
  const perRating = workPerRating(task.rank);
  const wanted = Math.min(MOST_RATINGS, Math.max(1, Math.ceil(work / perRating)));
  let last = 1;
  while (last < rows && byRow.starts[last] < wanted) last++;
  // The first rows may have no rating at all.
  const known = Math.max(1, byRow.starts[last]);
  const { starts, indices, values } = byRow;
  const first = {
    starts: starts.subarray(0, last + 1),
    indices: indices.subarray(0, known),
    values: values.subarray(0, known),
  };
  const epochs = Math.min(task.epochs, Math.max(1, Math.round(work / (perRating * known))));
  return {
    ...task,
    ratings: last < rows ? sparseTable(rows, task.ratings.columns, triplets(first)) : task.ratings,
    validation: undefined,
    learningRates: task.learningRates.slice(0, 1),
    epochs,
    every: 0,
  };
}
