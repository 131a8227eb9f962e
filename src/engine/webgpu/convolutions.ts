import type { Conv1dDescentResult, Conv1dDescentTask, Conv1dResult, Conv1dTask } from '../contract';
import { validateConv1d, validateConv1dDescent } from '../conv1d-descent/validate';
import { conv1d, stepsOfConv1d } from './conv1d';
import { conv1dDescent, stepsOfDescent } from './conv1d-descent';
import type { Method } from './gpu-kernel';

export const convolving: Method<Conv1dTask, Conv1dResult> = {
  validate: validateConv1d,
  steps: stepsOfConv1d,
  compute: conv1d,
};

export const descendingWithConv1d: Method<Conv1dDescentTask, Conv1dDescentResult> = {
  validate: validateConv1dDescent,
  steps: stepsOfDescent,
  compute: conv1dDescent,
};
