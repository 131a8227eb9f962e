import { defineMessages } from '../../messages';
import { shapeOf } from '../../math/matrices';
import { choice, integer, matrix, number, points, seed, vector, views, type ValuesOf } from '../parameters';
import { optimizer } from '../parameters/optimizer';
import { shownIteration } from '../parameters/shown-iteration';

const say = defineMessages('softmax-update', {
  rowPerInput: {
    one: 'a row for each number of the input: this one is {shape}, the input has {count} number',
    other: 'a row for each number of the input: this one is {shape}, the input has {count} numbers',
  },
  numberPerRow: {
    one: 'a number for each row of the weights, which are {shape}: this one has {count} number',
    other: 'a number for each row of the weights, which are {shape}: this one has {count} numbers',
  },
  columnPerClass: {
    one: 'a column for each class: this one is {shape}, and the true class {label} wants {count} column or more',
    other: 'a column for each class: this one is {shape}, and the true class {label} wants {count} columns or more',
  },
  labelTakes: 'a column of the weights, counted from 0: they are {shape}, so at most {most}',
  classTakes: 'points whose last number is a class, a whole number from 0 to {most}; that of point {number} is {got}',
});

const VIEWS = ['step', 'derivation', 'regions'] as const;
export const MOST_CLASSES = 6;
const MOST_FEATURES = 6;
export const MOST_POINTS = 100;
/** How many updates of one example can be gone through. */
export const STEPS = 30;

export const HIDDEN_LAYERS = ['none', 'linear', 'relu', 'tanh'] as const;

const weights = matrix('weights', {
  label: 'Weights',
  unit: 'W',
  help: 'A row for each feature, a column for each class; rows are parted by semicolons.',
  default: [
    [0.1, -0.2, 0.3],
    [0.4, 0, -0.1],
  ],
  rows: MOST_FEATURES,
  columns: MOST_CLASSES,
});

const input = vector('input', {
  label: 'Input',
  unit: 'x',
  help: 'The features of the example.',
  default: [1, 2],
  most: MOST_FEATURES,
  minimum: -1e6,
  maximum: 1e6,
});

const label = integer('label', {
  label: 'True class',
  unit: 'c',
  help: 'The class that the example belongs to, counted from 0.',
  default: 1,
  minimum: 0,
  maximum: MOST_CLASSES - 1,
});

/** Three groups, as a hand places them. */
const GROUPS = [
  [-0.9, -0.3, 0],
  [-0.6, -0.7, 0],
  [-0.7, -0.1, 0],
  [-0.4, -0.4, 0],
  [-1, -0.8, 0],
  [-0.2, -0.8, 0],
  [0.9, -0.2, 1],
  [0.5, -0.6, 1],
  [0.7, 0.1, 1],
  [0.4, -0.1, 1],
  [1, -0.7, 1],
  [0.8, -0.9, 1],
  [-0.1, 0.8, 2],
  [0.2, 0.6, 2],
  [-0.4, 0.7, 2],
  [0.5, 0.9, 2],
  [0, 0.3, 2],
  [-0.6, 0.5, 2],
];

const placed = points('points', {
  label: 'Points',
  help: 'The points that are trained on: x, y and class of each, points parted by semicolons.',
  default: GROUPS,
  numbers: 3,
  count: [1, MOST_POINTS],
  control: 'more',
  view: 'none',
});

/** The defaults reproduce the problem with numbers as small as can be followed by hand. */
export const parameters = [
  weights,
  input,
  number('learningRate', {
    label: 'Learning rate',
    unit: 'η',
    help: 'How far an update goes against the gradient.',
    default: 0.5,
    minimum: 0.001,
    maximum: 100,
    scale: 'log',
    quantity: 'learning-rate',
  }),
  label,
  optimizer('optimizer'),
  integer('step', {
    label: 'Step',
    help: 'Which update is shown, from 1 on.',
    default: 1,
    minimum: 1,
    maximum: STEPS,
    control: 'none',
  }),
  choice('derivation', {
    label: 'Derivation',
    help: 'With symbols alone, or with the current numbers put in.',
    default: 'numbers',
    choices: ['symbols', 'numbers'],
    control: 'none',
    view: 'none',
  }),
  placed,
  choice('hiddenLayer', {
    label: 'Hidden layer',
    help: 'A layer of eight units before the softmax: none, one without an activation, or one with it.',
    default: 'none',
    choices: HIDDEN_LAYERS,
    control: 'none',
    view: 'none',
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How long training on the points goes on.',
    default: 100,
    minimum: 1,
    maximum: 1000,
    quantity: 'iterations',
    control: 'more',
    view: 'none',
  }),
  shownIteration('The iteration of training that is shown; the last one by default.', 1000).optional(),
  integer('nextClass', {
    label: 'Class of the next point',
    help: 'The class of the next point that is placed.',
    default: 0,
    minimum: 0,
    maximum: MOST_CLASSES - 1,
    control: 'none',
    view: 'none',
  }),
  seed('The same seed draws the same first weights of the hidden layer.', { view: 'none' }),
  views('Which pictures are shown.', VIEWS),
] as const;

export type SoftmaxUpdateParameters = ValuesOf<typeof parameters>;

/** Refuses shapes that do not go together, in words that name both. What was moved last is blamed. */
export function check(p: SoftmaxUpdateParameters, _: object, moved: ReadonlySet<string>): void {
  const shape = shapeOf(p.weights);
  const classes = p.weights[0].length;
  if (p.weights.length !== p.input.length)
    throw moved.has('input') || !moved.has('weights')
      ? input.refuse(p.input, say('numberPerRow', { shape, count: p.input.length }))
      : weights.refuse(p.weights, say('rowPerInput', { shape, count: p.input.length }));
  if (p.label >= classes)
    throw moved.has('label') || !moved.has('weights')
      ? label.refuse(p.label, say('labelTakes', { shape, most: String(classes - 1) }))
      : weights.refuse(p.weights, say('columnPerClass', { shape, label: String(p.label), count: p.label + 1 }));
  const wrong = p.points.findIndex(([, , one]) => !Number.isInteger(one) || one < 0 || one >= MOST_CLASSES);
  if (wrong >= 0) {
    const values = { most: String(MOST_CLASSES - 1), number: wrong + 1, got: String(p.points[wrong][2]) };
    throw placed.refuse(p.points, say('classTakes', values));
  }
}
