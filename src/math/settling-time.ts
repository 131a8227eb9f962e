/** Iterations are told apart for no finer than float32 holds them: sixteenths below 2^20. */
const LEAST_FRACTION = 1 / 16;

/**
 * After how many iterations a quantity passed a limit, with the fraction of the last one: where its logarithm passes that of the limit.
 * Rounded up, it is the iteration at which it was found beyond the limit. `shaders/population-settle.wgsl` has the same.
 *
 * @param before what it was one iteration earlier
 */
export function settlingTime(iteration: number, before: number, now: number, limit: number): number {
  if (iteration === 0) return 0;
  const fraction = Math.log(before / limit) / Math.log(before / now);
  return iteration - 1 + (fraction >= LEAST_FRACTION ? Math.min(1, fraction) : LEAST_FRACTION);
}
