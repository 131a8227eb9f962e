import { correlate } from '../../math/correlate';
import type { Conv1dResult, Conv1dTask } from '../contract';
import type { Kernel } from './kernel';
import { ROWS, SampleClock } from './conv1d-work';

export interface Conv1dPart {
  output: Float64Array;
  milliseconds: number;
}

/**
 * A x or A' y in float64, as often as the task says: the definition of `conv1d`. All of it is one item: an application
 * that is there to be timed has one worker to itself.
 */
export const conv1d: Kernel<Conv1dTask, Conv1dPart, Conv1dResult> = {
  items: () => 1,

  *run({ taps, input, transpose, repeats }) {
    const margin = transpose ? taps.length - 1 : 0;
    const length = transpose ? input.length + margin : input.length - taps.length + 1;
    const filter = Float64Array.from(taps);
    if (transpose) filter.reverse();
    const padded = new Float64Array(input.length + 2 * margin);
    padded.set(input, margin);
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

  collect() {
    let whole: Conv1dPart;
    return {
      add: (part) => void (whole = part),
      result: (engine) => ({ engine, ...whole }),
    };
  },
};
