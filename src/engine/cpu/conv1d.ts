import { correlate } from '../../math/correlate';
import type { Conv1dResult, Conv1dTask } from '../contract';
import type { Kernel } from './kernel';
import { ROWS, SampleClock } from './conv1d-work';

export interface Conv1dPart {
  output: Float64Array;
  milliseconds: number;
}

/** The part of a task's input that some items need. */
export interface Conv1dInput extends Conv1dTask {
  /** The place at which `input` begins. */
  first: number;
  /** How many numbers the whole input has. */
  size: number;
}

/** Outputs of an item: few enough to be handed over in a moment, so many that a short signal is computed in one piece. */
const ITEM = 16 * ROWS;

/**
 * A x or A' y in float64, as often as the task says: the definition of `conv1d`. An item is a piece of the output; its
 * time is taken where it is computed, and those of all pieces add up.
 */
export const conv1d: Kernel<Conv1dTask, Conv1dPart, Conv1dResult, Conv1dInput> = {
  items: (task) => Math.ceil(outputOf(task, task.input.length) / ITEM),
  smallestJob: 1,
  largestJob: () => 1,

  excerpt(task, from, to) {
    const [begin, end] = neededOf(task, task.input.length, from, to);
    return { ...task, input: task.input.slice(Math.max(0, begin), end), first: Math.max(0, begin), size: task.input.length };
  },

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

  collect(task) {
    let output: Float64Array | undefined;
    let milliseconds = 0;
    const length = outputOf(task, task.input.length);
    return {
      add(part, from) {
        milliseconds += part.milliseconds;
        if (part.output.length === length) output = part.output;
        else (output ??= new Float64Array(length)).set(part.output, from * ITEM);
      },
      result: (engine) => ({ engine, output: output!, milliseconds }),
    };
  },
};

/** How many numbers come out of so many. */
function outputOf({ taps, transpose }: Conv1dTask, size: number): number {
  return transpose ? size + taps.length - 1 : size - taps.length + 1;
}

/** The places of the input that some items read: from, up to but not including; the transpose reads beyond both ends. */
function neededOf({ taps, transpose }: Conv1dTask, size: number, from: number, to: number): [begin: number, end: number] {
  const reach = taps.length - 1;
  const margin = transpose ? reach : 0;
  const begin = from * ITEM - margin;
  return [begin, Math.min(size + margin, begin + (to - from) * ITEM + reach)];
}
