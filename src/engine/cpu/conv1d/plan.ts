import type { Conv1dResult, Conv1dTask } from '../../conv1d';
import { ROWS } from './work';
import type { Plan } from '../plan';

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

/** Outputs of an item: few enough to be handed over in a moment, and enough for a short signal in one piece. */
export const ITEM = 16 * ROWS;

/** An item is a piece of the output. */
export const conv1dPlan: Plan<Conv1dTask, Conv1dPart, Conv1dResult, Conv1dInput> = {
  kernel: 'conv1d',
  items: (task) => Math.ceil(outputOf(task, task.input.length) / ITEM),
  smallestJob: 1,
  largestJob: () => 1,

  excerpt(task, from, to) {
    const [begin, end] = neededOf(task, task.input.length, from, to);
    return {
      ...task,
      input: task.input.slice(Math.max(0, begin), end),
      first: Math.max(0, begin),
      size: task.input.length,
    };
  },

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

/** How many numbers come out of this many. */
export function outputOf({ taps, transpose }: Conv1dTask, size: number): number {
  return transpose ? size + taps.length - 1 : size - taps.length + 1;
}

/** The places of the input that some items read: from, up to but not including; the transpose reads beyond both ends. */
export function neededOf(
  { taps, transpose }: Conv1dTask,
  size: number,
  from: number,
  to: number,
): [begin: number, end: number] {
  const reach = taps.length - 1;
  const margin = transpose ? reach : 0;
  const begin = from * ITEM - margin;
  return [begin, Math.min(size + margin, begin + (to - from) * ITEM + reach)];
}
