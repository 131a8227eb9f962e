import type { Computation } from '../contract';
import type { Conv1dResult, Conv1dTask } from './task';
import { validateConv1d } from './validate';
import { workPerSample } from './work';

export * from './task';

/** The product of a convolution's matrix, or of its transpose, with a vector. */
export const conv1d: Computation<Conv1dTask, Conv1dResult> = {
  name: 'conv1d',
  validate: validateConv1d,
  cost: ({ taps, input, transpose, repeats }) => ({
    shape: ['conv1d', taps.length, input.length, transpose, repeats].join('|'),
    objective: 'conv1d',
    work: repeats * input.length * workPerSample(taps.length),
  }),
  sample: async () => (await import('./sample')).sampleConv1d,
};
