import type { Experiment } from '../experiment';
import { showLastOfFewer } from '../parameters/shown-iteration';
import { objective } from './objective';
import { data, parameters, type Conv1dData, type Conv1dParameters } from './parameters';
import { check, decided, prepare, type Conv1dProblem } from './problem';
import { run, type Conv1dRun } from './run';

/** Convolution as an operator: gradient descent that never forms the matrix (S2.P5). */
export const experiment: Experiment<Conv1dParameters, Conv1dProblem, Conv1dRun, Conv1dData> = {
  name: 'conv1d',
  title: 'Convolution without the matrix',
  question:
    'A signal is blurred, noise and a few outliers are added, and gradient descent recovers it. Blurring is multiplication by a matrix, but we never build that matrix: two functions that multiply by it and by its transpose are enough.',
  parameters,
  data,
  check,
  follow: showLastOfFewer,
  decided,
  prepare,
  run,
  head: objective,
  claims: async () => (await import('./claims')).claims,
};

export type { Conv1dParameters } from './parameters';
export type { Conv1dResult } from './run';
