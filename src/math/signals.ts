/**
 * The four test signals of wavelet denoising, each a function of t from 0 to 1.
 *
 * Source: D. L. Donoho, I. M. Johnstone, "Ideal spatial adaptation by wavelet shrinkage", Biometrika 81 (1994), table 1.
 */
export const testSignals = {
  /** Steps: sum of h (1 + sgn(t - t_j)) / 2. Between -2 and 5.2. */
  blocks: (t: number) => jumps.reduce((sum, at, j) => sum + (heights.blocks[j] * (1 + Math.sign(t - at))) / 2, 0),
  /** Peaks: sum of h / (1 + |(t - t_j) / w_j|)^4. Between 0 and 5.1 and a little. */
  bumps: (t: number) =>
    jumps.reduce((sum, at, j) => sum + heights.bumps[j] / (1 + Math.abs((t - at) / bumpWidths[j])) ** 4, 0),
  /** A sine wave with two jumps: 4 sin(4 pi t) - sgn(t - 0.3) - sgn(0.72 - t). Between -6 and 4. */
  heavisine: (t: number) => 4 * Math.sin(4 * Math.PI * t) - Math.sign(t - 0.3) - Math.sign(0.72 - t),
  /** A chirp: sqrt(t (1 - t)) sin(2.1 pi / (t + 0.05)). Between -1/2 and 1/2. */
  doppler: (t: number) => Math.sqrt(t * (1 - t)) * Math.sin((2 * Math.PI * 1.05) / (t + 0.05)),
} as const satisfies Record<string, (t: number) => number>;

export type TestSignal = keyof typeof testSignals;

/** Where blocks step and bumps stand, and how high and how wide they are. */
export const jumps = [0.1, 0.13, 0.15, 0.23, 0.25, 0.4, 0.44, 0.65, 0.76, 0.78, 0.81];
export const heights = {
  blocks: [4, -5, 3, -4, 5, -4.2, 2.1, 4.3, -3.1, 2.1, -4.2],
  bumps: [4, 5, 3, 4, 5, 4.2, 2.1, 4.3, 3.1, 5.1, 4.2],
} as const;
export const bumpWidths = [0.005, 0.005, 0.006, 0.01, 0.01, 0.03, 0.01, 0.01, 0.005, 0.008, 0.005];

/** Sample number `index` of `length` of a test signal: its value at t = (index + 1) / length, as in the paper. */
export function signalAt(signal: TestSignal, index: number, length: number): number {
  return testSignals[signal]((index + 1) / length);
}
