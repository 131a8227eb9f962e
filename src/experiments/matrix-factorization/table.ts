import type { Samples } from '../../engine/contract';
import { shortestFloat32 } from '../../math/shortest-float32';
import type { Lists } from '../../math/sparse-table';
import type { Ids } from '../../data/ratings';
import type { MatrixFactorizationRun } from './training';

/** The corner of the table where most is known: the users and items with the most ratings, those with the most first. */
export interface TableCorner {
  users: string[];
  items: string[];
  /** Users x items, row by row; NaN where nobody knows. */
  known: Float64Array;
  /** 1 where the rating was held out. */
  heldOut: Uint8Array;
  predicted: Float64Array;
  /** The least and the greatest of the known ratings. */
  low: number;
  high: number;
}

const CORNER = 30;

export function cornerOf({ result, prepared, source }: MatrixFactorizationRun): TableCorner {
  const { ratings, validation, userIds, itemIds } = prepared;
  const isSheet = source === 'sheet';
  // The sheet counts from 1.
  const [users, items] = [longest(ratings.byRow.starts, CORNER), longest(ratings.byColumn.starts, CORNER)];
  // Ratings of files are kept as 32-bit floats, and are seen as they stood there.
  const exact = ratings.byRow.values instanceof Float32Array ? shortestFloat32 : Number;
  const name = (ids: Ids | undefined, index: number) => String(ids?.[index] ?? (isSheet ? index + 1 : index));
  const placeOf = new Map(items.map((item, place) => [item, place]));
  const known = new Float64Array(users.length * items.length).fill(NaN);
  const heldOut = new Uint8Array(known.length);
  const predicted = new Float64Array(known.length);
  const predict = predictorOf(result);
  users.forEach((user, row) => {
    for (const [lists, mark] of [
      [ratings.byRow, 0],
      [validation, 1],
    ] as const) {
      if (lists)
        eachOf(lists, user, (item, rating) => {
          const place = placeOf.get(item);
          if (place === undefined) return;
          known[row * items.length + place] = exact(rating);
          heldOut[row * items.length + place] = mark;
        });
    }
    items.forEach((item, place) => (predicted[row * items.length + place] = predict(user, item)));
  });
  const [low, high] = rangeOf(known);
  return {
    users: users.map((user) => name(userIds, user)),
    items: items.map((item) => name(itemIds, item)),
    known,
    heldOut,
    predicted,
    low,
    high,
  };
}

/** The numbers of the `count` longest lists, the longest first; of equals, the first. */
export function longest(starts: Uint32Array, count: number): number[] {
  const top: { list: number; length: number }[] = [];
  for (let list = 0; list + 1 < starts.length; list++) {
    const length = starts[list + 1] - starts[list];
    if (length === 0 || (top.length === count && length <= top[count - 1].length)) continue;
    let place = top.length;
    while (place > 0 && top[place - 1].length < length) place--;
    top.splice(place, 0, { list, length });
    if (top.length > count) top.pop();
  }
  return top.map(({ list }) => list);
}

function eachOf({ starts, indices, values }: Lists, list: number, visit: (index: number, value: number) => void): void {
  for (let i = starts[list]; i < starts[list + 1]; i++) visit(indices[i], values[i]);
}

function predictorOf({
  u,
  v,
  rank,
  mean,
  userBiases,
  itemBiases,
}: {
  u: Samples;
  v: Samples;
  rank: number;
  mean: number;
  userBiases?: Samples;
  itemBiases?: Samples;
}) {
  return (user: number, item: number) => {
    let product = mean + (userBiases?.[user] ?? 0) + (itemBiases?.[item] ?? 0);
    for (let f = 0; f < rank; f++) product += u[user * rank + f] * v[item * rank + f];
    return product;
  };
}

function rangeOf(values: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
