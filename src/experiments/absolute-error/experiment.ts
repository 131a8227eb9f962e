import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { exampleFiles } from '../parameters/examples';
import { check, parameters, resolve, type AbsoluteErrorParameters } from './parameters';
import { prepare, type AbsoluteErrorProblem } from './problem';

const HEADS = {
  absolute: math`L = \frac1n \sum_i \abs{w^\top x_i + b - y_i}, \qquad \frac{\partial L}{\partial b} = \frac{n_+ - n_-}{n}`,
  square: math`L = \frac1{2n} \sum_i (w^\top x_i + b - y_i)^2, \qquad \frac{\partial L}{\partial b} = \frac1n \sum_i r_i`,
  huber: math`L = \frac1n \sum_i h(w^\top x_i + b - y_i), \qquad h'(r) = \max(-1, \min(1, r))`,
} as const;

/** Least absolute error by subgradients, beside least squares and Huber's loss (S3.Q4). */
export const experiment: Experiment<AbsoluteErrorParameters, AbsoluteErrorProblem, AbsoluteErrorProblem> = {
  name: 'absolute-error',
  title: 'Least absolute error',
  question:
    'What does a line look like that minimizes the mean absolute error, how does an outlier pull at it, and why does descent at a constant rate never settle?',
  parameters,
  files: exampleFiles,
  resolve,
  check,
  // Weights belong to the features that were there.
  follow: (name) => (name === 'design' ? ({ weights: 'auto' } as never) : {}),
  prepare,
  head: ({ loss }) => HEADS[loss],
  claims: async () => (await import('./claims')).claims,
};

export type { AbsoluteErrorParameters } from './parameters';
export type { AbsoluteErrorResult } from './problem';
