import { fillSlots, math } from '../../formula/tex';
import type { Experiment } from '../experiment';
import { parameters, type NormsParameters } from './parameters';
import { prepare, type NormsProblem } from './problem';

const formula = math`\left\|x\right\|_{\slot{p}} = \left(\sum_{i} \abs{x_i}^{\slot{p}}\right)^{1/\slot{p}}`;

/** The norms of a vector, their unit balls, and why an ℓ1 constraint makes weights exactly zero (S0.Q1). */
export const experiment: Experiment<NormsParameters, NormsProblem, NormsProblem> = {
  name: 'norms',
  title: 'Norms and sparsity',
  question:
    'How large is a vector? ℓ0 counts its nonzero entries, ℓ1 adds their sizes, ℓ2 is its length, ℓ∞ its largest size. What do the balls of these norms look like, and why does an ℓ1 constraint make weights exactly zero where an ℓ2 constraint does not?',
  parameters,
  prepare,
  head: ({ p }) => fillSlots(formula, { p: String(p) }),
  claims: async () => (await import('./claims')).claims,
};

export type { NormsParameters } from './parameters';
export type { NormsResult } from './problem';
