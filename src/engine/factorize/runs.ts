/** The number of the run that `FactorizeResult.best` asks for. */
export function bestRun(
  losses: Float64Array,
  validationErrors: Float64Array | undefined,
  diverged: readonly (number | null)[],
): number | null {
  const curves = validationErrors ?? losses;
  const width = curves.length / diverged.length;
  let best: number | null = null;
  diverged.forEach((epoch, run) => {
    const last = (run: number) => curves[(run + 1) * width - 1];
    if (epoch === null && (best === null || last(run) < last(best))) best = run;
  });
  return best;
}

/** From the epoch of divergence on, a curve stays what it was in it. */
export function settleRun(curve: Float64Array, diverged: number | null): void {
  if (diverged !== null) curve.fill(curve[diverged], diverged);
}
