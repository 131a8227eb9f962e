import type { Engine, RunOptions } from '../../engine/contract';
import { leastSquaresDescent, type LeastSquaresDescentResult } from '../../engine/least-squares-descent';
import { OUTCOMES, type Outcome } from '../../math/outcomes';
import { shownRate } from '../parameters/shown-rate';
import type { LeastSquaresParameters } from './parameters';
import type { LeastSquaresProblem, LeastSquaresResult } from './problem';

export interface LeastSquaresRun {
  result: LeastSquaresResult;
}

const countsAt = ({ counts }: LeastSquaresDescentResult, rate: number) =>
  Object.fromEntries(OUTCOMES.map((outcome, i) => [outcome, counts[rate * OUTCOMES.length + i]])) as Record<
    Outcome,
    number
  >;

/** Descends from all starts at every listed rate. */
export async function run(problem: LeastSquaresProblem, engine: Engine, options: RunOptions): Promise<LeastSquaresRun> {
  const { parameters, eigenvalues, minimizer, threshold, exceptional } = problem;
  const { learningRates, starts, iterations } = parameters;
  const task = problem.taskFor({ learningRates, starts, every: 0 });
  const found = await engine.run(leastSquaresDescent, task, options);
  const zero = minimizer.map(() => 0);
  return {
    result: {
      engine: found.engine,
      parameters,
      eigenvalues,
      spectralRadius: eigenvalues[eigenvalues.length - 1],
      threshold,
      minimizer,
      runs: learningRates.map((learningRate, i) => ({
        learningRate,
        factors: eigenvalues.map((value) => 1 - learningRate * value),
        starts,
        counts: countsAt(found, i),
        growing: found.growing[i],
        growth: found.growth[i],
        iterates: problem.iteratesFrom(zero, learningRate, iterations),
      })),
      exceptional: exceptional && { learningRate: exceptional.learningRate, leavesAt: exceptional.leavesAt },
    },
  };
}

/** Some of the runs, step by step, at the rate in hand. */
export interface Flow {
  learningRate: number;
  runs: number;
  every: number;
  frames: number;
  columns: number;
  /** Frames x runs x columns. */
  errors: Float32Array | Float64Array;
  growth: number;
  counts: Record<Outcome, number>;
}

const MOST_FLOWING = 400;
/** Numbers of all frames. */
const MOST_NUMBERS = 2 ** 20;

/** What was computed last, of each problem: two pictures ask for the same. */
const last = new WeakMap<LeastSquaresProblem, { engine: Engine; flow: Flow }>();

/** Follows a sample of the population at the rate in hand. */
export async function flowAt(
  problem: LeastSquaresProblem,
  parameters: LeastSquaresParameters,
  engine: Engine,
  options: RunOptions,
): Promise<Flow> {
  const learningRate = shownRate(parameters);
  const known = last.get(problem);
  if (known?.engine === engine && known.flow.learningRate === learningRate) return known.flow;
  const { columns } = problem;
  const { iterations, starts } = problem.parameters;
  const runs = Math.max(
    1,
    Math.min(starts, MOST_FLOWING, Math.max(32, Math.floor(MOST_NUMBERS / columns / (iterations + 1)))),
  );
  const every = Math.ceil((iterations + 1) / Math.floor(MOST_NUMBERS / (runs * columns)));
  const task = problem.taskFor({ learningRates: [learningRate], starts: runs, every });
  const found = await engine.run(leastSquaresDescent, task, options);
  const flow = {
    learningRate,
    runs,
    every,
    frames: found.frames,
    columns,
    errors: found.errors!,
    growth: found.growth[0],
    counts: countsAt(found, 0),
  };
  last.set(problem, { engine, flow });
  return flow;
}

/** The population over many rates. */
export interface Sweep {
  rates: number[];
  /** The share of runs that diverged, and of those whose error grew. */
  diverged: number[];
  growing: number[];
  growth: number[];
  /** Where the growth passes 1, between two rates; null where it does not. */
  measured: number | null;
  runs: number;
}

const SWEEP_RATES = 121;
const SWEEP_STARTS = 256;
/** About what an engine computes in a second. */
const SWEEP_WORK = 3e8;

/** The span of rates that pictures have. */
export function rateSpan({ limit, threshold, parameters }: LeastSquaresProblem): [low: number, high: number] {
  const middle = limit ?? (Number.isFinite(threshold) ? threshold : 1);
  const listed = parameters.learningRates.reduce((most, rate) => Math.max(most, rate), 0);
  const high = limit === undefined ? Math.max(middle, listed) : 1.6 * middle;
  return [0.1 * middle, Math.max(high, 0.2 * middle)];
}

/** Descends from some of the starts at many rates. */
export async function sweepOf(problem: LeastSquaresProblem, engine: Engine, options: RunOptions): Promise<Sweep> {
  const [low, high] = rateSpan(problem);
  const { columns, parameters } = problem;
  const perRun = SWEEP_RATES * (parameters.iterations + 128) * (columns * columns + 8);
  const runs = Math.max(8, Math.min(parameters.starts, SWEEP_STARTS, Math.floor(SWEEP_WORK / perRun)));
  const rates = Array.from({ length: SWEEP_RATES }, (_, i) => low + ((high - low) * i) / (SWEEP_RATES - 1));
  const found = await engine.run(
    leastSquaresDescent,
    problem.taskFor({ learningRates: rates, starts: runs, every: 0 }),
    options,
  );
  const growth = Array.from(found.growth);
  const over = growth.findIndex((factor, i) => i > 0 && factor > 1 && growth[i - 1] <= 1);
  const logs = growth.map(Math.log);
  return {
    rates,
    diverged: rates.map((_, i) => countsAt(found, i).diverged / runs),
    growing: Array.from(found.growing, (count) => count / runs),
    growth,
    measured:
      over < 0 ? null : rates[over] - ((rates[over] - rates[over - 1]) * logs[over]) / (logs[over] - logs[over - 1]),
    runs,
  };
}
