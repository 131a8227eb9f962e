import type { Computation } from '../contract';
import type { DescendResult, DescendTask } from './task';
import { validateDescend } from './validate';

export * from './task';
export { endingsAt, outcomesAt } from './endings';
export type { Ending, Outcome } from '../../math/outcomes';

/** Gradient descent of a population of starts on a function of one variable, at several learning rates. */
export const descend: Computation<DescendTask, DescendResult> = {
  name: 'descend',
  validate: validateDescend,
  cost: ({ objective, learningRates, starts, iterations, histogram, density, records }) => ({
    shape: [
      objective,
      learningRates.length,
      starts.count,
      iterations,
      Boolean(histogram),
      density?.last ?? 0,
      Boolean(records),
    ].join('|'),
    objective,
    work: learningRates.length * starts.count * (iterations + (density?.last ?? 0)),
  }),
  sample: async () => (await import('./sample')).sampleDescend,
};
