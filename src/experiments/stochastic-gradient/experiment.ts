import { pointsOf } from '../../data/regression/content';
import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { LARGEST } from '../parameters/matrix';
import { check, MOST_POINTS, parameters, type StochasticGradientParameters } from './parameters';
import { prepare, type StochasticGradientProblem } from './problem';
import { run, type StochasticGradientRun } from './run';

const head = math`J(\theta) = \frac{1}{n} \sum_{i=1}^n \tfrac12 (y_i - x_i \theta)^2`;

/** The gradient of examples that are drawn at random is unbiased, and what its noise does to descent (S0.Q2). */
export const experiment: Experiment<StochasticGradientParameters, StochasticGradientProblem, StochasticGradientRun> = {
  name: 'stochastic-gradient',
  title: 'The stochastic gradient',
  question:
    'A line through the origin is fitted to a few points. Each step takes the gradient of one example, drawn at random, in place of all. Is it right on average? And where does descent end that never sees the full gradient?',
  parameters,
  files: {
    mostRows: MOST_POINTS,
    mostFeatures: 1,
    largest: LARGEST,
    take: (content) => ({ points: pointsOf(content) }),
  },
  check,
  prepare,
  run,
  head: () => head,
  claims: async () => (await import('./claims')).claims,
};

export type { StochasticGradientParameters } from './parameters';
export type { StochasticGradientResult } from './run';
