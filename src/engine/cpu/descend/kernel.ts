import { startAt } from '../../../math/starts';
import { functionsOf, type Evaluate } from '../gradient';
import type { WorkerKernel } from '../worker-kernel';
import { BLOCK, Block, GOING } from './block';
import { countIterates, type WatchedRun } from './density';
import { Follower } from './follow';
import type { DescendPart, PreparedDescend } from './plan';
import { counting, createTally, type Tally } from './tally';
import { Zones } from './zones';

/**
 * Batched gradient descent in float64: the definition of `descend`. With S starts, run number n has learning rate
 * number n / S and start number n mod S; what becomes of it depends on no other run, so the work may be cut anywhere.
 */
export const descend: WorkerKernel<PreparedDescend, DescendPart> = {
  *run(task, from, to) {
    const starts = task.starts.count;
    const firstRate = Math.floor(from / starts);
    const part: DescendPart = { tally: createTally(task, firstRate, Math.floor((to - 1) / starts) - firstRate + 1) };
    if (task.records) {
      part.labels = new Uint16Array(to - from);
      part.dates = new Uint32Array(to - from);
      part.finals = new Float64Array(to - from);
    }
    const functions = functionsOf(task);
    const zones = new Zones(task.minima, task.tolerance, task.bound);
    const block = new Block(functions, zones);
    const follower = new Follower(task, functions, zones);
    const count = counting(part.tally, task);
    for (let first = from; first < to; first += BLOCK) {
      const length = Math.min(BLOCK, to - first);
      block.clear();
      for (let run = first; run < first + length; run++) {
        block.add(startAt(task.starts, run % starts), task.learningRates[Math.floor(run / starts)]);
      }
      yield* within(
        finish(task, functions.gradient, block, first, part.tally),
        (first - from) / (to - from),
        (first + length - from) / (to - from),
      );
      follower.follow(block);
      for (let i = 0; i < length; i++) {
        const ending = follower.endings[i];
        const isDated = ending < task.minima.length || block.fates[i] !== GOING;
        const date = isDated ? block.entries[i] : task.iterations;
        count(Math.floor((first + i) / starts), ending, date, block.finals[i]);
        if (!task.records) continue;
        part.labels![first + i - from] = ending;
        part.dates![first + i - from] = date;
        part.finals![first + i - from] = block.finals[i];
      }
    }
    return part;
  },

  transfer: ({ tally, labels, dates, finals }) =>
    [tally.counts, tally.dates, tally.histogram, tally.density, labels, dates, finals].flatMap((array) =>
      array ? [array.buffer as ArrayBuffer] : [],
    ),
};

/** Advances a block whose first run is number `first` to the end, and counts its last iterates if they are asked for. */
function* finish(
  task: PreparedDescend,
  gradient: Evaluate,
  block: Block,
  first: number,
  tally: Tally,
): Generator<number> {
  const { density, iterations, starts, learningRates } = task;
  if (!density) return yield* block.advance(iterations);
  const steps = density.last - 1;
  const total = iterations + density.last;
  yield* within(block.advance(iterations - steps), 0, (iterations - steps) / total);
  const points = block.finals.slice();
  yield* within(block.advance(steps), (iterations - steps) / total, iterations / total);
  // Only now is it known which runs end early, so the others go these last steps once more, to be counted.
  const watched: WatchedRun[] = [];
  for (let i = 0; i < block.length; i++) {
    if (block.fates[i] !== GOING) continue;
    const rate = Math.floor((first + i) / starts.count);
    watched.push({ theta: points[i], rate: learningRates[rate], row: (rate - tally.firstRate) * (density.count + 2) });
  }
  yield* within(countIterates(gradient, watched, density.last, density, tally.density!), iterations / total, 1);
}

/** Shares of a part of the work, as shares of the whole. */
function* within(shares: Generator<number>, from: number, to: number): Generator<number> {
  for (const share of shares) yield from + (to - from) * share;
}
