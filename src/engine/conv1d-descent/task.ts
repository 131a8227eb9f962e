import type { EngineInfo, Samples } from '../contract';

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
