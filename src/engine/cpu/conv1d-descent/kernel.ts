import { Blocks, type Conv1dExcerpt } from './blocks';
import type { Conv1dDescentPart } from './plan';
import { Descent } from './sweep';
import type { WorkerKernel } from '../worker-kernel';

/**
 * Gradient descent on the loss of a convolution in float64: the definition of `conv1dDescent`. An item is a block of
 * places at one learning rate, the rate slowest.
 */
export const conv1dDescent: WorkerKernel<Conv1dExcerpt, Conv1dDescentPart> = {
  *run(task, from, to) {
    const { taps, iterations, learningRates, rows } = task;
    const blocks = new Blocks(taps.length, rows, iterations);
    const part: Conv1dDescentPart = { losses: new Float64Array((to - from) * (iterations + 1)) };
    // Blocks of the same rate are computed together: only the margins at the ends are computed twice.
    for (let item = from; item < to;) {
      const rate = Math.floor(item / blocks.count);
      const end = Math.min(to, (rate + 1) * blocks.count);
      const descent = new Descent(
        task,
        blocks,
        item - rate * blocks.count,
        end - rate * blocks.count,
        learningRates[rate],
        rate === 0,
      );
      for (const share of descent.run()) yield (item - from + share * (end - item)) / (to - from);
      part.losses.set(descent.losses, (item - from) * (iterations + 1));
      if (rate === 0) Object.assign(part, { x: descent.x(), iterates: descent.iterates });
      item = end;
    }
    return part;
  },

  transfer: ({ losses, x, iterates }) =>
    [losses, x, iterates].flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])),
};
