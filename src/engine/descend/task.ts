import type { Ending } from '../../math/outcomes';
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
  /** Minima that are of no interest themselves, because they lie outside of a range, say, ascending; at most `MAXIMUM_ELSEWHERE`. */
  elsewhere?: readonly number[];
  /** Where the slope is 0 and no minimum is, ascending, at most `MAXIMUM_ELSEWHERE`: no run converges there, but one that goes there does not fall. */
  level?: readonly number[];
  /**
   * A run has converged to minimum m if |theta - m| <= tolerance after the last iteration and for 64 steps more, and after 128
   * more it is no farther away than it was; where tolerances overlap, the nearest minimum has it.
   */
  tolerance: number;
  /** A run diverged once |theta| > bound, or theta is no finite number, at any iterate up to the last, the start included. */
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
/** The same for places elsewhere. */
export const MAXIMUM_ELSEWHERE = 250;

/**
 * Each ending of a run has a number: first converging to each of the minima, in their order, then what `endings` says.
 * With R learning rates, S starts, M minima and E endings, arrays are laid out with the rate slowest.
 */
export interface DescendResult {
  engine: EngineInfo;
  /**
   * What the numbers stand for: converged to minimum `place`, to place `place` elsewhere, cycling with a `period`, moving
   * (or falling, where no minimum lies that way), wandering, standing still, left the domain of the objective, diverged.
   * See `math/outcomes.ts`: a run is judged by the 128 steps after its last iteration, and where these do not tell, by the next 128; what
   * happens only then, like passing the bound, has not happened yet. Above a rate of 2/f'' no run converges: one that rests there all the same stands still.
   */
  endings: readonly Ending[];
  /** Runs per learning rate and ending: R x E. */
  counts: Uint32Array;
  /**
   * Per learning rate, the median over its converged runs of the first iteration from which the run stays within
   * tolerance of its minimum; null where none converged. Exact below 2048, then to 1 part in 1024 (`math/dates.ts`).
   */
  medianIterations: (number | null)[];
  /**
   * R x (M + 7) x (bins + 2): final iterates of the runs that did not diverge, by kind: each of the minima, then elsewhere,
   * cycling, moving, falling, wandering, still, left (`KINDS`); first bin below, last bin above.
   */
  histogram?: Uint32Array;
  /** R x (bins + 2): the last iterates of every run that did not end early, the start among them where there are no more. */
  density?: Uint32Array;
  /** R x S: the number of each run's ending. */
  labels?: Uint16Array;
  /** R x S: converged: the first iteration of its stay; diverged or left: the first iteration beyond the bound or outside of the domain; others: `iterations`. */
  dates?: Uint32Array;
  /** R x S: the last iterate; for a run that diverged or left the first iterate beyond the bound (which may be no finite number) or outside of the domain. */
  finals?: Float32Array | Float64Array;
}
