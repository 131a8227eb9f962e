import type { DescendTask, Engine, TraceTask } from './contract';
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
};
