const MOST_RATES = 4;

/** A few of a task's learning rates, spread over all of them: at which rates runs are over early decides how long an engine takes. */
export function fewRates(learningRates: readonly number[]): number[] {
  const count = Math.min(MOST_RATES, learningRates.length);
  return Array.from({ length: count }, (_, i) => learningRates[Math.floor((i * learningRates.length) / count)]);
}
