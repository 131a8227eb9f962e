import { sparseTable, triplets } from '../math/sparse-table';
import type { Conv1dDescentTask, Conv1dTask, DescendTask, Engine, FactorizeTask, TraceTask } from './contract';
import type { Load } from './speed';

/** What the chooser must know of each computation: how much work a task is, and how to cut it down to try it out. */
export const loads: { [Method in keyof Engine]: { load: (task: Parameters<Engine[Method]>[0]) => Load; cut: (task: Parameters<Engine[Method]>[0], work: number) => Parameters<Engine[Method]>[0] } } = {
  descend: {
    load: ({ objective, learningRates, starts, iterations, histogram, density, records }: DescendTask) => ({
      shape: [objective, learningRates.length, starts.count, iterations, Boolean(histogram), density?.last ?? 0, Boolean(records)].join('|'),
      objective,
      work: learningRates.length * starts.count * (iterations + (density?.last ?? 0)),
    }),
    cut: (task, work) => {
      const rates = Math.min(4, task.learningRates.length);
      const learningRates = Array.from({ length: rates }, (_, i) => task.learningRates[Math.floor((i * task.learningRates.length) / rates)]);
      const iterations = Math.min(task.iterations, 1000, Math.max(1, Math.floor(work / (64 * rates))));
      const count = Math.max(1, Math.round(work / (rates * Math.max(1, iterations))));
      const { objective, starts, minima, tolerance, bound } = task;
      return { objective, learningRates, starts: { ...starts, count }, iterations, minima, tolerance, bound };
    },
  },
  trace: {
    load: ({ objective, starts, iterations, every }: TraceTask) => ({
      shape: [objective, starts.length, iterations, every].join('|'),
      objective,
      work: starts.length * iterations,
    }),
    cut: (task, work) => ({ ...task, iterations: Math.min(task.iterations, Math.ceil(work / task.starts.length)) }),
  },
  conv1d: {
    load: ({ taps, input, transpose, repeats }: Conv1dTask) => ({
      shape: ['conv1d', taps.length, input.length, transpose, repeats].join('|'),
      objective: 'conv1d',
      work: repeats * input.length * workPerSample(taps.length),
    }),
    cut: (task, work) => {
      const length = Math.min(task.input.length, Math.max(task.taps.length, Math.ceil(work / workPerSample(task.taps.length))));
      return { ...task, input: task.input.slice(0, length), repeats: 1 };
    },
  },
  conv1dDescent: {
    load: ({ taps, observed, loss, learningRates, iterations, every }: Conv1dDescentTask) => ({
      shape: ['conv1dDescent', taps.length, observed.length, loss, learningRates.length, iterations, every].join('|'),
      objective: `conv1dDescent ${loss}`,
      work: learningRates.length * iterations * (observed.length + taps.length - 1) * 2 * workPerSample(taps.length),
    }),
    // As many samples as the task has, then as many rates, then iterations: that order keeps its character.
    cut: (task, work) => {
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
  },
  factorize: {
    load: ({ ratings, rank, learningRates, epochs, every }: FactorizeTask) => ({
      shape: ['factorize', ratings.rows, ratings.columns, ratings.byRow.values.length, rank, learningRates.length, epochs, every].join('|'),
      objective: `factorize ${rank}`,
      work: learningRates.length * epochs * ratings.byRow.values.length * workPerRating(rank),
    }),
    // Fewer rates, then fewer epochs, then the ratings of the first rows only: what is left has the task's character.
    cut: (task, work) => {
      const { rows, byRow } = task.ratings;
      const perRating = workPerRating(task.rank);
      const wanted = Math.max(1, Math.ceil(work / perRating));
      let last = 1;
      while (last < rows && byRow.starts[last] < wanted) last++;
      // The first rows may have no rating at all.
      const known = Math.max(1, byRow.starts[last]);
      const all = triplets(task.ratings);
      const first = { rowOf: all.rowOf.subarray(0, known), columnOf: all.columnOf.subarray(0, known), values: all.values.subarray(0, known) };
      const epochs = Math.min(task.epochs, Math.max(1, Math.round(work / (perRating * known))));
      return { ...task, ratings: last < rows ? sparseTable(rows, task.ratings.columns, first) : task.ratings, validation: undefined, learningRates: task.learningRates.slice(0, 1), epochs, every: 0 };
    },
  },
};

/** Work is counted in iterates of a formula, of which a rating makes so many in an epoch: it is predicted and learned from on either side. */
function workPerRating(rank: number): number {
  return (4 * rank + 16) / 8;
}

/** Work is counted in iterates of a formula: so many multiply-adds, and as much again as a sample's traffic, make one. */
function workPerSample(taps: number): number {
  return (taps + 4) / 8;
}
