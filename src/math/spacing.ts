/** `count` numbers from low to high, both included, each the same factor above the last; 0 < low < high, count >= 2. */
export function logSpaced(low: number, high: number, count: number): Float64Array {
  const step = Math.log(high / low) / (count - 1);
  return Float64Array.from({ length: count }, (_, i) => (i === count - 1 ? high : low * Math.exp(i * step)));
}

/** The midpoints, on a logarithmic scale, of `count` equal cells between low and high; 0 < low < high. */
export function logMidpoints(low: number, high: number, count: number): Float64Array {
  const span = Math.log(high / low);
  return Float64Array.from({ length: count }, (_, i) => low * Math.exp((span * (i + 0.5)) / count));
}

/** `count` numbers from low to high, both included, evenly spaced; count >= 2. */
export function linearSpaced(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** `count` numbers evenly from end to end, and as many over a part: where a curve bends in a small part of a long axis. */
export function spacedAround(
  [low, high]: readonly [number, number],
  part: readonly [number, number],
  count: number,
): Float64Array {
  const [from, to] = part.map((end) => Math.max(low, Math.min(high, end)));
  return Float64Array.from(new Set([...linearSpaced(low, high, count), ...linearSpaced(from, to, count)])).sort();
}

/** The midpoints of `count` equal cells between low and high. */
export function linearMidpoints(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low + ((high - low) * (i + 0.5)) / count);
}
