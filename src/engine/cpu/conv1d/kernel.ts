import { correlate } from '../../../math/correlate';
import { ITEM, neededOf, outputOf, type Conv1dInput, type Conv1dPart } from './plan';
import { ROWS, SampleClock } from './work';
import type { WorkerKernel } from '../worker-kernel';

/**
 * A x or A' y in float64, as often as the task says: the definition of `conv1d`. An item is a piece of the output; its
 * time is taken where it is computed, and those of all pieces add up.
 */
export const conv1d: WorkerKernel<Conv1dInput, Conv1dPart> = {
  *run(task, from, to) {
    const { taps, input, transpose, repeats, first, size } = task;
    const filter = Float64Array.from(taps);
    if (transpose) filter.reverse();
    const [begin, end] = neededOf(task, size, from, to);
    // Beyond its ends the input counts as zero.
    const padded = new Float64Array(end - begin);
    padded.set(input, first - begin);
    const length = Math.min(outputOf(task, size), to * ITEM) - from * ITEM;
    const output = new Float64Array(length);
    const clock = new SampleClock(taps.length);
    let milliseconds = 0;
    let began = performance.now();
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (let row = 0; row < length; row += ROWS) {
        const rows = Math.min(ROWS, length - row);
        correlate(filter, padded, row, output, row, rows);
        if (!clock.isTimeToPause(rows)) continue;
        milliseconds += performance.now() - began;
        yield (repeat + (row + rows) / length) / repeats;
        began = performance.now();
      }
    }
    milliseconds += performance.now() - began;
    return { output, milliseconds: milliseconds / repeats };
  },

  transfer: ({ output }) => [output.buffer as ArrayBuffer],
};
