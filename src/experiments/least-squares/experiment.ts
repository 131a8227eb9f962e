import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { check, parameters, resolve, type LeastSquaresParameters } from './parameters';
import { prepare, type LeastSquaresProblem } from './problem';
import { run, type LeastSquaresRun } from './run';

const head = math`f(\theta) = \tfrac12 \left\| X \theta - Y \right\|^2, \qquad \theta \leftarrow \theta - \alpha X^\top (X \theta - Y)`;

/** Descent on least squares: above 2/ρ(X'X) it diverges from almost every start (S2.P3). */
export const experiment: Experiment<LeastSquaresParameters, LeastSquaresProblem, LeastSquaresRun> = {
  name: 'least-squares',
  title: 'Least squares and the largest eigenvalue',
  question:
    'Gradient descent on least squares multiplies the error along each eigenvector of X′X by a factor of its own. From which learning rate on does it diverge, from which starts does it not, and do these survive rounding?',
  parameters,
  resolve,
  check,
  follow: (name, value, { iteration }) => (name === 'iterations' && iteration > Number(value) ? { iteration: 0 } : {}),
  prepare,
  run,
  head: () => head,
  claims: async () => (await import('./claims')).claims,
};

export type { LeastSquaresParameters } from './parameters';
export type { LeastSquaresResult } from './problem';
