import type { Engine, RunOptions } from '../../engine/contract';
import { trace } from '../../engine/trace';
import { descend, type DescendTask } from '../../engine/descend';
import { startAt } from '../../math/starts';
import { logMidpoints, logSpaced } from '../../math/spacing';
import { part, type ViewOptions } from '../experiment';
import { windowOf, type RateWindow, type WideMinimaParameters } from './parameters';
import { minimaOf, taskOf, type WideMinimaComputed } from './run';

/** The population of starts on its way, at one learning rate, and one run that is followed. */
export interface LandscapeView {
  learningRate: number;
  /** Frames x population, the frame slowest; frame k is iteration k * every. */
  population: ArrayLike<number>;
  size: number;
  frames: number;
  every: number;
  /** The final outcome of each member. */
  outcomes: Uint8Array;
  /** The followed run, one iterate per frame; undefined while none is chosen. */
  followed?: ArrayLike<number>;
}

export interface OutcomesView {
  learningRates: Float64Array;
  /** Per outcome, the fraction of runs at each learning rate. */
  fractions: Float64Array[];
  thresholds: { outcome: number; predicted: number; measured: number | null }[];
}

export interface BasinsView {
  window: RateWindow;
  width: number;
  height: number;
  /** One run per pixel, lowest learning rate first: its outcome and the iteration at which that stood. */
  labels: Uint8Array;
  dates: Uint32Array;
}

export interface BifurcationView {
  window: RateWindow;
  columns: number;
  bins: number;
  /** Columns x (bins + 2): how often the last iterates fell into each bin. */
  density: Uint32Array;
}

/** Where the runs that did not diverge ended: rate x (minima + 1) x (bins + 2). */
export interface HistogramView {
  counts: Uint32Array;
  bins: { low: number; high: number; count: number };
}

export interface WideMinimaViews {
  landscape: LandscapeView;
  histogram: HistogramView;
  outcomes: OutcomesView;
  basins: BasinsView;
  bifurcation: BifurcationView;
}

const POPULATION = 600;
const FRAMES = 1000;

/** Follows a part of the population through all iterations (every n-th, where there are more than 1,000). */
export async function landscape(
  p: WideMinimaParameters,
  { result }: WideMinimaComputed,
  engine: Engine,
  options: ViewOptions<LandscapeView>,
): Promise<LandscapeView> {
  const learningRate = p.selectedRate ?? p.learningRates[0];
  const task = taskOf(p, result.stationary);
  const starts = { ...task.starts, count: Math.min(p.starts, POPULATION) };
  const points = Array.from({ length: starts.count }, (_, i) => startAt(starts, i));
  const every = Math.ceil(p.iterations / FRAMES);
  const run = { objective: p.objective, learningRate, iterations: p.iterations, every, bound: p.bound };
  const { labels } = await engine.run(
    descend,
    { ...task, starts, learningRates: [learningRate], records: true },
    part(options, 0, 0.5),
  );
  const population = await engine.run(trace, { ...run, starts: points }, part(options, 0.5, 0.95));
  const followed =
    p.selectedStart === null
      ? undefined
      : await engine.run(trace, { ...run, starts: [p.selectedStart] }, part(options, 0.95, 1));
  return {
    learningRate,
    population: population.iterates,
    size: starts.count,
    frames: population.frames,
    every,
    outcomes: labels!,
    followed: followed?.iterates,
  };
}

/** Where the runs ended: counted already while they ran. */
export async function histogram(_: WideMinimaParameters, computed: WideMinimaComputed): Promise<HistogramView> {
  return computed.histogram;
}

const SWEEP_RATES = 240;
const SWEEP_STARTS = 1000;
/** A chaotic run may happen to be near a minimum when its iterations are over; so many are no accident. */
const SHARE_THAT_COUNTS = 0.01;
const REFINE_RATES = 12;
const REFINE_ROUNDS = 3;
/** Beyond so many rates at once, one round has to do: nobody reads a hundred thresholds to five digits. */
const MANY_RATES = 150;

/** The fraction of each outcome over the learning rate, and the rates at which minima stop being reached. */
export async function outcomes(
  p: WideMinimaParameters,
  { result }: WideMinimaComputed,
  engine: Engine,
  options: ViewOptions<OutcomesView>,
): Promise<OutcomesView> {
  const task = taskOf(p, result.stationary);
  const sweep: Omit<DescendTask, 'learningRates'> = {
    ...task,
    starts: { ...task.starts, count: Math.min(p.starts, SWEEP_STARTS) },
  };
  const learningRates = logSpaced(p.rateLow, p.rateHigh, SWEEP_RATES);
  const { counts } = await engine.run(
    descend,
    { ...sweep, learningRates: Array.from(learningRates) },
    part(options, 0, 0.8),
  );
  const kinds = task.minima.length + 2;
  const fractions = Array.from({ length: kinds }, (_, outcome) =>
    learningRates.map((_, i) => counts[i * kinds + outcome] / sweep.starts.count),
  );
  const measured = await measureSwitches(sweep, learningRates, fractions, engine, part(options, 0.8, 1));
  const thresholds = minimaOf(result.stationary).map((minimum, outcome) => ({
    outcome,
    predicted: minimum.threshold,
    measured: measured[outcome],
  }));
  return { learningRates, fractions, thresholds };
}

