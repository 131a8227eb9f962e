import type { EngineInfo } from '../contract';

/** Replicas that are summed together: the sums of a task do not depend on how an engine shares the work out. */
export const CHUNK = 1024;
/** Most replicas of all learning rates together. */
export const MOST_REPLICAS = 2 ** 26;

/**
 * A population of replicas of minibatch descent on one weight, each with draws of its own. Example i has the gradient
 * `curvatures[i] * theta + gradients[i]`, as it is for least squares, and a step is
 *
 *     theta <- theta - rate * mean over the batch of (curvatures[i] * theta + gradients[i]).
 *
 * With S replicas, replica number r at learning rate number i is run number i S + r; its draw number d is the
 * index that `math/minibatch.ts` gives for that run, with `batch` draws to a step.
 */
export interface ReplicasTask {
  /** At least 0. */
  curvatures: ArrayLike<number>;
  /** The gradients at theta = 0. */
  gradients: ArrayLike<number>;
  /** Where every replica starts. */
  start: number;
  /** Each at least 0; every replica descends at each of them. */
  learningRates: readonly number[];
  /** Replicas of each learning rate. */
  replicas: number;
  iterations: number;
  /** Examples drawn for a step; without replacement at most 64. */
  batch: number;
  /** Whether an example may be drawn several times for one step. */
  replacement: boolean;
  /** An integer: the same seed draws alike on every engine. */
  seed: number;
  /** Other draws of the same seed, for another purpose. */
  stream: number;
  /** The moments of iterates 0, every, 2 every, ... are kept. */
  every: number;
  /** From 0 to 1: the quantiles that are kept of each of these iterates. */
  quantiles: readonly number[];
}

export interface ReplicasResult {
  engine: EngineInfo;
  /** The number of iterates that are kept; row i S + k of the arrays below holds iterate k * every at learning rate i, of S frames. */
  frames: number;
  /** The mean over the replicas of each of these iterates. */
  means: Float64Array;
  /** Unbiased: the sum of squares is divided by one less than there are replicas; 0 for a single one. */
  variances: Float64Array;
  /** The fourth central moments: what the standard error of a variance takes. */
  fourths: Float64Array;
  /** Rows x quantiles. */
  quantiles: Float64Array;
  /** Replicas that have diverged. They stay where they were 10 million times as far away as the problem is wide, and count with that. */
  diverged: Uint32Array;
}
