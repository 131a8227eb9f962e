import type { Engine, RunOptions } from '../../engine/contract';
import { networks as computation, type NetworksTask } from '../../engine/networks';
import { MAXIMUM_UNITS } from '../../engine/networks/validate';
import { NETWORK_ENDINGS } from '../../math/tanh-network';
import { logMidpoints, logSpaced } from '../../math/spacing';
import { coarseFirst, type ViewOptions } from '../view';
import type { XorParameters } from './parameters';
import { TOLERANCE, type Solved, type XorProblem } from './problem';

/** Learning rates of the picture over rate and width. */
const RATES = 20;
export const WIDTHS = Array.from({ length: MAXIMUM_UNITS }, (_, i) => i + 1);

/** Random networks by width and learning rate. */
export interface Population {
  rates: number[];
  /** Networks of each cell. */
  networks: number;
  /** For each ending, and in it for each width and rate: how many. */
  counts: Record<(typeof NETWORK_ENDINGS)[number], Uint32Array>;
}

/** Two intervals of learning rates: the first layer's and the second's. */
export interface RateWindow {
  first: readonly [number, number];
  second: readonly [number, number];
}

/** What became of the seed's network at each pair of rates, the lowest second rate first. */
export interface Trainability {
  window: RateWindow;
  columns: number;
  rows: number;
  endings: Uint8Array;
  measures: ArrayLike<number>;
}

/** The linear model's limit at XOR: the pictures' ranges of rates go with the limit of the points in hand. */
const USUAL = 0.6277;
const scaled = ({ linear }: XorProblem, rate: number) => Number(((rate * linear.threshold) / USUAL).toPrecision(3));

/** The whole picture of trainability. */
export const homeOf = (problem: XorProblem): RateWindow => ({
  first: [scaled(problem, 0.01), scaled(problem, 1000)],
  second: [scaled(problem, 0.003), scaled(problem, 3)],
});

/** A piece of the border between solved and diverged. */
export const borderOf = (problem: XorProblem): RateWindow => ({
  first: [scaled(problem, 1), scaled(problem, 40)],
  second: [scaled(problem, 0.1), scaled(problem, 1)],
});

export function windowOf(problem: XorProblem, { trainabilityWindow }: XorParameters): RateWindow {
  if (trainabilityWindow.length === 0) return homeOf(problem);
  const [left, right, low, high] = trainabilityWindow;
  return { first: [left, right], second: [low, high] };
}

const taskOf = ({ parameters: p, bound }: XorProblem) => ({
  points: p.points,
  seed: p.seed,
  iterations: p.iterations,
  tolerance: TOLERANCE,
  bound,
});

/** The last thing of each kind that an engine computed: what does not depend on what has moved is not computed again. */
const known = new WeakMap<Engine, Map<string, { key: string; value: unknown }>>();

async function once<Value>(engine: Engine, kind: string, of: unknown, compute: () => Promise<Value>): Promise<Value> {
  const kept = known.get(engine) ?? new Map<string, { key: string; value: unknown }>();
  known.set(engine, kept);
  const key = JSON.stringify(of);
  const last = kept.get(kind);
  if (last?.key === key) return last.value as Value;
  const value = await compute();
  kept.set(kind, { key, value });
  return value;
}

/** Trains networks of every width at many learning rates, and puts into the result how many solved the problem. */
export async function populationOf(
  problem: XorProblem,
  { networks }: XorParameters,
  engine: Engine,
  options: RunOptions,
): Promise<Population> {
  const rates = Array.from(logSpaced(scaled(problem, 0.01), scaled(problem, 3), RATES), (rate) =>
    Number(rate.toPrecision(3)),
  );
  const beginnings = Math.floor(networks / (WIDTHS.length * RATES));
  const task: NetworksTask = { ...taskOf(problem), units: WIDTHS, firstRates: rates, beginnings };
  const population = await once(engine, 'networks', task, async () => {
    const { counts } = await engine.run(computation, task, options);
    const of = (ending: number) => counts!.filter((_, i) => i % NETWORK_ENDINGS.length === ending);
    return { rates, networks: beginnings, counts: { solved: of(0), unsolved: of(1), diverged: of(2) } };
  });
  problem.result.solved = solvedOf(population);
  return population;
}

export function solvedOf({ rates, networks, counts }: Population): Solved[] {
  return Array.from(counts.solved, (solved, i) => ({
    units: WIDTHS[Math.floor(i / rates.length)],
    learningRate: rates[i % rates.length],
    networks,
    solved,
  }));
}

/** The seed's network at each pair of rates, coarse first. */
export function trainabilityOf(
  problem: XorProblem,
  p: XorParameters,
  engine: Engine,
  options: ViewOptions<Trainability>,
): Promise<Trainability> {
  const window = windowOf(problem, p);
  const { size } = options;
  const task = { ...taskOf(problem), units: [p.units], beginnings: 'one' as const };
  return once(engine, 'trainability', { task, window, size }, () =>
    coarseFirst(options, [8, 3, 1], async ({ width, height }, progress) => {
      const firstRates = Array.from(logMidpoints(...window.first, width));
      const secondRates = Array.from(logMidpoints(...window.second, height));
      const { endings, measures } = await engine.run(computation, { ...task, firstRates, secondRates }, progress);
      return { window, columns: width, rows: height, endings: endings!, measures: measures! };
    }),
  );
}
