import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { showLastOfFewer } from '../parameters/shown-iteration';
import { check, parameters, type SoftmaxUpdateParameters } from './parameters';
import { prepare, type SoftmaxUpdateProblem } from './problem';

const formula = math`\frac{\partial L}{\partial w_{ij}} = (P_j - [j = c])\, x_i, \qquad P = \operatorname{softmax}(W^\top x)`;

/** One layer, softmax and cross-entropy: the gradient, one update, and training on points (S4.Q1). */
export const experiment: Experiment<SoftmaxUpdateParameters, SoftmaxUpdateProblem, SoftmaxUpdateProblem> = {
  name: 'softmax-update',
  title: 'One update of a softmax layer',
  question:
    'A layer turns features into the probabilities of classes, by a softmax. What is the gradient of the cross-entropy by each of its weights, and what does one update do to the probabilities?',
  parameters,
  check,
  follow: showLastOfFewer,
  prepare,
  head: () => formula,
  claims: async () => (await import('./claims')).claims,
};

export type { SoftmaxUpdateParameters } from './parameters';
export type { SoftmaxUpdateResult } from './problem';
