import type { Bins } from '../../descend';

/** The bin of a number that is no NaN: 0 below the range, 1 .. count inside, count + 1 above. Both ends are inside. */
export function binOf({ low, high, count }: Bins, x: number): number {
  if (x < low) return 0;
  if (x > high) return count + 1;
  return 1 + Math.min(count - 1, Math.floor(((x - low) / (high - low)) * count));
}
