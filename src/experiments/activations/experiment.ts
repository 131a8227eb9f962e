import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { check, parameters, type ActivationsParameters } from './parameters';
import { prepare, type ActivationsProblem } from './problem';

const FORMULAS = {
  sigmoid: math`\sigma(x) = \frac{1}{1 + e^{-x}}, \quad \sigma'(x) = \sigma(x) \, (1 - \sigma(x))`,
  softplus: math`f(x) = \tfrac{1}{\beta} \ln(1 + e^{\beta x}), \quad f'(x) = \sigma(\beta x)`,
  softmax: math`f_i = \frac{e^{x_i}}{\sum_k e^{x_k}}, \quad \frac{\partial f_i}{\partial x_j} = f_i \, (\delta_{i j} - f_j)`,
};

/** Sigmoid, softplus and softmax with their derivatives (S1.Q1). */
export const experiment: Experiment<ActivationsParameters, ActivationsProblem, ActivationsProblem> = {
  name: 'activations',
  title: 'Activations and their derivatives',
  question:
    'What are the derivatives of sigmoid, softplus and softmax, and where do they vanish? Softmax has many outputs and many inputs: what does each logit do to each probability?',
  parameters,
  check,
  follow: (name, value, { selectedLogit }) =>
    name === 'logits' && selectedLogit > (value as readonly number[]).length ? { selectedLogit: 1 } : {},
  prepare,
  head: (p) => FORMULAS[p.function],
  claims: async () => (await import('./claims')).claims,
};

export type { ActivationsParameters } from './parameters';
export type { ActivationsResult } from './problem';
