import { defineMessages } from '../../messages';
import { choice, integer, number, vector, views, type ValuesOf } from '../parameters';

const say = defineMessages('activations', { selectedTakes: 'a whole number from 1 to {count}, one for each logit' });

export const MOST_LOGITS = 12;

const selectedLogit = integer('selectedLogit', {
  label: 'Moved logit',
  help: 'Which logit the curves of softmax move, counted from 1.',
  default: 1,
  minimum: 1,
  maximum: MOST_LOGITS,
  control: 'none',
});

/** The defaults reproduce the problem as it stands in the sheet. */
export const parameters = [
  choice('function', {
    label: 'Function',
    help: 'The function whose curve and derivative are drawn.',
    default: 'sigmoid',
    choices: ['sigmoid', 'softplus', 'softmax'],
  }),
  number('x', {
    label: 'Point',
    unit: 'x',
    help: 'Where the tangent touches. Drag it along the curve, or click.',
    default: 1,
    minimum: -1000,
    maximum: 1000,
    applies: (values) => values.function !== 'softmax',
  }),
  number('beta', {
    label: 'Sharpness',
    unit: 'β',
    help: 'Of softplus: the greater β is, the closer it comes to max(0, x).',
    default: 1,
    minimum: 0.05,
    maximum: 100,
    scale: 'log',
    applies: (values) => values.function === 'softplus',
  }),
  vector('logits', {
    label: 'Logits',
    help: 'What softmax makes probabilities of: up to 12 numbers, separated by spaces. Drag them in the picture.',
    default: [1, 2, 3],
    most: MOST_LOGITS,
  }),
  selectedLogit,
  views('Which pictures are shown.', ['curve', 'jacobian']),
] as const;

export type ActivationsParameters = ValuesOf<typeof parameters>;

/** Refuses a logit that is not there. */
export function check({ selectedLogit: selected, logits }: ActivationsParameters): void {
  if (selected > logits.length) throw selectedLogit.refuse(selected, say('selectedTakes', { count: logits.length }));
}
