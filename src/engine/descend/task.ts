import type { EngineInfo } from '../contract';

/** Which points descent starts from: `count` points in [low, high]. See `startAt` in `math/starts.ts`. */
export interface Starts {
  /** Drawn from the seed, or midpoints of equal cells. */
  sampling: 'random' | 'grid';
  count: number;
  low: number;
  high: number;
  /** An integer from 0 to 2^32 - 1; only `random` uses it. */
  seed: number;
}

/** Equal bins over [low, high], both ends included; what lies outside is counted in one bin below and one above. */
export interface Bins {
  low: number;
  high: number;
  count: number;
}

/**
 * Batched gradient descent on a function of one variable: every start at every learning rate,
 * theta <- theta - rate * f'(theta), `iterations` times.
 */
export interface DescendTask {
  /** The objective f as formula text in one variable. */
  objective: string;
  /** Each above 0; every start descends at each of them. */
  learningRates: readonly number[];
  starts: Starts;
  /** How many updates each run makes, at most 1,000,000. */
  iterations: number;
  /** The minima that a run can converge to, ascending; at most `MAXIMUM_MINIMA`. */
  minima: readonly number[];
  /** A run has converged to minimum m if it did not diverge and ends with |theta - m| <= tolerance; where these overlap, the nearest minimum has it. */
  tolerance: number;
  /** A run diverged once |theta| > bound, or theta is no finite number, at any iterate, the start included. */
  bound: number;
  /** Asks for `histogram`: where runs that did not diverge ended. */
  histogram?: Bins;
  /** Asks for `density`: a histogram of the `last` final iterates of every run that did not diverge. */
  density?: Bins & { last: number };
  /** Asks for `labels`, `dates` and `finals` of every single run. */
  records?: boolean;
}

/** More minima than this in one task are refused. */
export const MAXIMUM_MINIMA = 250;

/**
 * Outcomes are numbered: 0 .. minima.length - 1 converged to that minimum, then bounded, then diverged.
 * With R learning rates, S starts and M minima, arrays are laid out with the rate slowest.
 */
export interface DescendResult {
  engine: EngineInfo;
  /** Runs per learning rate and outcome: R x (M + 2). */
  counts: Uint32Array;
  /**
   * Per learning rate, the median over its converged runs of the first iteration from which the run stays within
   * tolerance of its minimum; null where none converged. Exact below 2048, then to 1 part in 1024 (`math/dates.ts`).
   */
  medianIterations: (number | null)[];
  /** R x (M + 1) x (bins + 2): final iterates of converged and bounded runs; first bin below, last bin above. */
  histogram?: Uint32Array;
  /** R x (bins + 2): the last iterates of every run that did not diverge, the start among them where there are no more. */
  density?: Uint32Array;
  /** R x S: the outcome of each run. */
  labels?: Uint8Array;
  /** R x S: converged: the first iteration of its stay; diverged: the first iteration beyond the bound; bounded: `iterations`. */
  dates?: Uint32Array;
  /** R x S: the last iterate; for a diverged run the first iterate beyond the bound (which may be no finite number). */
  finals?: Float32Array | Float64Array;
}
