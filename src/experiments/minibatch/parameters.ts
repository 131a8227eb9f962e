import { listType } from '../parameters/list';
import { numberType } from '../parameters/number';
import { defaultsOf, integer, number, Parameter, seed, views, type ValuesOf } from '../parameters';
import { defineMessages } from '../../messages';

const say = defineMessages('minibatch', {
  gradientsTake: 'normal, or {takes}',
});

const list = listType(numberType({ minimum: -1e6, maximum: 1e6 }, false), { count: [2, 1000] });

/** A list of numbers, or `normal`: deviates that are drawn once, as many as there are examples. */
const gradients = new Parameter<'gradients', readonly number[] | 'normal'>(
  'gradients',
  {
    ...list,
    typescript: `${list.typescript} | 'normal'`,
    takes: say('gradientsTake', { takes: list.takes }),
    parse: (text) => (text === 'normal' ? text : list.parse(text)),
    check: (value) => (value === 'normal' ? value : list.check(value)),
    print: (value) => (value === 'normal' ? value : list.print(value)),
    good: ['normal', '1 2 4 7 11'],
    bad: [...list.bad, '1'],
  },
  {
    label: 'Gradients',
    help: 'What batches are drawn from: the gradients of N examples at one weight, as numbers; or normal, which draws one for each of the n examples.',
    default: [1, 2, 4, 7, 11],
  },
);

/** The defaults have numbers that make every variance easy to check. */
export const parameters = [
  integer('examples', {
    label: 'Examples',
    unit: 'n',
    help: 'How many examples an epoch draws from in the picture of those never drawn, and how many normal gradients there are.',
    default: 100,
    minimum: 1,
    maximum: 100_000,
    scale: 'log',
  }),
  integer('epochs', {
    label: 'Epochs',
    help: 'How often everything is drawn anew, to be measured.',
    default: 10_000,
    minimum: 2,
    maximum: 1_000_000,
    scale: 'log',
  }),
  gradients,
  integer('batch', {
    label: 'Batch',
    unit: 'm',
    help: 'How many examples are drawn for a step.',
    default: 2,
    minimum: 1,
    maximum: 64,
    scale: 'log',
  }),
  integer('factor', {
    label: 'Factor',
    unit: 'k',
    help: 'How many times larger the batch becomes, at most, in the picture of scaling.',
    default: 4,
    minimum: 2,
    maximum: 64,
    scale: 'log',
  }),
  number('learningRate', {
    label: 'Learning rate',
    help: 'That of the batch of m; the rules of scaling make others of it.',
    default: 0.1,
    minimum: 0,
    above: true,
    maximum: 1e6,
    quantity: 'learning-rate',
  }),
  seed('What all draws come of.'),
  views('Which pictures are shown.', ['coverage', 'variance', 'scaling']),
] as const;

export type MinibatchParameters = ValuesOf<typeof parameters>;
export const DEFAULTS = defaultsOf(parameters) as MinibatchParameters;
