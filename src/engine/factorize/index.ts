import type { Computation } from '../contract';
import type { FactorizeResult, FactorizeTask } from './task';
import { validateFactorize } from './validate';
import { workPerRating } from './work';

export * from './task';

/** Gradient descent on the factorization of a table of which some entries are known. */
export const factorize: Computation<FactorizeTask, FactorizeResult> = {
  name: 'factorize',
  validate: validateFactorize,
  cost: ({ ratings, rank, learningRates, epochs, every }) => ({
    shape: [
      'factorize',
      ratings.rows,
      ratings.columns,
      ratings.byRow.values.length,
      rank,
      learningRates.length,
      epochs,
      every,
    ].join('|'),
    objective: `factorize ${rank}`,
    work: learningRates.length * epochs * ratings.byRow.values.length * workPerRating(rank),
  }),
  sample: async () => (await import('./sample')).sampleFactorize,
};
