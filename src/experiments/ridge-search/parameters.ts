import { defineMessages } from '../../messages';
import type { DataProperty } from '../experiment';
import {
  choice,
  integer,
  number,
  numbers,
  Parameter,
  seed,
  views,
  type About,
  type Type,
  type ValuesOf,
} from '../parameters';
import { listType } from '../parameters/list';
import { numberType } from '../parameters/number';

const say = defineMessages('ridge-search', {
  batchTakes: 'a whole number from 1 to {most}, or all',
});

const VIEWS = ['grid', 'curves', 'weights', 'predictions', 'closed'] as const;
const MOST_BATCH = 1_000_000;
const MOST_VALUES = 8;

/** How many examples a step takes, or all of them. */
export type Batch = number | 'all';

const whole = numberType({ minimum: 1, maximum: MOST_BATCH }, true);
const batchType: Type<Batch> = {
  ...whole,
  typescript: "number | 'all'",
  takes: say('batchTakes', { most: String(MOST_BATCH) }),
  parse: (text) => (text === 'all' ? text : whole.parse(text)),
  check: (value) => (value === 'all' ? value : whole.check(value)),
  print: String,
};

function list<const Name extends string, Item>(
  name: Name,
  item: Type<Item>,
  about: About<readonly Item[]>,
): Parameter<Name, readonly Item[]> {
  return new Parameter(name, listType(item, { count: [1, MOST_VALUES] }), about);
}

/** The grid that the sheet asks for has at least four values of each. */
export const parameters = [
  list('batches', batchType, {
    label: 'Batch sizes',
    help: 'How many examples a step takes; all is full-batch descent, without shuffling.',
    default: [16, 32, 64, 128],
  }),
  numbers('learningRates', {
    label: 'Learning rates',
    help: 'Each is trained with each batch size and each L2 strength.',
    default: [0.001, 0.01, 0.1, 1],
    minimum: 0,
    above: true,
    maximum: 1e6,
    count: [1, MOST_VALUES],
  }),
  list('epochs', numberType({ minimum: 1, maximum: 10_000 }, true), {
    label: 'Epochs',
    help: 'Passes over the training examples. Combinations that differ in this alone are one training, looked at several times.',
    default: [5, 10, 20, 40],
  }),
  numbers('strengths', {
    label: 'L2 strengths',
    help: 'The factor α of |w|²/2. The bias is not regularized.',
    default: [0, 0.001, 0.01, 0.1],
    minimum: 0,
    maximum: 1e6,
    count: [1, MOST_VALUES],
  }),
  choice('standardize', {
    label: 'Features',
    help: 'Centred: minus their mean. Standardized: also divided by their standard deviation. Both are taken over the training examples.',
    default: 'center',
    choices: ['center', 'each', 'none'],
    names: { center: 'centred', each: 'standardized', none: 'as they are' },
  }),
  number('validation', {
    label: 'Held out',
    help: 'The fraction of examples kept for validation; with 0 the training examples choose the winner.',
    default: 0.2,
    minimum: 0,
    maximum: 0.9,
    scale: 'linear',
  }),
  seed('The same seed draws the same faces, holds out the same examples and shuffles alike.'),
  views('Which pictures are shown.', VIEWS),
  integer('combination', {
    label: 'Combination',
    help: 'The number of the combination, counted from 0, whose curves and weights are shown; the winner by default.',
    default: 0,
    minimum: 0,
    maximum: MOST_VALUES ** 4 - 1,
    control: 'none',
    view: 'none',
  }).optional(),
  choice('exact', {
    label: 'Exact solution',
    help: 'auto solves up to 500 features, always any number of them: with thousands that takes minutes.',
    default: 'auto',
    choices: ['auto', 'always'],
    control: 'none',
    view: 'closed',
  }),
  choice('tested', {
    label: 'On the test set',
    help: 'winner: the winner alone is tested; both: the exact solution too.',
    default: 'winner',
    choices: ['winner', 'both'],
    control: 'none',
    view: 'closed',
  }),
] as const;

export type RidgeSearchParameters = ValuesOf<typeof parameters>;

/** A row of features for each example. */
export type Rows = ArrayLike<ArrayLike<number>>;

/** Examples of one's own, in place of made-up faces. */
export interface RidgeSearchData {
  design?: Rows;
  targets?: ArrayLike<number>;
  testDesign?: Rows;
  testTargets?: ArrayLike<number>;
  featureNames?: readonly string[];
  imageWidth?: number;
}

const rows = 'ArrayLike<ArrayLike<number>>';
const row = 'ArrayLike<number>';

export const data: readonly (DataProperty & { name: keyof RidgeSearchData })[] = [
  { name: 'design', help: 'Examples of your own: a row of features each.', typescript: rows },
  { name: 'targets', help: 'What is to be predicted, a number for each row of design.', typescript: row },
  { name: 'testDesign', help: 'Rows for the test set, on which the winner is judged.', typescript: rows },
  { name: 'testTargets', help: 'A number for each row of testDesign.', typescript: row },
  { name: 'featureNames', help: 'What the features are called.', typescript: 'readonly string[]' },
  {
    name: 'imageWidth',
    help: 'How wide the images are that the features are the pixels of; square ones of at least 8 × 8 are recognized.',
    typescript: 'number',
  },
];
