import type { BlockFunction } from '../formula';

/** Runs of gradient descent on a function of one weight from one start, one for each learning rate. */
export interface Descent {
  /** Gives the function's value and its slope. */
  functions: BlockFunction;
  start: number;
  rates: ArrayLike<number>;
  steps: number;
  /** A run ends with its first iterate beyond this. */
  bound: number;
  /** How many of the last iterates are kept. */
  keep: number;
  /** Where the distance is measured from that `factor` is about. */
  minimum?: number;
}

export interface Run {
  /** The last iterates, up to where the run ended. */
  iterates: Float64Array;
  /** How many steps it made. */
  steps: number;
  /** The factor by which a step multiplies the distance to the minimum; null without a minimum, or where it began there. */
  factor: number | null;
}

/** The factor is a mean over this many steps, the last ones before the distance is lost in rounding. */
const MEASURED = 10;
const LOST = 1e-9;

/**
 * Steps w <- w - rate f'(w), all rates side by side. A run ends early beyond the bound, and where the function or its slope
 * is not a number.
 */
export function descend({ functions, start, rates, steps, bound, keep, minimum = NaN }: Descent): Run[] {
  const lanes = rates.length;
  const w = new Float64Array(lanes).fill(start);
  const [value, slope] = [new Float64Array(lanes), new Float64Array(lanes)];
  const kept = Array.from({ length: lanes }, () => new Float64Array(Math.min(keep, steps + 1)));
  const made = new Int32Array(lanes).fill(-1);
  const isOver = new Uint8Array(lanes);
  // The distances that are measured: a ring for each lane, and how many have gone into it.
  const ring = MEASURED + 1;
  const distances = new Float64Array(lanes * ring);
  const measured = new Int32Array(lanes);
  const lost = LOST * Math.max(1e-3, Math.abs(minimum), Math.abs(start));
  let running = lanes;
  for (let k = 0; k <= steps && running > 0; k++) {
    functions.evaluate([w], [value, slope], lanes);
    for (let lane = 0; lane < lanes; lane++) {
      if (isOver[lane]) continue;
      const here = w[lane];
      const isBeyond = Math.abs(here) > bound;
      const isNumber = !Number.isNaN(here) && !Number.isNaN(value[lane]) && !Number.isNaN(slope[lane]);
      if (isBeyond || isNumber || k === 0) {
        kept[lane][k % kept[lane].length] = here;
        made[lane] = k;
        const count = measured[lane];
        if (count === 0 || distances[lane * ring + ((count - 1) % ring)] > lost) {
          distances[lane * ring + (count % ring)] = Math.abs(here - minimum);
          measured[lane]++;
        }
      }
      if (isBeyond || !isNumber) {
        isOver[lane] = 1;
        running--;
      } else w[lane] = here - rates[lane] * slope[lane];
    }
  }
  return Array.from({ length: lanes }, (_, lane) => {
    const count = measured[lane];
    const over = Math.min(MEASURED, count - 1);
    const [from, to] = [count - 1 - over, count - 1].map((i) => distances[lane * ring + (i % ring)]);
    const factor = over > 0 && from > lost ? (to / from) ** (1 / over) : null;
    return {
      iterates: inOrder(kept[lane], made[lane]),
      steps: made[lane],
      factor: Number.isNaN(factor) ? null : factor,
    };
  });
}

/** What a ring holds, the oldest first, its last entry being number `last`. */
function inOrder(ring: Float64Array, last: number): Float64Array {
  const length = Math.min(ring.length, last + 1);
  return Float64Array.from({ length }, (_, i) => ring[(last + 1 - length + i) % ring.length]);
}
