import type { Computation } from '../contract';
import type { TraceResult, TraceTask } from './task';
import { validateTrace } from './validate';

export * from './task';

/** The iterates of gradient descent from a few starts on a function of one variable. */
export const trace: Computation<TraceTask, TraceResult> = {
  name: 'trace',
  validate: validateTrace,
  cost: ({ objective, starts, iterations, every }) => ({
    shape: [objective, starts.length, iterations, every].join('|'),
    objective,
    work: starts.length * iterations,
  }),
  sample: async () => (await import('./sample')).sampleTrace,
};
