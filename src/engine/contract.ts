/**
 * What the heavy computations are. An engine runs them; experiments know this file and no engine.
 *
 * Tasks are plain data (they travel to workers as they are), results are plain data (typed arrays and numbers).
 * The same task on the same engine gives the same result, bit for bit.
 */

import { CodedError } from '../messages';
import type { FactorizeResult, FactorizeTask } from './factorize/task';

export * from './factorize/task';

/** Where a result was computed. */
export interface EngineInfo {
  /** Float32 on the GPU, or float64 in workers. */
  kind: 'webgpu' | 'cpu';
  /** The adapter in words, e.g. `google swiftshader` or `2 workers, float64`. */
  adapter: string;
  /** How many workers compute, of an engine that has some; 0 where the page itself does. */
  workers?: number;
}

/** What every computation takes besides its task. */
export interface RunOptions {
  /** Aborting rejects the promise with the signal's reason within one time slice. */
  signal?: AbortSignal;
  /** Called with the finished fraction, from 0 to 1, never decreasing. */
  onProgress?: (fraction: number) => void;
}

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

/** The iterates themselves, for a few chosen starts. */
export interface TraceTask {
  /** The objective f as formula text in one variable. */
  objective: string;
  learningRate: number;
  /** Explicit starting points. */
  starts: readonly number[];
  iterations: number;
  /** Keep iterates 0, every, 2 every, ... up to `iterations`. */
  every: number;
  /** A run is frozen at its first iterate beyond the bound. */
  bound: number;
}

export interface TraceResult {
  engine: EngineInfo;
  /** Frames x starts, the frame slowest; frame k holds iterate k * every. */
  iterates: Float32Array | Float64Array;
  frames: number;
}

/** A filter has at most so many taps, and a signal at most so many samples. */
export const MAXIMUM_TAPS = 4096;
export const MAXIMUM_LENGTH = 2 ** 24;

/** Numbers in a row, in either format. An engine reads them and leaves them as they are. */
export type Samples = Float32Array | Float64Array;

/**
 * One matrix times one vector, where the matrix is never formed. A is (n - r + 1) x n, and its rows are the filter k of
 * r taps, each shifted by one against the row above: (A x)_i = sum_j k_j x_{i+j}. (What learning calls a convolution is
 * a cross-correlation: the filter is not flipped.) Its transpose gives (A' y)_i = sum_j k_j y_{i-j}, where y counts as
 * zero outside 0 .. n - r.
 */
export interface Conv1dTask {
  /** The filter k: 1 <= r <= n numbers, at most `MAXIMUM_TAPS`. */
  taps: Samples;
  /** x, n numbers; or y, n - r + 1 numbers, if `transpose`. */
  input: Samples;
  /** Whether A' is applied, and not A. */
  transpose: boolean;
  /** Apply the matrix to the same input so many times, for the sake of the clock; 1 to 1000. */
  repeats: number;
}

export interface Conv1dResult {
  engine: EngineInfo;
  /** A x, n - r + 1 numbers; or A' y, n numbers. */
  output: Samples;
  /** What one application takes, in milliseconds: the mean over the repeats, without handing the numbers over. */
  milliseconds: number;
}

/**
 * Gradient descent on F(x) = sum_i loss((A x - b)_i) + (ridge / 2) |x|^2 with the matrix A of `Conv1dTask`:
 * x <- x - rate * (A' loss'(A x - b) + ridge * x), `iterations` times, at each learning rate from the same start.
 */
export interface Conv1dDescentTask {
  /** The filter k, r numbers. */
  taps: Samples;
  /** b, n - r + 1 numbers: they say what n is. */
  observed: Samples;
  /** Iterate 0, n numbers; zeros where it is left out. */
  initial?: Samples;
  /** `huber`: t^2/2 up to |t| = 1, |t| - 1/2 beyond. `square`: t^2/2. */
  loss: 'huber' | 'square';
  /** The factor lambda, at least 0. */
  ridge: number;
  /** At least one; each is a descent of its own. `x` and `iterates` are those of the first one. */
  learningRates: readonly number[];
  /** How many updates each descent makes, at most 1,000,000. */
  iterations: number;
  /** Keep iterates 0, every, 2 every, ... of the first descent; 0 keeps none. At most 2^26 numbers in all. */
  every: number;
  /** A descent has diverged once F > bound, or F is no finite number, at any iterate, the start included. At most 1e30. */
  bound: number;
}

export interface Conv1dDescentResult {
  engine: EngineInfo;
  /**
   * R x (iterations + 1), the rate slowest: F at every iterate. From the first iterate beyond the bound on, F stays what
   * it was there; the float32 engine may cap that one value, at no less than the bound.
   */
  losses: Float64Array;
  /** Per learning rate, the first iteration at which F is beyond the bound; null where there is none. */
  diverged: (number | null)[];
  /** The last iterate of the first descent, n numbers; if that diverged, any iterate from then on, whatever it holds. */
  x: Samples;
  /** Frames x n, the frame slowest; frame f holds iterate f * every of the first descent. From its divergence on, whatever came out. */
  iterates?: Samples;
  /** How many iterates are kept: floor(iterations / every) + 1, or 0 where `every` is 0. */
  frames: number;
}

/** Runs the heavy computations. One implementation per folder beside this file, and `chooser.ts`, which picks among them. */
export interface Engine {
  /**
   * @throws {RangeError} naming the value, for a task that breaks the contract
   * @throws {EngineLost} when the engine died and could not be brought back
   */
  descend(task: DescendTask, options?: RunOptions): Promise<DescendResult>;
  trace(task: TraceTask, options?: RunOptions): Promise<TraceResult>;
  conv1d(task: Conv1dTask, options?: RunOptions): Promise<Conv1dResult>;
  conv1dDescent(task: Conv1dDescentTask, options?: RunOptions): Promise<Conv1dDescentResult>;
  factorize(task: FactorizeTask, options?: RunOptions): Promise<FactorizeResult>;
}

/** Why an engine cannot be had here, in words for a person. */
export class EngineUnavailable extends CodedError {
  override readonly name = 'EngineUnavailable';
}

/** The engine stopped working in the middle of a run and stayed away. */
export class EngineLost extends CodedError {
  override readonly name = 'EngineLost';
}
