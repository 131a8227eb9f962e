import { math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { showLastOfFewer } from '../parameters/shown-iteration';
import { check, parameters, type LinearLayersParameters } from './parameters';
import { prepare, type LinearLayersProblem } from './problem';

const linear = math`W_2 (W_1 x + b_1) + b_2 = (W_2 W_1)\, x + (W_2 b_1 + b_2)`;
const relu = math`W_2 \max(0, W_1 x + b_1) + b_2 \ne (W_2 W_1)\, x + (W_2 b_1 + b_2)`;
const tanh = math`W_2 \tanh(W_1 x + b_1) + b_2 \ne (W_2 W_1)\, x + (W_2 b_1 + b_2)`;
const FORMULAS = { none: linear, relu, tanh } as const;

/** Two linear layers are one, and what an activation between them changes (S4.Q4). */
export const experiment: Experiment<LinearLayersParameters, LinearLayersProblem, LinearLayersProblem> = {
  name: 'linear-layers',
  title: 'Two linear layers are one',
  question:
    'What can two linear layers do that one cannot? How do their shapes fit, what does a narrow middle cost, and why is training two layers another matter although the functions are the same?',
  parameters,
  check,
  follow: showLastOfFewer,
  prepare,
  head: ({ activation }) => FORMULAS[activation],
  claims: async () => (await import('./claims')).claims,
};

export type { LinearLayersParameters } from './parameters';
export type { LinearLayersResult } from './problem';
