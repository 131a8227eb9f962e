import { parseObjective, toMathML } from '../../formula';
import type { Experiment } from '../experiment';
import { showLastOfFewer } from '../parameters/shown-iteration';
import { check, parameters, type BoxConstraintParameters } from './parameters';
import { prepare, type BoxConstraintProblem } from './problem';

/** A weight kept in a box by a sigmoid, and descent in the variable behind it (S0.Q3). */
export const experiment: Experiment<BoxConstraintParameters, BoxConstraintProblem, BoxConstraintProblem> = {
  name: 'box-constraint',
  title: 'Descent inside a box',
  question:
    'A weight θ must stay between two bounds. Write it as θ = lower + (upper − lower) σ(φ) and descend in φ, which has no bounds. What does this do to the steps, and how fast does it arrive if the best θ is on the edge?',
  parameters,
  check,
  follow: showLastOfFewer,
  prepare,
  head: (p) => toMathML(parseObjective(p.objective)),
  claims: async () => (await import('./claims')).claims,
};

export type { BoxConstraintParameters } from './parameters';
export type { BoxConstraintResult } from './problem';
