/** A loss of one residual, and its slope. */
export interface Loss {
  value: (residual: number) => number;
  slope: (residual: number) => number;
}

/**
 * Losses of a residual t, by name.
 *
 * - `huber`: t^2/2 up to |t| = 1, |t| - 1/2 beyond (P. J. Huber, 1964, with delta = 1); its slope is t cut off at -1 and 1.
 * - `square`: t^2/2; its slope is t.
 */
export const losses = {
  huber: {
    value: (t) => (Math.abs(t) <= 1 ? (t * t) / 2 : Math.abs(t) - 0.5),
    slope: (t) => (t > 1 ? 1 : t < -1 ? -1 : t),
  },
  square: { value: (t) => (t * t) / 2, slope: (t) => t },
} as const satisfies Record<string, Loss>;

export type LossName = keyof typeof losses;
