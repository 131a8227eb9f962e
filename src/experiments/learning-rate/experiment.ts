import { parseObjective, toMathML } from '../../formula';
import type { Experiment } from '../experiment';
import { showLastOfFewer } from '../parameters/shown-iteration';
import { keepRateInHand, resolve } from './fit';
import { check, parameters, type LearningRateParameters } from './parameters';
import { prepare, type LearningRateProblem } from './problem';

/** One weight, followed step by step: which learning rates converge (S1.Q4, S2.P2). */
export const experiment: Experiment<LearningRateParameters, LearningRateProblem, LearningRateProblem> = {
  name: 'learning-rate',
  title: 'The learning rate, step by step',
  question:
    'Gradient descent on one weight, w ← w − rate · f′(w). For which learning rates do the steps lead to the minimum, for which do they jump past it, and from which on do they fly apart?',
  parameters,
  resolve,
  check,
  follow: (name, value, p) => ({ ...showLastOfFewer(name, value, p), ...keepRateInHand(name, value, p) }),
  prepare,
  head: (p) => toMathML(parseObjective(p.objective)),
  claims: async () => (await import('./claims')).claims,
};

export type { LearningRateParameters } from './parameters';
export type { LearningRateResult } from './problem';
