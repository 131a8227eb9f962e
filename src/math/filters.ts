/** A blur by the normal curve: 2 R + 1 taps that add up to 1, their standard deviation a third of the radius R. */
export function gaussianFilter(radius: number): Float64Array {
  return normalized(
    Float64Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-4.5 * ((i - radius) / Math.max(radius, 1)) ** 2)),
  );
}

/** A moving mean: 2 R + 1 equal taps that add up to 1. */
export function boxFilter(radius: number): Float64Array {
  return new Float64Array(2 * radius + 1).fill(1 / (2 * radius + 1));
}

/** What each sample has more than the one before it. */
export function differenceFilter(): Float64Array {
  return Float64Array.of(-1, 1);
}

function normalized(taps: Float64Array): Float64Array {
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}
