import type { Computation } from '../contract';
import { workPerSample } from '../conv1d/work';
import type { Conv1dDescentResult, Conv1dDescentTask } from './task';
import { validateConv1dDescent } from './validate';

export * from './task';

/** Gradient descent on the loss of a convolution, at several learning rates. */
export const conv1dDescent: Computation<Conv1dDescentTask, Conv1dDescentResult> = {
  name: 'conv1dDescent',
  validate: validateConv1dDescent,
  cost: ({ taps, observed, loss, learningRates, iterations, every }) => ({
    shape: ['conv1dDescent', taps.length, observed.length, loss, learningRates.length, iterations, every].join('|'),
    objective: `conv1dDescent ${loss}`,
    work: learningRates.length * iterations * (observed.length + taps.length - 1) * 2 * workPerSample(taps.length),
  }),
  sample: async () => (await import('./sample')).sampleConv1dDescent,
};
