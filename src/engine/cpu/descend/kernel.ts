import { startAt } from '../../../math/starts';
import type { DescendTask } from '../../descend';
import { BLOCK, Block, type Gradient } from './block';
import { countIterates, type WatchedRun } from './density';
import type { DescendPart } from './plan';
import { gradientOf } from '../gradient';
import type { WithGradient } from '../gradient-program';
import type { WorkerKernel } from '../worker-kernel';
import { countRun, createTally, type Tally } from './tally';
import { Zones } from './zones';

/**
 * Batched gradient descent in float64: the definition of `descend`. With S starts, run number n has learning rate
 * number n / S and start number n mod S; what becomes of it depends on no other run, so the work may be cut anywhere.
 */
export const descend: WorkerKernel<WithGradient<DescendTask>, DescendPart> = {
  *run(task, from, to) {
    const count = task.starts.count;
    const firstRate = Math.floor(from / count);
    const part: DescendPart = { tally: createTally(task, firstRate, Math.floor((to - 1) / count) - firstRate + 1) };
    if (task.records) {
      part.labels = new Uint8Array(to - from);
      part.dates = new Uint32Array(to - from);
      part.finals = new Float64Array(to - from);
    }
    const gradient = gradientOf(task);
    const block = new Block(gradient, new Zones(task.minima, task.tolerance, task.bound));
    for (let first = from; first < to; first += BLOCK) {
      const length = Math.min(BLOCK, to - first);
      block.clear();
      for (let run = first; run < first + length; run++) {
        block.add(startAt(task.starts, run % count), task.learningRates[Math.floor(run / count)]);
      }
      yield* within(
        finish(task, gradient, block, first, part.tally),
        (first - from) / (to - from),
        (first + length - from) / (to - from),
      );
      for (let i = 0; i < length; i++) {
        const outcome = block.outcomes[i];
        const date = outcome === task.minima.length ? task.iterations : block.entries[i];
        countRun(part.tally, task, Math.floor((first + i) / count), outcome, date, block.finals[i]);
        if (!task.records) continue;
        part.labels![first + i - from] = outcome;
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
function* finish(task: DescendTask, gradient: Gradient, block: Block, first: number, tally: Tally): Generator<number> {
  const { density, iterations, starts, learningRates, minima } = task;
  if (!density) return yield* block.advance(iterations);
  const steps = density.last - 1;
  const total = iterations + density.last;
  yield* within(block.advance(iterations - steps), 0, (iterations - steps) / total);
  const points = block.finals.slice();
  yield* within(block.advance(steps), (iterations - steps) / total, iterations / total);
  // Only now is it known which runs diverge, so the others go these last steps once more, to be counted.
  const watched: WatchedRun[] = [];
  for (let i = 0; i < block.length; i++) {
    if (block.outcomes[i] > minima.length) continue;
    const rate = Math.floor((first + i) / starts.count);
    watched.push({ theta: points[i], rate: learningRates[rate], row: (rate - tally.firstRate) * (density.count + 2) });
  }
  yield* within(countIterates(gradient, watched, density.last, density, tally.density!), iterations / total, 1);
}

/** Shares of a part of the work, as shares of the whole. */
function* within(shares: Generator<number>, from: number, to: number): Generator<number> {
  for (const share of shares) yield from + (to - from) * share;
}
