import type { Computation } from '../contract';
import type { CoverageResult, CoverageTask } from './task';
import { validateCoverage } from './validate';

export type { CoverageResult, CoverageTask } from './task';

/** How many examples are never drawn in an epoch of draws with replacement, over many epochs. */
export const coverage: Computation<CoverageTask, CoverageResult> = {
  name: 'coverage',
  validate: validateCoverage,
  cost: ({ examples, epochs }) => ({
    shape: [examples.join(' '), epochs].join('|'),
    objective: '',
    work: epochs * examples.reduce((sum, count) => sum + count, 0),
  }),
  sample: async () => (await import('./sample')).sampleCoverage,
};
