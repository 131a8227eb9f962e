import type { Engine, RunOptions } from '../../engine/contract';
import { networks as computation, type NetworksTask } from '../../engine/networks';
import { canZoomIn, stepped, type ZoomAxes } from '../../charts/kit/zoom-window';
import { MAXIMUM_UNITS } from '../../engine/networks/validate';
import { keptResult } from '../../math/kept-last';
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

/** How much of a window each press on "Zoom in on the border" leaves. */
const CLOSER = 0.25;
/** Places along each side where the next window may begin. */
const PLACES = 16;

const axesOf = ({ columns, rows }: Trainability, home: RateWindow): ZoomAxes => ({
  x: { scale: 'log', pixels: columns, home: home.first },
  y: { scale: 'log', pixels: rows, home: home.second },
});

const sidesOf = ({ first, second }: RateWindow) => ({ x: first, y: second });

/** Whether the pixels of a smaller window would still be of different rates. */
export const canGoCloser = (trained: Trainability, window: RateWindow, home: RateWindow): boolean =>
  canZoomIn(sidesOf(window), axesOf(trained, home));

/**
 * The part of a window, a quarter as wide and high, in which there is most of the border of those that diverged; undefined where
 * no border is to be seen in it.
 */
export function closerAtBorder(trained: Trainability, window: RateWindow, home: RateWindow): RateWindow | undefined {
  const { columns, rows, endings } = trained;
  const diverged = NETWORK_ENDINGS.indexOf('diverged');
  const isDiverged = (column: number, row: number) => endings[row * columns + column] === diverged;
  // Where a pixel of the image is in the window, as shares of its sides: the image may lag behind.
  const along = (of: 'first' | 'second', i: number, count: number) => {
    const [from, to] = trained.window[of].map(Math.log);
    const [low, high] = window[of].map(Math.log);
    return (from + ((to - from) * (i + 0.5)) / count - low) / (high - low);
  };
  const xs = Array.from({ length: columns }, (_, i) => along('first', i, columns));
  const ys = Array.from({ length: rows }, (_, i) => along('second', i, rows));
  const border: [x: number, y: number][] = [];
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const here = isDiverged(column, row);
      if (here !== isDiverged(column + 1, row) || here !== isDiverged(column, row + 1))
        border.push([xs[column], ys[row]]);
    }
  let best = { x: 0, y: 0, count: 0 };
  for (let i = 0; i <= PLACES; i++)
    for (let j = 0; j <= PLACES; j++) {
      const [x, y] = [i, j].map((place) => ((1 - CLOSER) * place) / PLACES);
      const isIn = (share: number, from: number) => share >= from && share < from + CLOSER;
      const count = border.filter((place) => isIn(place[0], x) && isIn(place[1], y)).length;
      if (count > best.count) best = { x, y, count };
    }
  if (best.count === 0) return undefined;
  const next = stepped(sidesOf(window), { ...best, factor: CLOSER }, axesOf(trained, home));
  return { first: next.x, second: next.y };
}

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

/** The last of each engine: what does not depend on what has moved is not computed again. */
const populations = keptResult<Engine, Population>();
const trainabilities = keptResult<Engine, Trainability>();

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
  const population = await populations(engine, JSON.stringify(task), async () => {
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
  return trainabilities(engine, JSON.stringify({ task, window, size }), () =>
    coarseFirst(options, [8, 3, 1], async ({ width, height }, progress) => {
      const firstRates = Array.from(logMidpoints(...window.first, width));
      const secondRates = Array.from(logMidpoints(...window.second, height));
      const { endings, measures } = await engine.run(computation, { ...task, firstRates, secondRates }, progress);
      return { window, columns: width, rows: height, endings: endings!, measures: measures! };
    }),
  );
}
