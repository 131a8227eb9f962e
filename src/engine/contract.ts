/**
 * What the heavy computations are. An engine runs them; experiments know this file and no engine.
 *
 * Tasks are plain data (they travel to workers as they are), results are plain data (typed arrays and numbers).
 * The same task on the same engine gives the same result, bit for bit.
 */

/** Where a result was computed. */
export interface EngineInfo {
  kind: 'webgpu' | 'cpu';
  /** The adapter in words, e.g. `google swiftshader` or `2 workers, float64`. */
  adapter: string;
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

/** Runs the heavy computations. One implementation per folder beside this file, and `chooser.ts`, which picks among them. */
export interface Engine {
  /**
   * @throws {RangeError} naming the value, for a task that breaks the contract
   * @throws {EngineLost} when the engine died and could not be brought back
   */
  descend(task: DescendTask, options?: RunOptions): Promise<DescendResult>;
  trace(task: TraceTask, options?: RunOptions): Promise<TraceResult>;
}

/** Why an engine cannot be had here, in words for a person. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

/** The engine stopped working in the middle of a run and stayed away. */
export class EngineLost extends Error {
  override readonly name = 'EngineLost';
}
