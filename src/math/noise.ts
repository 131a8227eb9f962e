import { threefry, unitInterval } from './random';

/** What random numbers are drawn for; each purpose has a stream of its own. See `STREAM_STARTS` in `starts.ts`. */
const STREAM_NOISE = 2;
const STREAM_OUTLIERS = 3;
const STREAM_DISTURBANCE = 5;

/** Outliers are so much larger than the bend of the Huber loss, which is at 1, that they cannot be taken for noise. */
const SMALLEST_OUTLIER = 3;
const LARGEST_OUTLIER = 6;

/**
 * Normal deviate number `index` of a seed: mean 0, standard deviation 1. By Box and Muller's formula from two uniform
 * words, so any deviate can be had at once, in any order. Another purpose than noise has a stream of its own, and each row
 * of a stream has deviates of its own.
 */
export function normalAt(seed: number, index: number, stream = STREAM_NOISE, row = 0): number {
  const [a, b] = threefry([seed, stream], [index, row]);
  // 1 - u lies in (0, 1], where the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - unitInterval(a))) * Math.cos(2 * Math.PI * unitInterval(b));
}

/**
 * The outlier at place number `index`, 0 at most places: each has one with probability `fraction`, up or down, of a size
 * from 3 to 6.
 */
export function outlierAt(seed: number, index: number, fraction: number): number {
  const [a, b] = threefry([seed, STREAM_OUTLIERS], [index, 0]);
  if (unitInterval(a) >= fraction) return 0;
  const place = unitInterval(b);
  const size = SMALLEST_OUTLIER + (LARGEST_OUTLIER - SMALLEST_OUTLIER) * Math.abs(2 * place - 1);
  return place < 0.5 ? -size : size;
}

/** Number `index` of a small disturbance, which has something of every direction: uniform between -1 and 1, the same each time. */
export function disturbanceAt(index: number): number {
  return 2 * unitInterval(threefry([0, STREAM_DISTURBANCE], [index, 0])[0]) - 1;
}
