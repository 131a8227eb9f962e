/** Where one of 1, 2, 5 and 10 gives way to the next: midway by ratio. */
const HALFWAYS = [Math.SQRT2, Math.sqrt(10), Math.sqrt(50)] as const;
const LEADING = [1, 2, 5, 10] as const;

/**
 * About `count` (1 or more) numbers over [low, high]: the multiples of 1, 2 or 5 times a power of ten.
 * These are d3-array's `ticks`, number for number: that one brings image filters and shuffling along.
 */
export function roundNumbers(low: number, high: number, count: number): number[] {
  if (low === high) return [low];
  const wanted = (high - low) / count;
  const power = Math.floor(Math.log10(wanted));
  const leading = LEADING[HALFWAYS.filter((halfway) => wanted / 10 ** power >= halfway).length];
  // A step below 1 is kept as its inverse, which is whole: quotients of whole numbers are rounded once only.
  const isFine = power < 0;
  const unit = isFine ? 10 ** -power / leading : 10 ** power * leading;
  const at = (i: number) => (isFine ? i / unit : i * unit);
  const near = (value: number) => Math.round(isFine ? value * unit : value / unit);
  const first = near(low) + (at(near(low)) < low ? 1 : 0);
  const last = near(high) - (at(near(high)) > high ? 1 : 0);
  if (last < first) return count < 2 ? roundNumbers(low, high, 2 * count) : [];
  return Array.from({ length: last - first + 1 }, (_, i) => at(first + i));
}

/** The place of the value that is nearest to a number; the first one of several. */
export function nearestIndex(values: ArrayLike<number>, value: number): number {
  let nearest = 0;
  for (let i = 1; i < values.length; i++)
    if (Math.abs(values[i] - value) < Math.abs(values[nearest] - value)) nearest = i;
  return nearest;
}
