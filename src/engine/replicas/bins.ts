/**
 * Bins for distances from the mean, of either sign, as fine as the distance is small: sixteen to each power of 2, found
 * from the bits of a float32 number. So quantiles come of counts wherever they lie. `shaders/replicas-sums.wgsl` has the same bins.
 */
const PER_OCTAVE = 16;
/** What is smaller shares the bin in the middle. */
const LEAST_EXPONENT = -14;
const OCTAVES = 40;
/** The number of the bin in the middle, and of bins on each side of it. */
const SIDE = PER_OCTAVE * OCTAVES;
export const BINS = 2 * SIDE + 1;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

export function binOf(distance: number): number {
  float[0] = Math.abs(distance);
  const place = (bits[0] >>> 19) - PER_OCTAVE * (127 + LEAST_EXPONENT) + 1;
  const bin = Math.max(0, Math.min(SIDE, place));
  return distance < 0 ? SIDE - bin : SIDE + bin;
}

/** Where bin number `bin` begins. */
export function edgeOf(bin: number): number {
  // Bin SIDE + 1 begins at the least number, and bin SIDE ends there.
  const place = bin > SIDE ? bin - SIDE - 1 : SIDE - bin;
  const size = 2 ** (LEAST_EXPONENT + Math.floor(place / PER_OCTAVE)) * (1 + (place % PER_OCTAVE) / PER_OCTAVE);
  return bin > SIDE ? size : -size;
}

/** The distance below which a share of what was counted lies, evenly spread within each bin. */
export function quantileOf(counts: Uint32Array, total: number, share: number): number {
  const wanted = share * total;
  let below = 0;
  for (let bin = 0; bin < BINS; bin++) {
    if (counts[bin] > 0 && below + counts[bin] >= wanted)
      return edgeOf(bin) + (edgeOf(bin + 1) - edgeOf(bin)) * ((wanted - below) / counts[bin]);
    below += counts[bin];
  }
  return edgeOf(BINS);
}
