import type { Engine, RunOptions } from '../../engine/contract';
import { replicas } from '../../engine/replicas';
import { stepsToForget } from '../../math/batch-noise';
import { keptResult } from '../../math/kept-last';
import { linearMidpoints } from '../../math/spacing';
import type { StochasticGradientProblem } from './problem';
import { errorOfVariance, taskOf } from './run';

/** The variance that replicas keep at each of some learning rates. */
export interface Stationary {
  rates: number[];
  measured: number[];
  errors: number[];
  /** Whether a replica has diverged there. */
  haveDiverged: boolean[];
  steps: number;
  replicas: number;
}

export const RATES = 32;
/** Fewer would tell nothing of how sure a variance is. */
const FEWEST_REPLICAS = 100;
const MOST_REPLICAS = 2048;
const STEPS = 200;
/** Draws of all replicas together at most: large batches have fewer replicas. */
const MOST_DRAWS = 2 ** 26;
/** The picture spans a little more than the rates at which the mean converges. */
const REACH = 1.15;

/** The rates that the picture and the slider span. */
export const spanOf = ({ limits }: StochasticGradientProblem): [number, number] => [0, REACH * limits.mean];

/** The last of each engine: it does not depend on the learning rate in hand. */
const sweeps = keptResult<Engine, Stationary>();

/** Lets replicas descend at rates from near 0 to beyond both limits, until they have forgotten the start. */
export function stationaryOf(
  problem: StochasticGradientProblem,
  engine: Engine,
  options: RunOptions,
): Promise<Stationary> {
  const { points, batch, replacement, seed, theta, replicas: most } = problem.parameters;
  const key = JSON.stringify([points, batch, replacement, seed, theta, most]);
  return sweeps(engine, key, () => sweep(problem, engine, options));
}

async function sweep(problem: StochasticGradientProblem, engine: Engine, options: RunOptions): Promise<Stationary> {
  const { batch, replicas: most } = problem.parameters;
  const rates = Array.from(linearMidpoints(...spanOf(problem), RATES));
  const count = Math.max(
    FEWEST_REPLICAS,
    Math.min(most, MOST_REPLICAS, Math.floor(MOST_DRAWS / (RATES * STEPS * batch))),
  );
  const task = {
    ...taskOf(problem),
    learningRates: rates,
    replicas: count,
    iterations: STEPS,
    every: STEPS,
    stream: 2,
  };
  const { variances, fourths, diverged } = await engine.run(replicas, task, options);
  const rows = rates.map((_, i) => 2 * i + 1);
  return {
    rates,
    measured: rows.map((row) => variances[row]),
    errors: rows.map((row) => errorOfVariance(variances[row], fourths[row], count)),
    haveDiverged: rows.map((row) => diverged[row] > 0),
    steps: STEPS,
    replicas: count,
  };
}

/** Whether a measured variance has a standard error, and the start is forgotten. */
export const isSure = (
  { limits, moments }: StochasticGradientProblem,
  { rates, haveDiverged, steps }: Stationary,
  i: number,
) =>
  limits.error !== undefined &&
  rates[i] < limits.error &&
  !haveDiverged[i] &&
  stepsToForget(moments, rates[i]) <= steps;