/**
 * For each minimum the largest learning rate at which 1 % of the population still ends in it, narrowed down between two
 * rates of the sweep; null where that never happens, or still does at the highest rate.
 */
async function measureSwitches(
  sweep: Omit<DescendTask, 'learningRates'>,
  learningRates: Float64Array,
  fractions: Float64Array[],
  engine: Engine,
  options: RunOptions,
): Promise<(number | null)[]> {
  const kinds = sweep.minima.length + 2;
  const brackets = sweep.minima.map((_, m) => {
    const last = fractions[m].findLastIndex((fraction) => fraction >= SHARE_THAT_COUNTS);
    return last < 0 || last === learningRates.length - 1
      ? null
      : ([learningRates[last], learningRates[last + 1]] as [number, number]);
  });
  const inside = ([low, high]: [number, number]) => Array.from(logSpaced(low, high, REFINE_RATES + 2)).slice(1, -1);
  for (let round = 0; round < REFINE_ROUNDS; round++) {
    // Minima of the same curvature are left at the same rate: each rate is computed once for all of them.
    const rates = [...new Set(brackets.flatMap((bracket) => (bracket ? inside(bracket) : [])))];
    if (rates.length === 0 || (round > 0 && rates.length > MANY_RATES)) break;
    const { counts } = await engine.run(
      descend,
      { ...sweep, learningRates: rates },
      part(options, round / REFINE_ROUNDS, (round + 1) / REFINE_ROUNDS),
    );
    const rows = new Map(rates.map((rate, row) => [rate, row]));
    brackets.forEach((bracket, m) => {
      if (!bracket) return;
      const tried = inside(bracket);
      const last = tried.findLast(
        (rate) => counts[rows.get(rate)! * kinds + m] >= SHARE_THAT_COUNTS * sweep.starts.count,
      );
      if (last !== undefined) bracket[0] = last;
      bracket[1] = tried.find((rate) => rate > bracket[0]) ?? bracket[1];
    });
  }
  return brackets.map((bracket) => bracket && Math.sqrt(bracket[0] * bracket[1]));
}

/** One run per pixel: start by learning rate, coarse first. */
export async function basins(
  p: WideMinimaParameters,
  { result }: WideMinimaComputed,
  engine: Engine,
  options: ViewOptions<BasinsView>,
): Promise<BasinsView> {
  const window = windowOf(p, 'basinsWindow');
  const { low, high, rateLow, rateHigh } = window;
  return coarseFirst(options, [8, 2, 1], async ({ width, height }, progress) => {
    const starts = { sampling: 'grid' as const, count: width, low, high, seed: 0 };
    const descent = await engine.run(
      descend,
      {
        ...taskOf(p, result.stationary),
        starts,
        learningRates: Array.from(logMidpoints(rateLow, rateHigh, height)),
        records: true,
      },
      progress,
    );
    return { window, width, height, labels: descent.labels!, dates: descent.dates! };
  });
}

const LAST = 64;
const BIFURCATION_STARTS = 48;

/** The density of the last iterates over the learning rate, coarse first. */
export async function bifurcation(
  p: WideMinimaParameters,
  { result }: WideMinimaComputed,
  engine: Engine,
  options: ViewOptions<BifurcationView>,
): Promise<BifurcationView> {
  const window = windowOf(p, 'bifurcationWindow');
  const task = taskOf(p, result.stationary);
  const starts = { sampling: 'grid' as const, count: BIFURCATION_STARTS, low: p.low, high: p.high, seed: 0 };
  return coarseFirst(options, [8, 1], async ({ width, height }, progress) => {
    const density = { low: window.low, high: window.high, count: height, last: Math.min(LAST, p.iterations) };
    const descent = await engine.run(
      descend,
      { ...task, starts, learningRates: Array.from(logMidpoints(window.rateLow, window.rateHigh, width)), density },
      progress,
    );
    return { window, columns: width, bins: height, density: descent.density! };
  });
}

/** Computes a picture at 1/n of its size for each n, hands the coarser ones over, and returns the last. */
async function coarseFirst<Data>(
  options: ViewOptions<Data>,
  coarseness: number[],
  compute: (size: { width: number; height: number }, progress: RunOptions) => Promise<Data>,
): Promise<Data> {
  const work = coarseness.map((n) => 1 / (n * n));
  const total = work.reduce((sum, w) => sum + w, 0);
  let done = 0;
  let data!: Data;
  for (const [i, n] of coarseness.entries()) {
    const size = {
      width: Math.max(1, Math.ceil(options.size.width / n)),
      height: Math.max(1, Math.ceil(options.size.height / n)),
    };
    data = await compute(size, part(options, done / total, (done + work[i]) / total));
    done += work[i];
    if (i < coarseness.length - 1) options.onSharper?.(data);
  }
  return data;
}
