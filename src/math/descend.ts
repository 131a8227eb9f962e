import type { BlockFunction } from '../formula';
import { MeasuredFactors, PLAIN, SWINGING } from './measured-factor';
import { GRADIENT_DESCENT, stateFor, steppingAt, type NamedOptimizer } from './optimizers';
import { CONSTANT, scheduleFactor, type Schedule } from './schedules';

/** Runs of descent on a function of one weight from one start, one for each learning rate. */
export interface Descent {
  /** Gives the function's value, its slope, and 1 where it is defined. */
  functions: BlockFunction;
  start: number;
  rates: ArrayLike<number>;
  /** Plain descent where none is given. */
  optimizer?: NamedOptimizer;
  /** Constant where none is given. */
  schedule?: Schedule;
  steps: number;
  /** The steps that optimizer and schedule count; those that follow are made with k held at the last of them. All where none is given. */
  iterations?: number;
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

/** A distance that is a smaller part of the places at hand is lost in rounding. */
const LOST = 1e-9;

/**
 * Steps w <- w - rate(k) times what the optimizer makes of f'(w), all rates side by side. A run ends early beyond the bound, and where the
 * function is not defined, or its slope is not a number.
 */
export function descend(descent: Descent): Run[] {
  const { functions, start, rates, steps, bound, keep, minimum = NaN } = descent;
  const { optimizer = GRADIENT_DESCENT, schedule = CONSTANT, iterations = steps } = descent;
  const lanes = rates.length;
  const w = new Float64Array(lanes).fill(start);
  const [value, slope, isIn] = Array.from({ length: 3 }, () => new Float64Array(lanes));
  const kept = Array.from({ length: lanes }, () => new Float64Array(Math.min(keep, steps + 1)));
  const made = new Int32Array(lanes).fill(-1);
  const isOver = new Uint8Array(lanes);
  const state = stateFor(optimizer, lanes);
  const step = new Float64Array(lanes);
  const lost = LOST * Math.max(1e-3, Math.abs(minimum), Math.abs(start));
  const factors = new MeasuredFactors(lanes, optimizer.name === 'gd' ? PLAIN : SWINGING, lost);
  let running = lanes;
  for (let k = 0; k <= steps && running > 0; k++) {
    functions.evaluate([w], [value, slope, isIn], lanes);
    const counted = Math.min(k, iterations - 1);
    steppingAt(optimizer, counted)(slope, state, step, lanes);
    const factor = scheduleFactor(schedule, counted, iterations);
    for (let lane = 0; lane < lanes; lane++) {
      if (isOver[lane]) continue;
      const here = w[lane];
      const isBeyond = Math.abs(here) > bound;
      const isNumber = !Number.isNaN(here) && !Number.isNaN(value[lane]) && !Number.isNaN(slope[lane]);
      const isDefined = isNumber && isIn[lane] === 1;
      if (isBeyond || isDefined || k === 0) {
        kept[lane][k % kept[lane].length] = here;
        made[lane] = k;
        factors.add(lane, Math.abs(here - minimum));
      }
      if (isBeyond || !isDefined) {
        isOver[lane] = 1;
        running--;
      } else w[lane] = here - rates[lane] * factor * step[lane];
    }
  }
  return Array.from({ length: lanes }, (_, lane) => ({
    iterates: inOrder(kept[lane], made[lane]),
    steps: made[lane],
    factor: factors.factor(lane),
  }));
}

/** What a ring holds, the oldest first, its last entry being number `last`. */
function inOrder(ring: Float64Array, last: number): Float64Array {
  const length = Math.min(ring.length, last + 1);
  return Float64Array.from({ length }, (_, i) => ring[(last + 1 - length + i) % ring.length]);
}
