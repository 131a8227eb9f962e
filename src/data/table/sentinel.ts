/** What programs write for no value: nines, as -9999, 99 or -999.25. */
const NINES = /^-?9{2,}(\.\d+)?$/;
/** How far from all others, in their range, a number stands that is not of nines. */
const FAR = 100;
/** So much further stands one of nines where it has a single other beside it: a few numbers do not show how far they reach. */
const FURTHER = 10;

/** A number that may stand for none, and how often it is there. */
export interface Sentinel {
  value: number;
  count: number;
}

/**
 * The least or the largest number where it may stand for no value: it is written in nines and further from all others than
 * these are apart, the more so the fewer they are, or much further and more than once.
 */
export function sentinelIn(values: ArrayLike<number>): Sentinel | undefined {
  const ends = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    if (values[i] < ends[0]) ends[0] = values[i];
    if (values[i] > ends[1]) ends[1] = values[i];
  }
  return ends.map((end) => sentinelAt(values, end)).find((found) => found !== undefined);
}

function sentinelAt(values: ArrayLike<number>, value: number): Sentinel | undefined {
  let count = 0;
  let least = Infinity;
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const other = values[i];
    if (other === value) count++;
    else {
      if (other < least) least = other;
      if (other > largest) largest = other;
    }
  }
  const range = largest - least;
  const gap = Math.max(least - value, value - largest);
  // Others that are all the same have no range but their size.
  const others = values.length - count;
  const reach = (range || Math.abs(largest)) * (1 + FURTHER / others);
  const isFar = NINES.test(String(value)) ? gap > reach : count > 1 && range > 0 && gap > FAR * range;
  return isFar && Number.isFinite(gap) ? { value, count } : undefined;
}
