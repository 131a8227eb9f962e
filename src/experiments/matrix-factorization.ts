import type { Experiment } from './experiment';
import { claims } from './matrix-factorization/claims';
import { check, parameters, type MatrixFactorizationData, type MatrixFactorizationParameters } from './matrix-factorization/parameters';
import { run, type MatrixFactorizationComputed, type MatrixFactorizationResult } from './matrix-factorization/run';
import { views, type MatrixFactorizationViews } from './matrix-factorization/views';

/** Matrix factorization: one step by hand on four ratings, and then the same on as many as there are (S0.Q5). */
export const matrixFactorization: Experiment<MatrixFactorizationParameters, MatrixFactorizationResult, MatrixFactorizationComputed, MatrixFactorizationViews, MatrixFactorizationData> = {
  name: 'matrix-factorization',
  title: 'From four ratings to millions',
  problem:
    'Users rate items, and most of the table stays empty. Give every user and every item a few numbers, so that their products come to the ratings ' +
    'that are known; gradient descent finds them, and the same products then fill the empty places. The sheet does one step of it by hand, on a table of four.',
  parameters,
  check,
  run,
  views,
  claims,
};
