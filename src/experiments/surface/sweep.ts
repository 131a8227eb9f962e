import type { Engine, RunOptions } from '../../engine/contract';
import { population } from '../../engine/population';
import { rateLimit } from '../../math/optimizers';
import { logSpaced } from '../../math/spacing';
import { part } from '../experiment';
import { countsAt } from './kinds';
import type { SurfaceProblem } from './problem';
import type { RateShares } from './rates';
import { startsIn } from './tasks';

export interface Sweep {
  learningRates: Float64Array;
  optimizers: RateShares[];
}

const RATES = 100;
const STARTS = 400;
/** Rates between two of the sweep, for the one at which a minimum is left. */
const FINER = 10;
/** A share of the runs that is no accident. */
const COUNTS = 0.01;
/** More minima than these have no measured limit of their own. */
const MOST_MEASURED = 6;

/** What can hold runs, and its largest curvature: each minimum, and the valley where it is flattest. */
export function holdersOf({ minima, stationary, task }: Pick<SurfaceProblem, 'minima' | 'stationary' | 'task'>) {
  const valleys = stationary.curves.flatMap(({ kind, curvature }) => (kind === 'valley' ? [curvature] : []));
  return [
    ...minima.map(({ eigenvalues }, outcome) => ({ outcome, curvature: eigenvalues[1] })),
    ...(task.valley && valleys.length > 0 ? [{ outcome: minima.length, curvature: Math.min(...valleys) }] : []),
  ].filter(({ curvature }) => curvature > 0);
}

/** From well below the least limit to well above the greatest. */
export function rateSpan(problem: SurfaceProblem): [number, number] {
  const limits = holdersOf(problem)
    .flatMap(({ curvature }) => problem.optimizers.map((optimizer) => rateLimit(optimizer, curvature) ?? 2 / curvature))
    .filter((limit) => limit < 1e6);
  if (limits.length === 0) return [0.001, 10];
  const round = (rate: number) => Number(rate.toPrecision(1));
  return [round(Math.min(...limits) / 100), round(2.5 * Math.max(...limits))];
}

/** Descends from some of the starts at many rates with each optimizer, and measures where runs leave the minima. */
export async function sweepRates(problem: SurfaceProblem, engine: Engine, options: RunOptions): Promise<Sweep> {
  const { optimizers, task, parameters } = problem;
  const learningRates = logSpaced(...rateSpan(problem), RATES);
  const starts = startsIn(problem, Math.min(parameters.starts, STARTS));
  const count = Math.min(parameters.starts, STARTS);
  const found: RateShares[] = [];
  for (const [i, optimizer] of optimizers.entries()) {
    const share = (from: number, to: number) =>
      part(options, (i + from) / optimizers.length, (i + to) / optimizers.length);
    const sharesAt = async (rates: readonly number[], progress: RunOptions) => {
      const result = await engine.run(population, { ...task, optimizer, learningRates: rates, starts }, progress);
      return rates.map((_, row) => countsAt(problem, result, row).map((n) => n / count));
    };
    const shares = await sharesAt(Array.from(learningRates), share(0, 0.85));
    const fractions = shares[0].map((_, kind) => Float64Array.from(shares, (kinds) => kinds[kind]));
    const limits = holdersOf(problem).flatMap(({ curvature, outcome }) => {
      const predicted = rateLimit(optimizer, curvature);
      return predicted === undefined ? [] : [{ outcome, predicted, measured: null as number | null }];
    });
    const switches = limits.slice(0, MOST_MEASURED).flatMap((limit) => {
      const last = fractions[limit.outcome].findLastIndex((fraction) => fraction >= COUNTS);
      return last < 0 || last === learningRates.length - 1 ? [] : [{ limit, last }];
    });
    const between = [...new Set(switches.map(({ last }) => last))];
    const finer = between.flatMap((last) =>
      Array.from(logSpaced(learningRates[last], learningRates[last + 1], FINER + 2)).slice(0, -1),
    );
    if (finer.length > 0) {
      const more = await sharesAt(finer, share(0.85, 1));
      for (const { limit, last } of switches) {
        const first = between.indexOf(last) * (FINER + 1);
        const held = more.slice(first, first + FINER + 1).findLastIndex((kinds) => kinds[limit.outcome] >= COUNTS);
        limit.measured = finer[first + Math.max(0, held)];
      }
    }
    found.push({ optimizer: optimizer.text, fractions, limits });
  }
  return { learningRates, optimizers: found };
}
