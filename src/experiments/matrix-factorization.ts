import type { Experiment } from './experiment';
import {
  check,
  parameters,
  type MatrixFactorizationData,
  type MatrixFactorizationParameters,
} from './matrix-factorization/parameters';
import { run, type MatrixFactorizationComputed, type MatrixFactorizationResult } from './matrix-factorization/run';
import { views, type MatrixFactorizationViews } from './matrix-factorization/views';
import { matrixFactorizationWords as say } from '../words/matrix-factorization';

/** Matrix factorization: one step by hand on four ratings, and then the same on as many as there are (S0.Q5). */
export const matrixFactorization: Experiment<
  MatrixFactorizationParameters,
  MatrixFactorizationResult,
  MatrixFactorizationComputed,
  MatrixFactorizationViews,
  MatrixFactorizationData
> = {
  name: 'matrix-factorization',
  get title() {
    return say('title');
  },
  get problem() {
    return say('problem');
  },
  parameters,
  check,
  run,
  views,
  claims: async () => (await import('./matrix-factorization/claims')).claims,
};
