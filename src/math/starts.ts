import { threefry, unitInterval } from './random';

/** What the points are drawn for; a second purpose with the same seed must not repeat the first one's numbers. */
export const STREAM_STARTS = 1;

/**
 * Start number `index` of `count` in [low, high].
 *
 * - `grid`: the midpoint low + (high - low)(index + 1/2) / count, in float64.
 * - `random`: low + (high - low) u with u from the seed's stream, every operation rounded to float32, so that the
 *   float32 engine starts from the very same point.
 */
export function startAt(
  starts: { sampling: 'random' | 'grid'; count: number; low: number; high: number; seed: number },
  index: number,
): number {
  const { sampling, count, low, high, seed } = starts;
  if (sampling === 'grid') return low + ((high - low) * (index + 0.5)) / count;
  return uniformIn(starts, threefry([seed, STREAM_STARTS], [index, 0])[0]);
}

/** A random word as a number in [low, high], every operation rounded to float32. */
export function uniformIn({ low, high }: { low: number; high: number }, word: number): number {
  const span = Math.fround(Math.fround(high) - Math.fround(low));
  return Math.fround(Math.fround(low) + Math.fround(span * unitInterval(word)));
}
