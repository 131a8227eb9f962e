import { integer, number, views, type ValuesOf } from '../parameters';

const probability = { minimum: 0, above: true, maximum: 1 } as const;

/** The defaults reproduce the problem as it stands in the sheet. */
export const parameters = [
  number('gamma', {
    label: 'Focusing',
    unit: 'γ',
    help: 'The power of 1 − p. At 0 focal loss is cross-entropy.',
    default: 2,
    minimum: 0,
    maximum: 10,
    scale: 'linear',
  }),
  number('p', {
    label: 'Probability',
    unit: 'p',
    help: 'What the model gives the true class of the example in hand. Drag it along the curves.',
    default: 0.99,
    ...probability,
  }),
  number('easy', {
    label: 'Easy',
    unit: 'p',
    help: 'The probability of the true class in each of the easy examples.',
    default: 0.9,
    ...probability,
  }),
  number('hard', {
    label: 'Hard',
    unit: 'p',
    help: 'The probability of the true class in the one hard example.',
    default: 0.1,
    ...probability,
  }),
  integer('easyExamples', {
    label: 'How many are easy',
    help: 'The number of easy examples beside the hard one.',
    default: 100,
    minimum: 1,
    maximum: 1000,
    control: 'more',
  }),
  views('Which pictures are shown.', ['loss', 'gradient', 'examples']),
] as const;

export type FocalLossParameters = ValuesOf<typeof parameters>;
