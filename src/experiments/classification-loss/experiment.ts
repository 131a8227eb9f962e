import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { check, parameters, type ClassificationLossParameters } from './parameters';
import { prepare, type ClassificationLossProblem } from './problem';

const head = math`\mathrm{CE} = -\ln \sigma(z), \quad \mathrm{SE} = \tfrac12 (1 - \sigma(z))^2`;

/** Squared error against cross-entropy for a classifier (S4.Q2). */
export const experiment: Experiment<
  ClassificationLossParameters,
  ClassificationLossProblem,
  ClassificationLossProblem
> = {
  name: 'classification-loss',
  title: 'Squared error for classification',
  question:
    'A classifier gives the true class a probability p = σ(z). Could it be trained on squared error as well as on cross-entropy? Both are smallest at p = 1. What do their gradients do when the classifier is confidently wrong?',
  parameters,
  check,
  prepare,
  head: () => head,
  claims: async () => (await import('./claims')).claims,
};

export type { ClassificationLossParameters } from './parameters';
export type { ClassificationLossResult } from './problem';
