import type { DescendTask } from '../../descend';

/** A range of iterates. */
export interface Watched {
  readonly low: number;
  readonly high: number;
}

const LARGEST_FLOAT = 3.4028234663852886e38;

/** What `descend.wgsl` is told of the surroundings that its runs are not to leave, given the range in which it is right. */
export function surroundings(
  { minima, tolerance, bound }: DescendTask,
  watched: Watched,
): Record<'tolerance' | 'closeness' | 'bound' | 'middle' | 'reach', number> {
  return {
    tolerance,
    closeness: closeness(minima, tolerance, watched),
    bound: Math.min(bound, LARGEST_FLOAT),
    ...middleAndReach(watched),
  };
}

/** The distance from a minimum within which an iterate is within the tolerance, in the watched range and nearest to that minimum. */
function closeness(minima: readonly number[], tolerance: number, { low, high }: Watched): number {
  const gaps = minima.slice(1).map((m, i) => (Math.fround(m) - Math.fround(minima[i])) / 2);
  const room = minima.flatMap((m) => [m - low, high - m]);
  return Math.max(0, Math.min(tolerance, ...[...gaps, ...room].map(roundedDown)));
}

/** The watched range as a distance from its middle, in float32: nothing within it is outside of the range. */
function middleAndReach({ low, high }: Watched): { middle: number; reach: number } {
  if (low === -high) return { middle: 0, reach: Math.min(high, LARGEST_FLOAT) };
  const middle = Math.fround((low + high) / 2);
  return { middle, reach: roundedDown(Math.min(middle - low, high - middle) - 2 ** -22 * Math.abs(middle)) };
}

/** So far down that rounding never makes a distance more than it should be. */
function roundedDown(distance: number): number {
  return distance * (1 - 2 ** -20);
}
