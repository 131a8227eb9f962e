import { sparseTable, triplets } from '../../math/sparse-table';
import type { Conv1dDescentTask, Conv1dTask, DescendTask, Engine, FactorizeTask, TraceTask } from '../contract';
import { workPerRating, workPerSample } from '../loads';

/** Each computation's tasks, cut down to about so much work, to try them out. Needed only where there is a choice between engines. */
export const cuts: {
  [Method in keyof Engine]: (task: Parameters<Engine[Method]>[0], work: number) => Parameters<Engine[Method]>[0];
} = {
  descend: (task: DescendTask, work: number) => {
    const rates = Math.min(4, task.learningRates.length);
    const learningRates = Array.from(
      { length: rates },
      (_, i) => task.learningRates[Math.floor((i * task.learningRates.length) / rates)],
    );
    const iterations = Math.min(task.iterations, 1000, Math.max(1, Math.floor(work / (64 * rates))));
    const count = Math.max(1, Math.round(work / (rates * Math.max(1, iterations))));
    const { objective, starts, minima, tolerance, bound } = task;
    return { objective, learningRates, starts: { ...starts, count }, iterations, minima, tolerance, bound };
  },
  trace: (task: TraceTask, work: number) => ({
    ...task,
    iterations: Math.min(task.iterations, Math.ceil(work / task.starts.length)),
  }),
  conv1d: (task: Conv1dTask, work: number) => {
    const length = Math.min(
      task.input.length,
      Math.max(task.taps.length, Math.ceil(work / workPerSample(task.taps.length))),
    );
    return { ...task, input: task.input.slice(0, length), repeats: 1 };
  },
  // As many samples as the task has, then as many rates, then iterations: that order keeps its character.
  conv1dDescent: (task: Conv1dDescentTask, work: number) => {
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
  },
  // Fewer rates, then fewer epochs, then the ratings of the first rows only: what is left has the task's character.
  factorize: (task: FactorizeTask, work: number) => {
    const { rows, byRow } = task.ratings;
    const perRating = workPerRating(task.rank);
    const wanted = Math.max(1, Math.ceil(work / perRating));
    let last = 1;
    while (last < rows && byRow.starts[last] < wanted) last++;
    // The first rows may have no rating at all.
    const known = Math.max(1, byRow.starts[last]);
    const all = triplets(task.ratings);
    const first = {
      rowOf: all.rowOf.subarray(0, known),
      columnOf: all.columnOf.subarray(0, known),
      values: all.values.subarray(0, known),
    };
    const epochs = Math.min(task.epochs, Math.max(1, Math.round(work / (perRating * known))));
    return {
      ...task,
      ratings: last < rows ? sparseTable(rows, task.ratings.columns, first) : task.ratings,
      validation: undefined,
      learningRates: task.learningRates.slice(0, 1),
      epochs,
      every: 0,
    };
  },
};
