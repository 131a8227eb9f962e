import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { parameters, type MinibatchParameters } from './parameters';
import { prepare, type MinibatchProblem } from './problem';
import { run, type MinibatchRun } from './run';

const head = math`g_B = \frac{1}{m} \sum_{i \in B} \nabla \ell_i, \qquad \mathrm{Var}(g_B) = \frac{\sigma^2}{m} \cdot \frac{N - m}{N - 1}`;

/** Epochs, batches, and what becomes of the noise when batch and learning rate grow (S3.Q1). */
export const experiment: Experiment<MinibatchParameters, MinibatchProblem, MinibatchRun> = {
  name: 'minibatch',
  title: 'Minibatches',
  question:
    'Examples are drawn at random, many times over. How many are never drawn in an epoch? How noisy is the gradient of a batch, drawn with and without replacement? And how should the learning rate follow when the batch becomes larger?',
  parameters,
  prepare,
  run,
  head: () => head,
  claims: async () => (await import('./claims')).claims,
};

export type { MinibatchParameters } from './parameters';
export type { MinibatchResult } from './run';
