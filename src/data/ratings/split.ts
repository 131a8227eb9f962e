import type { Triplets } from '../../math/sparse-table';
import { threefry, unitInterval } from '../../math/random';
import { STREAM_HELD_OUT } from './streams';
import type { Ratings } from './ratings';

export interface Split {
  training: Triplets;
  heldOut: Triplets;
}

/**
 * Holds ratings out at random, each with probability `fraction`; which ones depends on the seed and on who rated what,
 * not on the order. A user's or an item's last training rating is never held out: nothing could be learned of it.
 */
export function splitRatings(ratings: Ratings, fraction: number, seed: number): Split {
  const { rows, columns, rowOf, columnOf, values } = ratings;
  if (fraction === 0) return { training: ratings, heldOut: select(ratings, new Uint8Array(values.length), 0) };
  const leftOfRow = counts(rowOf, rows);
  const leftOfColumn = counts(columnOf, columns);
  const isHeldOut = new Uint8Array(values.length);
  let held = 0;
  for (let i = 0; i < values.length; i++) {
    const row = rowOf[i];
    const column = columnOf[i];
    if (leftOfRow[row] < 2 || leftOfColumn[column] < 2) continue;
    if (unitInterval(threefry([seed, STREAM_HELD_OUT], [row, column])[0]) >= fraction) continue;
    leftOfRow[row]--;
    leftOfColumn[column]--;
    isHeldOut[i] = 1;
    held++;
  }
  return {
    training: select(
      ratings,
      isHeldOut.map((flag) => 1 - flag),
      values.length - held,
    ),
    heldOut: select(ratings, isHeldOut, held),
  };
}

/** How many entries each key has. */
export function counts(keyOf: Uint32Array, keys: number): Uint32Array {
  const count = new Uint32Array(keys);
  for (let i = 0; i < keyOf.length; i++) count[keyOf[i]]++;
  return count;
}

function select({ rowOf, columnOf, values }: Triplets, isChosen: Uint8Array, size: number): Triplets {
  const chosen: Triplets = {
    rowOf: new Uint32Array(size),
    columnOf: new Uint32Array(size),
    values: values instanceof Float32Array ? new Float32Array(size) : new Float64Array(size),
  };
  for (let i = 0, to = 0; to < size; i++) {
    if (isChosen[i] === 0) continue;
    chosen.rowOf[to] = rowOf[i];
    chosen.columnOf[to] = columnOf[i];
    chosen.values[to++] = values[i];
  }
  return chosen;
}
