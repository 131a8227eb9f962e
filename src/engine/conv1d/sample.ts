import type { Conv1dTask } from './task';
import { workPerSample } from './work';

/** The beginning of the input, once. */
export function sampleConv1d(task: Conv1dTask, work: number): Conv1dTask {
  const length = Math.min(
    task.input.length,
    Math.max(task.taps.length, Math.ceil(work / workPerSample(task.taps.length))),
  );
  return { ...task, input: task.input.slice(0, length), repeats: 1 };
}
