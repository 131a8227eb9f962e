import { findStationary, TooManyPoints, type StationaryPoint, type StationaryProblem } from './stationary';

/** Ever farther from the range, in widths of it. */
const REACHES = [1 / 8, 1, 10, 100, 1e3, 1e4, 1e5, 1e6];
/** More minima than this on one side are those of a function that has them for ever. */
const MOST = 30;
/** It is not the range that people look at, and they type while this is worked out. */
const EFFORT = 1 / 30;
/** Where there are too many, half of the way is tried, and half of that, so often. */
const MOST_HALVINGS = 4;
/** Nearer to 0, relative to the range, is 0. */
const ROUNDING = 1e-14;

/**
 * The minima on both sides of a range, ascending: as far out as the bound, or until there are many, the nearest first.
 * Runs that leave the range can end there.
 */
export function minimaOutside(problem: StationaryProblem, low: number, high: number, bound: number): number[] {
  const below = onOneSide(problem, low, Math.min(low, -bound), low - high);
  const above = onOneSide(problem, high, Math.max(high, bound), high - low);
  return [...below.reverse(), ...above];
}

/** Those on one side, the nearest first. */
function onOneSide(problem: StationaryProblem, edge: number, limit: number, width: number): number[] {
  const found: number[] = [];
  const clamp = (x: number) => (width < 0 ? Math.max(limit, x) : Math.min(limit, x));
  let from = edge;
  for (const reach of REACHES) {
    const to = clamp(edge + reach * width);
    if (to === from) break;
    const { points, isWhole } = pointsBetween(problem, from, to);
    const minima = points.filter(({ kind, theta }) => kind === 'minimum' && theta !== edge && theta !== found.at(-1));
    const places = minima.map(({ theta }) => (Math.abs(theta) < ROUNDING * Math.abs(width) ? 0 : theta));
    found.push(...(width < 0 ? places.reverse() : places));
    if (found.length >= MOST || !isWhole) break;
    from = to;
  }
  return found.slice(0, MOST);
}

/** The stationary points from one place to another, or, where these are too many, as far as they can be counted. */
function pointsBetween(
  problem: StationaryProblem,
  from: number,
  to: number,
): { points: StationaryPoint[]; isWhole: boolean } {
  for (let halvings = 0; halvings <= MOST_HALVINGS; halvings++) {
    const end = from + (to - from) / 2 ** halvings;
    try {
      const options = { most: 2 * MOST, effort: EFFORT };
      const points = findStationary(problem, Math.min(from, end), Math.max(from, end), options);
      return { points, isWhole: halvings === 0 };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // The function is not finite there, as -ln(cos x) is not from pi/2 to 3 pi/2; farther out it may be again.
      if (!(error instanceof TooManyPoints)) return { points: [], isWhole: true };
    }
  }
  return { points: [], isWhole: false };
}
