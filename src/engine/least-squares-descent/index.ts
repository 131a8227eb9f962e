import type { Computation } from '../contract';
import type { LeastSquaresDescentResult, LeastSquaresDescentTask } from './task';
import { validateLeastSquaresDescent } from './validate';

export * from './task';

/** Descent of a population on least squares, at several learning rates. */
export const leastSquaresDescent: Computation<LeastSquaresDescentTask, LeastSquaresDescentResult> = {
  name: 'leastSquaresDescent',
  validate: validateLeastSquaresDescent,
  cost: ({ columns, learningRates, starts, iterations, every, optimizer }) => ({
    shape: [columns, learningRates.length, starts.count, iterations, every, optimizer?.name ?? 'gd'].join('|'),
    objective: `leastSquaresDescent ${columns} ${optimizer?.name ?? 'gd'}`,
    // A step is a matrix times a vector, and some work besides.
    work: learningRates.length * starts.count * (iterations + 128) * (columns * columns + 8),
  }),
  sample: async () => (await import('./sample')).sampleLeastSquaresDescent,
};
