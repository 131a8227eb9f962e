import type { NamedOptimizer } from '../../math/optimizers';
import type { Schedule } from '../../math/schedules';
import type { EngineInfo, Samples } from '../contract';

/**
 * Descent on |X theta - y|^2 / 2 from many starts around its minimizer, at several learning rates: theta <- theta - rate(k) * step,
 * where an optimizer makes the step of the gradient X'(X theta - y).
 *
 * Iterates are errors e = theta - minimizer, of which the gradient is H e with H = X'X: a small error is not lost beside a large minimizer, and
 * the descent is the same.
 */
export interface LeastSquaresDescentTask {
  /** From 1 to 64. */
  columns: number;
  /** H = X'X by rows, columns x columns numbers. */
  hessian: Samples;
  /**
   * Where H is singular the minimizers fill a plane. This matrix, columns x columns, takes a start to the nearest one without a part along the plane,
   * so that errors are distances to the plane.
   */
  projector?: Samples;
  /** Each above 0. */
  learningRates: readonly number[];
  /** Uniform in the ball of this radius around the minimizer; `drawInBall` in `math/ball.ts`. At most 2^24 numbers in all. */
  starts: { count: number; radius: number; seed: number };
  /** How many updates each run makes, at most 1,000,000. */
  iterations: number;
  /** Plain descent without it. */
  optimizer?: NamedOptimizer;
  /** A constant rate without it. */
  schedule?: Schedule;
  /** A run has converged if its error is no longer than this after the last iteration and for 64 steps more, and has not grown after 128. */
  tolerance: number;
  /** A run has diverged once the size of a coordinate of its error is above it; at most 1e12. */
  bound: number;
  /** Keep the errors of all runs at iterates 0, every, 2 every, ... up to `iterations`; 0 keeps none. At most 2^24 numbers. */
  every: number;
}

/** With R learning rates, S starts and p columns, arrays are laid out with the rate slowest. */
export interface LeastSquaresDescentResult {
  engine: EngineInfo;
  /**
   * R x 8: how many runs came to what, in the order of `OUTCOMES` in `math/outcomes.ts`. After the last iteration a run is followed for 128 steps
   * with k held. It has diverged beyond the bound, or if its gradient grew in each of the last 10 steps. It is in a cycle (of 2) if the gradient turns
   * round in each of the last 64 steps and keeps its length to 1e-4; it moves if it is shorter in those than in the 64 before.
   */
  counts: Uint32Array;
  /** Per rate, the number of runs whose error grew over their last 10 steps (64 with an optimizer that has a state), whether or not they passed the bound. */
  growing: Uint32Array;
  /**
   * Per rate, the factor by which a step multiplies the error, measured by the gradient over these last steps: the geometric mean over the runs.
   * Not a number if no run made a step.
   */
  growth: Float64Array;
  /** R x frames x S x p: errors; a run that diverged stays at its first error beyond the bound. */
  errors?: Samples;
  frames: number;
}
