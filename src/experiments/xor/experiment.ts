import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { showLastOfFewer } from '../parameters/shown-iteration';
import { check, parameters, type XorParameters } from './parameters';
import { prepare, type XorProblem } from './problem';

const linear = math`f(x) = w_1 x_1 + w_2 x_2 + b`;
const network = math`f(x) = \sum_j v_j \tanh(w_{j1} x_1 + w_{j2} x_2 + b_j) + c`;

/** A linear model on XOR, and small networks that solve it (S3.Q2). */
export const experiment: Experiment<XorParameters, XorProblem, XorProblem> = {
  name: 'xor',
  title: 'The plane that gives up',
  question:
    'Four points at the corners of a square, with the exclusive or of their coordinates as targets. What is the best linear model? Is it the only one? And what do a few hidden units change?',
  parameters,
  check,
  follow: showLastOfFewer,
  prepare,
  head: ({ units }) => (units === 0 ? linear : network),
  claims: async () => (await import('./claims')).claims,
};

export type { XorParameters } from './parameters';
export type { XorResult } from './problem';
