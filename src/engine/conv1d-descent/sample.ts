import { workPerSample } from '../conv1d/work';
import type { Conv1dDescentTask } from './task';

/** As many samples as the task has, then as many rates, then iterations: that order keeps its character. */
export function sampleConv1dDescent(task: Conv1dDescentTask, work: number): Conv1dDescentTask {
  const perSample = 2 * workPerSample(task.taps.length);
  const rows = Math.min(task.observed.length, Math.max(1, Math.ceil(work / perSample)));
  const length = rows + task.taps.length - 1;
  const rates = Math.min(task.learningRates.length, Math.max(1, Math.floor(work / (perSample * length))));
  const iterations = Math.min(task.iterations, Math.max(1, Math.round(work / (perSample * length * rates))));
  return {
    ...task,
    observed: task.observed.slice(0, rows),
    initial: task.initial?.slice(0, length),
    learningRates: task.learningRates.slice(0, rates),
    iterations,
    every: 0,
  };
}
