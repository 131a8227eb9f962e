import type { Computation } from '../contract';
import type { PopulationResult } from './result';
import { countOf, type PopulationTask } from './task';
import { validatePopulation } from './validate';

/** Descent of a population with any optimizer and schedule, on a function of one or two variables. */
export const population: Computation<PopulationTask, PopulationResult> = {
  name: 'population',
  validate: validatePopulation,
  cost: (task) => ({
    shape: [
      task.objective,
      task.optimizer.name,
      task.learningRates.length,
      countOf(task),
      task.iterations,
      ...Object.keys(task.observe ?? {}),
    ].join('|'),
    objective: `${task.optimizer.name} ${task.objective}`,
    work: task.learningRates.length * countOf(task) * task.iterations,
  }),
  sample: async () => (await import('./sample')).samplePopulation,
};
