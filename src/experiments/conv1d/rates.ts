import type { Conv1dDescentTask, Engine, RunOptions, Samples } from '../../engine/contract';
import { inChunks } from '../../math/in-slices';
import { logSpaced } from '../../math/spacing';
import { part, type ViewOptions } from '../experiment';
import type { Conv1dParameters } from './parameters';
import type { Problem } from './problem';
import { normOf, taskOf, type Conv1dComputed } from './run';

/** How far descent comes at each learning rate. */
export interface RatesView {
  /** Ascending. */
  learningRates: Float64Array;
  /** Per learning rate, F after `iterations` steps; beyond the bound it stays what it was there. */
  losses: Float64Array;
  /** Per learning rate, the iteration by which it had diverged, or null. */
  diverged: (number | null)[];
  /** F at the start. */
  start: number;
  iterations: number;
  /** The largest stable rate, 2 / (|A|^2 + lambda). */
  predicted: number;
  /** The lowest rate at which the loss was seen to rise; null where there is none among the rates. */
  measured: number | null;
  /** How many samples were descended on: fewer than the signal has, where a hundred descents on all of it would take too long. */
  length: number;
}

const RATES = 100;
const FEWEST_RATES = 24;
/** The rates reach from a 30th of the threshold to 3 times. */
const SPAN = [1 / 30, 3] as const;
/** Just above the threshold it takes so many steps to see the loss rise. */
const STEPS_TO_TELL = 200;
/** The loss has risen when it is so much, relatively, above the least that it was: far more than rounding makes of it. */
const RISE = 1e-4;
const REFINE_RATES = 12;
const REFINE_ROUNDS = 2;
/** Multiply-adds that the picture may cost: a few seconds of workers. */
const WORK = 6e9;

/** A hundred descents at once, from slow to unstable, and the rate at which they switch from one to the other. */
export async function rates(p: Conv1dParameters, { problem }: Conv1dComputed, engine: Engine, options: ViewOptions<RatesView>): Promise<RatesView> {
  const steps = Math.max(p.iterations, STEPS_TO_TELL);
  const { part: piece, count } = await affordable(problem, steps, options);
  const { norm } = await normOf(piece, options);
  const predicted = 2 / (norm * norm + p.ridge);
  const task = { ...(await taskOf(p, piece, options)), iterations: steps };
  const learningRates = logSpaced(SPAN[0] * predicted, SPAN[1] * predicted, count);
  const sweep = await engine.conv1dDescent({ ...task, learningRates: Array.from(learningRates) }, part(options, 0, 0.8));
  const objectives = (rate: number) => sweep.losses.subarray(rate * (steps + 1), (rate + 1) * (steps + 1));
  return {
    learningRates,
    losses: learningRates.map((_, rate) => objectives(rate)[p.iterations]),
    diverged: sweep.diverged.map((date) => (date !== null && date <= p.iterations ? date : null)),
    start: sweep.losses[0],
    iterations: p.iterations,
    predicted,
    measured: await switchOf(task, learningRates, sweep.losses, engine, part(options, 0.8, 1)),
    length: piece.length,
  };
}

/** As long a part of the signal, where it is liveliest, and then as many rates as the picture may cost. */
export async function affordable(problem: Problem, steps: number, options: RunOptions): Promise<{ part: Problem; count: number }> {
  const { taps, length, observed, initial } = problem;
  const perSample = 2 * taps.length * steps;
  const wanted = Math.max(1024, 2 * taps.length, Math.floor(WORK / (perSample * RATES)));
  const count = Math.max(FEWEST_RATES, Math.min(RATES, Math.floor(WORK / (perSample * Math.min(length, wanted)))));
  if (wanted >= length) return { part: problem, count };
  const rows = wanted - taps.length + 1;
  const from = await liveliest(observed, rows, options);
  return { part: { taps, length: wanted, rows, observed: observed.slice(from, from + rows), initial: initial?.slice(from, from + wanted) }, count };
}

/** Where the piece of `size` samples with the largest variance begins, among pieces that overlap by half: a flat one would have nothing to tell. */
async function liveliest(samples: Samples, size: number, { signal }: RunOptions): Promise<number> {
  let best = 0;
  let largest = -1;
  const shift = Math.max(1, size >> 1);
  const look = (piece: number) => {
    const from = piece * shift;
    let sum = 0;
    let squares = 0;
    for (let i = from; i < from + size; i++) {
      sum += samples[i];
      squares += samples[i] * samples[i];
    }
    const variance = squares - (sum * sum) / size;
    if (variance > largest) [best, largest] = [from, variance];
  };
  await inChunks(Math.floor((samples.length - size) / shift) + 1, look, { signal }, 1);
  return best;
}

/**
 * Below 2 / (|A|^2 + lambda) every step lowers F; above it, F rises sooner or later. The lowest rate of the sweep at which
 * it does, narrowed down; null where it rises at the lowest rate or at none.
 */
async function switchOf(task: Omit<Conv1dDescentTask, 'learningRates'>, learningRates: Float64Array, losses: Float64Array, engine: Engine, options: RunOptions): Promise<number | null> {
  let first = firstRising(losses, learningRates.length);
  if (first < 1) return null;
  let [low, high] = [learningRates[first - 1], learningRates[first]];
  for (let round = 0; round < REFINE_ROUNDS; round++) {
    const between = logSpaced(low, high, REFINE_RATES + 2);
    const refined = await engine.conv1dDescent({ ...task, learningRates: Array.from(between.subarray(1, -1)) }, part(options, round / REFINE_ROUNDS, (round + 1) / REFINE_ROUNDS));
    first = firstRising(refined.losses, REFINE_RATES);
    if (first < 0) first = REFINE_RATES;
    [low, high] = [between[first], between[first + 1]];
  }
  return Math.sqrt(low * high);
}

/** The number of the first descent whose loss ends above the least that it was; -1 if there is none. */
function firstRising(losses: Float64Array, count: number): number {
  const width = losses.length / count;
  for (let rate = 0; rate < count; rate++) {
    const objectives = losses.subarray(rate * width, (rate + 1) * width);
    let least = Infinity;
    for (const objective of objectives) least = Math.min(least, objective);
    // Written so that what is no number has risen.
    if (!(objectives[width - 1] <= least * (1 + RISE))) return rate;
  }
  return -1;
}
