import type { Engine, RunOptions, Samples } from '../../engine/contract';
import { inChunks } from '../../math/in-slices';
import { logSpaced } from '../../math/spacing';
import { part } from '../experiment';
import { descend } from './descend';
import type { Conv1dParameters } from './parameters';
import type { Recovery } from './recovery';
import { normOf } from './run';
import { measureSwitch } from './stability';

/** How far descent gets at each learning rate. */
export interface Rates {
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
  /** The lowest rate at which a small disturbance was seen to grow, see `measureSwitch`; null where there is none among the rates. */
  measured: number | null;
  /** How many samples were descended on: fewer than the signal has, where a hundred descents on all of it would take too long. */
  length: number;
}

const RATES = 100;
const FEWEST_RATES = 24;
/** The rates reach from a 30th of the threshold to 3 times. */
const SPAN = [1 / 30, 3] as const;
/** Fewest steps that the piece is chosen for: the switch is measured on it too, with steps of its own. */
const LEAST_STEPS = 200;
/** Multiply-adds that the picture may cost: a few seconds of workers. */
const WORK = 6e9;

/** A hundred descents at once, from slow to unstable, and the rate at which descent becomes unstable. */
export async function sweepRates(
  p: Conv1dParameters,
  recovery: Recovery,
  engine: Engine,
  options: RunOptions,
): Promise<Rates> {
  const steps = p.iterations;
  const { part: piece, count } = await affordable(recovery, Math.max(steps, LEAST_STEPS), options);
  const { norm } = await normOf(piece, options);
  const predicted = 2 / (norm * norm + p.ridge);
  const learningRates = logSpaced(SPAN[0] * predicted, SPAN[1] * predicted, count);
  const sweep = await descend(
    p,
    piece,
    { learningRates: Array.from(learningRates), iterations: steps, every: 0 },
    engine,
    part(options, 0, 0.6),
  );
  const objectives = (rate: number) => sweep.losses.subarray(rate * (steps + 1), (rate + 1) * (steps + 1));
  return {
    learningRates,
    losses: learningRates.map((_, rate) => objectives(rate)[steps]),
    diverged: sweep.diverged,
    start: sweep.losses[0],
    iterations: p.iterations,
    predicted,
    measured: await measureSwitch(
      p,
      piece,
      SPAN.map((times) => times * predicted),
      engine,
      part(options, 0.6, 1),
    ),
    length: piece.length,
  };
}

/** A part of the signal, where it varies most, and a number of rates: as large as the picture's work allows. */
export async function affordable(
  recovery: Recovery,
  steps: number,
  options: RunOptions,
): Promise<{ part: Recovery; count: number }> {
  const { taps, length, observed, initial, unit } = recovery;
  const perSample = 2 * taps.length * steps;
  const wanted = Math.max(1024, 2 * taps.length, Math.floor(WORK / (perSample * RATES)));
  const count = Math.max(FEWEST_RATES, Math.min(RATES, Math.floor(WORK / (perSample * Math.min(length, wanted)))));
  if (wanted >= length) return { part: recovery, count };
  const rows = wanted - taps.length + 1;
  const from = await liveliest(observed, rows, options);
  return {
    part: {
      taps,
      length: wanted,
      rows,
      observed: observed.slice(from, from + rows),
      initial: initial?.slice(from, from + wanted),
      unit,
    },
    count,
  };
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
