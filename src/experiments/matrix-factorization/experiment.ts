import { fillSlots, math } from '../../formula/tex';
import { defineMessages } from '../../messages';
import { spell } from '../../words/words';
import type { Experiment } from '../experiment';
import {
  check,
  epochsOf,
  parameters,
  sourceOf,
  type MatrixFactorizationData,
  type MatrixFactorizationParameters,
} from './parameters';
import { run, type MatrixFactorizationProblem, type MatrixFactorizationRun } from './training';

export type { MatrixFactorizationParameters } from './parameters';
export type { MatrixFactorizationResult } from './training';

const say = defineMessages('matrix-factorization', { known: 'known' });

/** The objective and the simultaneous update, as the sheet writes them, for factors of any rank. */
const OBJECTIVE = math`\displaystyle J = \frac{1}{2} \sum_{i j \; \slot{known}} e_{i j}^2 + \frac{\lambda}{2} (\abs{U}^2 + \abs{V}^2)`;
const RESIDUAL = math`e_{i j} = r_{i j} - u_i \cdot v_j`;
const UPDATES = [
  math`\displaystyle u_i \leftarrow u_i + \alpha \, \Bigl( \sum_j e_{i j} v_j - \lambda u_i \Bigr)`,
  math`\displaystyle v_j \leftarrow v_j + \alpha \, \Bigl( \sum_i e_{i j} u_i - \lambda v_j \Bigr)`,
];

function head(): string {
  const objective = fillSlots(OBJECTIVE, { known: spell(say('known')) });
  return [objective, RESIDUAL, '<span class="formula-break"></span>', ...UPDATES].join('');
}

/** Matrix factorization: one step by hand on two known ratings, and the same update on as many as there are (S0.Q5). */
export const experiment: Experiment<
  MatrixFactorizationParameters,
  MatrixFactorizationProblem,
  MatrixFactorizationRun,
  MatrixFactorizationData
> = {
  name: 'matrix-factorization',
  title: 'From two ratings to millions',
  question:
    'Users rate items, and most of the table stays empty. Give every user and every item a few numbers so that their products match the known ratings; gradient descent finds them, and the same products predict the missing ones. The problem sheet works one step by hand on a 2 × 2 table with two known ratings.',
  parameters,
  data: [
    { name: 'triplets', help: 'Ratings from a script, in place of what `ratings` says.', typescript: 'Ratings' },
    {
      name: 'file',
      help: 'A file of ratings, in place of what `ratings` says.',
      typescript: 'Blob & { name?: string }',
    },
    {
      name: 'columns',
      help: 'Which columns of the file hold users, items and ratings, where it does not say so itself.',
      typescript: 'ColumnMapping',
    },
  ],
  check,
  // Fewer epochs than the step that is shown: the first step is shown, or the two would contradict each other.
  follow: (name, value, p) => {
    if (name !== 'epochs') return {};
    return p.step > epochsOf({ ...p, epochs: value as number | 'auto' }, 'sheet') ? { step: 1 } : {};
  },
  prepare: (p, data) => ({ parameters: p, source: sourceOf(p, data) }),
  run,
  head,
  claims: async () => (await import('./claims')).claims,
};
