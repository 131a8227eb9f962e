import { sparseTable } from '../../math/sparse-table';
import type { PreparedRatings, PrepareOptions } from './source';
import { estimateThreshold } from './threshold';
import { finish } from './work';

/** The sheet's table, R = [[5, ?], [?, 4]], and its start, u = (0.8, 1.3) and v = (1.1, 0.9). Nothing is held out. */
export function prepareSheet({ ridge }: PrepareOptions): PreparedRatings {
  const ratings = sparseTable(2, 2, {
    rowOf: Uint32Array.of(0, 1),
    columnOf: Uint32Array.of(0, 1),
    values: Float64Array.of(5, 4),
  });
  const initial = { u: Float64Array.of(0.8, 1.3), v: Float64Array.of(1.1, 0.9) };
  const threshold = finish(estimateThreshold(ratings, { mean: 0, biases: false, ridge }));
  return { ratings, mean: 0, initial, threshold, rows: 2, columns: 2, observed: 2, rank: 1 };
}
