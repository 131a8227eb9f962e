import type { Conv1dDescentResult, Conv1dDescentTask } from '../../conv1d-descent';
import { Blocks, excerptOf, type Conv1dExcerpt } from './blocks';
import type { Plan } from '../plan';

/** What some blocks in a row came to. */
export interface Conv1dDescentPart {
  /** Items x (iterations + 1): each block's share of the objective. */
  losses: Float64Array;
  /** The blocks of the first learning rate among them: where they end. */
  x?: Float64Array;
  /** And where they were, if frames are kept: frames x places, the frame slowest. */
  iterates?: Float64Array;
}

/** Numbers that are handed over to a worker and back in a moment; a single block may be longer. */
const MOST_PLACES = 2 ** 16;

/** An item is a block of places at one learning rate, the rate slowest. */
export const conv1dDescentPlan: Plan<Conv1dDescentTask, Conv1dDescentPart, Conv1dDescentResult, Conv1dExcerpt> = {
  kernel: 'conv1dDescent',
  items: (task) => task.learningRates.length * blocksOf(task).count,
  smallestJob: 1,
  largestJob: (task) => Math.max(1, Math.floor(MOST_PLACES / blocksOf(task).size)),
  excerpt: excerptOf,

  collect(task) {
    const { iterations, learningRates, every, bound } = task;
    const blocks = blocksOf(task);
    const width = iterations + 1;
    const losses = new Float64Array(learningRates.length * width);
    const x = new Float64Array(blocks.length);
    const frames = every > 0 ? Math.floor(iterations / every) + 1 : 0;
    const iterates = every > 0 ? new Float64Array(frames * blocks.length) : undefined;
    // Sums are taken in the order of the blocks, whichever comes first.
    const waiting = new Map<number, Float64Array>();
    let next = 0;
    return {
      add(part, from) {
        waiting.set(from, part.losses);
        for (let sums = waiting.get(next); sums; sums = waiting.get(next)) {
          waiting.delete(next);
          for (let i = 0; i < sums.length; i += width, next++) {
            const row = Math.floor(next / blocks.count) * width;
            for (let k = 0; k < width; k++) losses[row + k] += sums[i + k];
          }
        }
        if (!part.x) return;
        const begin = blocks.begin(from);
        x.set(part.x, begin);
        for (let frame = 0; frame < frames; frame++)
          iterates!.set(
            part.iterates!.subarray(frame * part.x.length, (frame + 1) * part.x.length),
            frame * blocks.length + begin,
          );
      },
      result: (engine) => ({
        engine,
        losses,
        diverged: learningRates.map((_, rate) => settle(losses.subarray(rate * width, (rate + 1) * width), bound)),
        x,
        iterates,
        frames,
      }),
    };
  },
};

function blocksOf({ taps, observed, iterations }: Conv1dDescentTask): Blocks {
  return new Blocks(taps.length, observed.length, iterations);
}

/** The first iteration whose objective is beyond the bound, or null; from it on, the objective stays what it was there. */
function settle(objectives: Float64Array, bound: number): number | null {
  // Written so that it also finds what is no number.
  const first = objectives.findIndex((objective) => !(objective <= bound));
  if (first < 0) return null;
  objectives.fill(objectives[first], first);
  return first;
}
