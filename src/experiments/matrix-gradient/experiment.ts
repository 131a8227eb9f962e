import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { check, parameters, resolve, type MatrixGradientParameters } from './parameters';
import { prepare, type MatrixGradientProblem } from './problem';

const FORMULAS = {
  quadratic: math`f = x^\top (A x + z), \qquad \nabla_x f = (A + A^\top) x + z`,
  example: math`L = \tfrac12 (w^\top x - y)^2, \qquad \nabla_w L = (w^\top x - y)\, x`,
  'least-squares': math`L = \tfrac12 \abs{X w - y}^2, \qquad \nabla_w L = X^\top (X w - y)`,
  affine: math`L = \abs{W x + b - y}^2, \qquad \frac{\partial L}{\partial W} = 2 (W x + b - y)\, x^\top`,
} as const;

/** Gradients by vectors and matrices, with their shapes, derived and checked (S2.P1, S1.Q2, S1.Q3). */
export const experiment: Experiment<MatrixGradientParameters, MatrixGradientProblem, MatrixGradientProblem> = {
  name: 'matrix-gradient',
  title: 'Gradients with their shapes',
  question:
    'What is the gradient of an expression of matrices, where does the transpose belong, and how can you tell that it is right?',
  parameters,
  resolve,
  check,
  // Another expression begins with numbers of its own.
  follow: (name) =>
    name === 'expression'
      ? (Object.fromEntries(['a', 'x', 'z', 'w', 'b', 'y'].map((letter) => [letter, 'auto'])) as never)
      : {},
  prepare,
  head: ({ expression }) => FORMULAS[expression],
  claims: async () => (await import('./claims')).claims,
};

export type { MatrixGradientParameters } from './parameters';
export type { MatrixGradientResult } from './problem';
