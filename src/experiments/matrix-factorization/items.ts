import type { RunOptions, Samples } from '../../engine/contract';
import { inChunks } from '../../math/in-slices';
import { principalDirections } from '../../math/principal-directions';
import { part } from '../experiment';
import { longest } from './table';
import type { MatrixFactorizationRun } from './training';

/** The most rated items as points, near one another where the same users are predicted to like them. */
export interface PlacedItems {
  items: { id: string; x: number; y: number; ratings: number }[];
  /** The share of the predictions' variance between items that lies along x and along y. */
  explained: [number, number];
  /** How many items there are in all. */
  outOf: number;
}

/** More points than that could not be told apart. */
const MOST = 400;

/** Rows that are gone through between two looks at the clock. */
const ROWS = 64;

/** Places items by the first two principal directions of their factors, weighted by the users'. */
export async function placeItems(
  { result, prepared }: MatrixFactorizationRun,
  options: RunOptions,
): Promise<PlacedItems> {
  const { u, v, rank } = result;
  const mean = meanOf(v, rank);
  const C = await products(v, rank, mean, part(options, 0, 0.5));
  const G = await products(u, rank, new Float64Array(rank), part(options, 0.5, 1));
  const { directions, explained } = principalDirections(C, G, rank);
  // As the mean user sees them: the more users, the longer the columns of the table.
  const scale = 1 / Math.sqrt(result.users);
  const { starts } = prepared.ratings.byColumn;
  const place = (item: number, direction: Float64Array) => {
    let sum = 0;
    for (let f = 0; f < rank; f++) sum += direction[f] * (v[item * rank + f] - mean[f]);
    return scale * sum;
  };
  return {
    items: longest(starts, MOST).map((item) => ({
      id: String(prepared.itemIds?.[item] ?? item),
      x: place(item, directions[0]),
      y: place(item, directions[1]),
      ratings: starts[item + 1] - starts[item],
    })),
    explained,
    outOf: result.items,
  };
}

function meanOf(factors: Samples, rank: number): Float64Array {
  const mean = new Float64Array(rank);
  for (let i = 0; i < factors.length; i++) mean[i % rank] += factors[i];
  return mean.map((sum) => (sum * rank) / factors.length);
}

/** The sum over rows f, from `mean`, of f f'. */
async function products(
  factors: Samples,
  rank: number,
  mean: Float64Array,
  options: RunOptions,
): Promise<Float64Array> {
  const sum = new Float64Array(rank * rank);
  const row = new Float64Array(rank);
  const add = (from: number, to: number) => {
    for (let at = from * rank; at < to * rank; at += rank) {
      for (let f = 0; f < rank; f++) row[f] = factors[at + f] - mean[f];
      for (let f = 0; f < rank; f++) for (let g = 0; g < rank; g++) sum[f * rank + g] += row[f] * row[g];
    }
  };
  await inChunks(factors.length / rank, add, options, ROWS);
  return sum;
}
