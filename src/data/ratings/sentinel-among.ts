import { sentinelIn } from '../table/sentinel';

/** So many of the first ratings show which numbers there are. */
const FIRST = 2 ** 16;

/** The number that may stand for no rating: far from all others, or -1 below ratings from 0 to more than 1. */
export function sentinelAmong(values: Float32Array | Float64Array): number | undefined {
  const first = values.subarray(0, FIRST);
  const others = first.filter((value) => value !== -1);
  const isMinusOne =
    others.length > 0 &&
    others.length < first.length &&
    others.every((value) => value >= 0) &&
    others.some((value) => value > 1);
  return sentinelIn(first)?.value ?? (isMinusOne ? -1 : undefined);
}
