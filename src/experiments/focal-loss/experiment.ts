import { fillSlots, math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { parameters, type FocalLossParameters } from './parameters';
import { prepare, type FocalLossProblem } from './problem';

const formula = math`\mathrm{FL}(p) = -(1 - p)^{\slot{gamma}} \ln p`;

/** Focal loss beside cross-entropy (S0.Q4). */
export const experiment: Experiment<FocalLossParameters, FocalLossProblem, FocalLossProblem> = {
  name: 'focal-loss',
  title: 'Focal loss',
  question:
    'A hundred examples are classified well, and one is not: which of them drives the training? Focal loss multiplies cross-entropy by (1 − p)ᵞ, where p is the probability of the true class. What does that do to easy and to hard examples?',
  parameters,
  prepare,
  head: ({ gamma }) => fillSlots(formula, { gamma: String(gamma) }),
  claims: async () => (await import('./claims')).claims,
};

export type { FocalLossParameters } from './parameters';
export type { FocalLossResult } from './problem';
