import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { exampleFiles } from '../parameters/examples';
import { check, followDesign, parameters, resolve, type GaussianModelParameters } from './parameters';
import { prepare, type GaussianModelProblem } from './problem';

const formula = math`y_i \sim \mathcal{N}(w^\top x_i, \sigma^2), \qquad \ln P = -\frac{n}{2} \ln (2 \pi \sigma^2) - \frac{1}{2 \sigma^2} \sum_i (y_i - w^\top x_i)^2`;

/** In the linear-Gaussian model maximum likelihood is least squares (S3.Q5). */
export const experiment: Experiment<GaussianModelParameters, GaussianModelProblem, GaussianModelProblem> = {
  name: 'gaussian-model',
  title: 'Maximum likelihood is least squares',
  question:
    'If targets are a line and Gaussian noise, which line and which noise make the data most likely, and what has that to do with least squares?',
  parameters,
  files: exampleFiles,
  resolve,
  check,
  follow(name, value) {
    if (name === 'design') return followDesign(value as GaussianModelParameters['design']) as never;
    return name === 'intercept' ? ({ weights: 'auto' } as never) : {};
  },
  prepare,
  head: () => formula,
  claims: async () => (await import('./claims')).claims,
};

export type { GaussianModelParameters } from './parameters';
export type { GaussianModelResult } from './problem';
