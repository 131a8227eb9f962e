import type { Engine, RunOptions } from '../../engine/contract';
import { disturbanceAt } from '../../math/noise';
import { logSpaced } from '../../math/spacing';
import { part } from '../experiment';
import { descend } from './descend';
import type { Conv1dParameters } from './parameters';
import type { Recovery } from './recovery';

/** Half a percent above the threshold, this many steps multiply a disturbance's energy by four hundred. */
const STEPS = 300;
/** A disturbance has grown when F is this much, relatively, above its least value: far more than rounding adds. */
const RISE = 1e-4;
/** No residual of the disturbance is larger than this; there is room for it to grow before the Huber loss bends, at 1. */
const SIZE = 1e-3;
/** Rates of the first round and of the others, each of which looks closely at where the last one saw the switch. */
const ROUNDS = [16, 12, 12] as const;

/**
 * The lowest learning rate at which a small disturbance grows, of a descent at rest: the observation is 0, so that
 * every residual is small and has its curvature, whichever the loss is. Then F is a sum of terms that each shrink or
 * grow at a steady pace, and the loss rises in the end if and only if one of them grows: above 2 / (|A|^2 + lambda).
 *
 * With the real observation in place of 0, the square loss would switch at the same rate, as its curvature is the
 * same everywhere. The Huber loss need not: residuals that it cuts off, as those of outliers, have no curvature, and
 * without their rows |A| is a little less. No observation makes descent unstable below the rate that is measured here.
 *
 * @param span the lowest and the highest rate that are tried
 * @returns null where the disturbance grows at the lowest of them, or at none
 */
export async function measureSwitch(
  p: Conv1dParameters,
  { taps, length, rows }: Recovery,
  span: readonly number[],
  engine: Engine,
  options: RunOptions,
): Promise<number | null> {
  const scale = SIZE / taps.reduce((sum, tap) => sum + Math.abs(tap), 0);
  const initial = Float64Array.from({ length }, (_, i) => scale * disturbanceAt(i));
  const atRest = { taps, observed: new Float64Array(rows), initial, unit: 1 };
  let [low, high] = span;
  for (const [round, count] of ROUNDS.entries()) {
    const isFirst = round === 0;
    // The ends of the first round are not known yet.
    const tried = isFirst ? logSpaced(low, high, count) : logSpaced(low, high, count + 2).subarray(1, -1);
    const { losses } = await descend(
      p,
      atRest,
      { learningRates: Array.from(tried), iterations: STEPS, every: 0 },
      engine,
      part(options, round / ROUNDS.length, (round + 1) / ROUNDS.length),
    );
    const first = firstRising(losses, count);
    if (isFirst && first < 1) return null;
    if (first !== 0) low = tried[first < 0 ? count - 1 : first - 1];
    if (first >= 0) high = tried[first];
  }
  return Math.sqrt(low * high);
}

/** The number of the first descent whose loss ends above the least that it was; -1 if there is none. */
function firstRising(losses: Float64Array, count: number): number {
  const width = losses.length / count;
  for (let rate = 0; rate < count; rate++) {
    const objectives = losses.subarray(rate * width, (rate + 1) * width);
    let least = Infinity;
    for (const objective of objectives) least = Math.min(least, objective);
    // Written so that NaN has risen.
    if (!(objectives[width - 1] <= least * (1 + RISE))) return rate;
  }
  return -1;
}
