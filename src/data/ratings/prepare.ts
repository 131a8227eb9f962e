import { sparseTable } from '../../math/sparse-table';
import { initialFactors } from './initial-factors';
import type { Ratings } from './ratings';
import type { PreparedRatings, PrepareOptions } from './source';
import { splitRatings } from './split';
import { estimateThreshold } from './threshold';
import { share, type Work } from './work';

/** Makes ratings ready for training. */
export function* prepare(ratings: Ratings, options: PrepareOptions): Work<PreparedRatings> {
  const { rows, columns, userIds, itemIds, noise, trueRank, fileColumns, reading, found } = ratings;
  const { validation, seed, rank, biases, ridge } = options;
  const { training, heldOut } = splitRatings(ratings, validation, seed);
  yield 0.2;
  const mean = biases ? average(training.values) : 0;
  const table = sparseTable(rows, columns, training);
  yield 0.5;
  const held = heldOut.values.length > 0 ? sparseTable(rows, columns, heldOut).byRow : undefined;
  const initial = yield* share(initialFactors(rows, columns, rank, spread(training.values, mean), seed), 0.5, 0.6);
  const threshold = yield* share(estimateThreshold(table, { mean, biases, ridge }), 0.6, 1);
  return {
    ratings: table,
    ...(held && { validation: held }),
    mean,
    initial,
    threshold,
    rows,
    columns,
    observed: ratings.values.length,
    rank,
    ...(userIds && { userIds }),
    ...(itemIds && { itemIds }),
    ...(noise !== undefined && { noise }),
    ...(trueRank !== undefined && { trueRank }),
    ...(fileColumns && { fileColumns }),
    ...(reading && { reading }),
    ...(found && { found }),
  };
}

function average(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** The root of the mean square of what is left after the mean. */
function spread(values: ArrayLike<number>, mean: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - mean) ** 2;
  return Math.sqrt(sum / values.length);
}
