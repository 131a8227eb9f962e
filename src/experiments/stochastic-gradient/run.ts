import type { Engine, RunOptions } from '../../engine/contract';
import { replicas, type ReplicasTask } from '../../engine/replicas';
import { stepsToForget } from '../../math/batch-noise';
import { part, type ResultBase } from '../experiment';
import type { StochasticGradientParameters } from './parameters';
import type { StochasticGradientProblem } from './problem';

export interface StochasticGradientResult extends ResultBase<StochasticGradientParameters> {
  /** Of each example, at `theta`: the slope of its gradient, x², and its gradient, x (x theta - y). */
  perExample: { curvature: readonly number[]; gradient: readonly number[] };
  /** The gradient over all examples at `theta`. */
  full: number;
  /** Where the full loss is least. */
  minimizer: number;
  /** The mean of the gradients that the replicas drew at `theta`, one batch each, and its standard error as measured from them. */
  sampleMean: number;
  /** The standard error of `sampleMean`; null for one replica. */
  standardError: number | null;
  /** The exact variance of the gradient of a batch at `theta`; the drawn gradients have `sampleVariance`. */
  variance: number;
  /** The variance of the drawn gradients. */
  sampleVariance: number;
  /** Over the replicas, at iterates `k`, as long as none has diverged. */
  bands: { k: readonly number[]; mean: readonly number[]; variance: readonly number[] };
  /** Of the weight at this learning rate, once the start is forgotten. `predicted` is null where there is none, and `reason` says why; `measured` is null for one replica, and where one has diverged. */
  stationaryVariance: { predicted: number | null; measured: number | null; reason: string | null };
  /** The learning rates below which the mean and the variance over the replicas converge. */
  limits: { mean: number; variance: number };
  /** Replicas that have diverged by the last iteration. */
  diverged: number;
  /** The iteration by which the first of them had; null where none has. */
  firstDiverged: number | null;
}

/** The result, and what the pictures need besides it. */
export interface StochasticGradientRun {
  result: StochasticGradientResult;
  /** Iterates of `bands` x shares of `SHARES`. */
  quantiles: Float64Array;
  stationaryError: number;
}

/** Bands are drawn between the first and the last, and the second and the last but one. */
export const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** Iterates that are kept at most, besides the first. */
const KEPT = 200;
/** A start that takes longer to forget is not waited for. */
const MOST_STEPS = 10_000;

/** What the task of any population of this problem has in common. */
export function taskOf({ parameters: p, curvatures, offsets }: StochasticGradientProblem): ReplicasTask {
  return {
    curvatures,
    gradients: offsets.map((offset) => -offset),
    start: p.theta,
    learningRates: [p.learningRate],
    replicas: p.replicas,
    iterations: p.iterations,
    batch: p.batch,
    replacement: p.replacement === 'with',
    seed: p.seed,
    stream: 0,
    every: Math.ceil(p.iterations / KEPT),
    quantiles: [],
  };
}

/** The draws at `theta` are others than those of the descent. */
export const STREAM_AT_THETA = 1;

/** A task whose single step, at rate -1 from 0, is the gradient of a batch drawn at `theta`. */
export function drawTask(problem: StochasticGradientProblem, change: Partial<ReplicasTask>): ReplicasTask {
  const gradients = problem.gradients;
  const curvatures = gradients.map(() => 0);
  return {
    ...taskOf(problem),
    curvatures,
    gradients,
    start: 0,
    learningRates: [-1],
    iterations: 1,
    every: 1,
    stream: STREAM_AT_THETA,
    ...change,
  };
}

/** The standard error of a measured variance. */
export const errorOfVariance = (variance: number, fourth: number, count: number) =>
  Math.sqrt(Math.max(0, fourth - variance ** 2) / count);

/** Draws a gradient for each replica, and lets all of them descend. */
export async function run(
  problem: StochasticGradientProblem,
  engine: Engine,
  options: RunOptions,
): Promise<StochasticGradientRun> {
  const { parameters: p, curvatures, gradients, full, minimizer, variance, limits, moments } = problem;
  const drawn = await engine.run(replicas, drawTask(problem, {}), part(options, 0, 0.05));
  const task = { ...taskOf(problem), quantiles: SHARES };
  const descent = await engine.run(replicas, task, part(options, 0.05, 0.8));
  const predicted = problem.stationary(p.learningRate);
  const steps = stepsToForget(moments, p.learningRate);
  const isLong = steps <= p.iterations || steps > MOST_STEPS;
  const rest = isLong
    ? descent
    : await engine.run(replicas, { ...task, iterations: steps, every: steps, quantiles: [] }, part(options, 0.8, 1));
  // One is no sample to tell a spread by.
  const isOne = p.replicas === 1;
  const [measured, fourth] = [rest.variances.at(-1)!, rest.fourths.at(-1)!];
  // Those that have diverged stand still: moments that count them say nothing.
  const first = descent.diverged.findIndex((count) => count > 0);
  const frames = first < 0 ? descent.frames : first;
  return {
    result: {
      engine: descent.engine,
      parameters: p,
      perExample: { curvature: curvatures, gradient: gradients },
      full,
      minimizer,
      sampleMean: drawn.means[1],
      standardError: isOne ? null : Math.sqrt(drawn.variances[1] / p.replicas),
      variance,
      sampleVariance: drawn.variances[1],
      bands: {
        k: Array.from({ length: frames }, (_, frame) => frame * task.every),
        mean: Array.from(descent.means.subarray(0, frames)),
        variance: Array.from(descent.variances.subarray(0, frames)),
      },
      stationaryVariance: {
        predicted,
        measured: isOne || rest.diverged.at(-1)! > 0 ? null : measured,
        reason: predicted === null ? reasonFor(p.learningRate, limits) : null,
      },
      limits: { mean: limits.mean, variance: limits.variance },
      diverged: descent.diverged.at(-1)!,
      firstDiverged: first < 0 ? null : first * task.every,
    },
    quantiles: descent.quantiles.slice(0, frames * SHARES.length),
    stationaryError: errorOfVariance(measured, fourth, p.replicas),
  };
}

/** In English, as all results. */
function reasonFor(rate: number, { mean, variance }: { mean: number; variance: number }): string {
  const short = (value: number) => String(Number(value.toPrecision(6)));
  return rate < mean
    ? `at ${short(rate)} the variance grows without end, from ${short(variance)} = 2 mean(a) / E[a²] on; the mean still converges below ${short(mean)} = 2 / mean(a)`
    : `at ${short(rate)} not even the mean converges, from ${short(mean)} = 2 / mean(a) on`;
}
