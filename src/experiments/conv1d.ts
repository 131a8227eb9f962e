import type { Experiment } from './experiment';
import { check, parameters, type Conv1dData, type Conv1dParameters } from './conv1d/parameters';
import { rates } from './conv1d/rates';
import { run, type Conv1dComputed, type Conv1dResult } from './conv1d/run';
import { filter, loss, operator, signal, type Conv1dViews } from './conv1d/views';
import { conv1dWords as say } from '../words/conv1d';

/** Convolution as an operator: gradient descent that never forms the matrix (S2.P5). */
export const conv1d: Experiment<Conv1dParameters, Conv1dResult, Conv1dComputed, Conv1dViews, Conv1dData> = {
  name: 'conv1d',
  get title() {
    return say('title');
  },
  get problem() {
    return say('problem');
  },
  parameters,
  check,
  run,
  views: { signal, loss, rates, filter, operator },
  ready: ['loss', 'filter'],
  claims: async () => (await import('./conv1d/claims')).claims,
};
