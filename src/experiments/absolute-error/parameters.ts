import { REGRESSION_LOSSES } from '../../math/linear-regression';
import { choice, integer, number, views, type ValuesOf } from '../parameters';
import { checkExamples, checkWeights, examples, examplesOf, startWeights, weightsOr0 } from '../parameters/examples';
import { schedule } from '../parameters/schedule';

const VIEWS = ['fit', 'bias', 'descent'] as const;
const far = { minimum: -1e6, maximum: 1e6 };

/** Seven points near a line, and one far off it, where it pulls most. */
const POINTS = [
  [0, 0.6],
  [0.5, 0.7],
  [1, 1.5],
  [1.5, 1.4],
  [2, 2.1],
  [2.5, 2.2],
  [3, 3.1],
  [3.5, 8],
];

const weights = startWeights(
  'Where the gradient is worked out and descent starts: a number for each feature; 0 by default.',
);

export const parameters = [
  choice('loss', {
    label: 'Loss',
    help: 'The loss in hand: the absolute error, half the square, or Huber’s with its bend at 1. Fits of all three stand side by side.',
    default: 'absolute',
    choices: REGRESSION_LOSSES,
    names: { absolute: 'absolute', square: 'square', huber: 'Huber' },
  }),
  ...examples(POINTS, 'The points of the fit: x and y of each, points parted by semicolons. Drag them in the picture.'),
  weights.orAuto(),
  number('bias', {
    label: 'Bias',
    unit: 'b',
    help: 'The bias where the gradient is worked out and descent starts.',
    default: 0,
    ...far,
  }),
  number('learningRate', {
    label: 'Learning rate',
    unit: 'η',
    help: 'How far a step goes against the gradient.',
    default: 0.1,
    minimum: 1e-5,
    maximum: 100,
    scale: 'log',
    quantity: 'learning-rate',
  }),
  schedule('schedule'),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps descent makes.',
    default: 500,
    minimum: 1,
    maximum: 10_000,
    scale: 'log',
    quantity: 'iterations',
  }),
  views('Which pictures are shown.', VIEWS),
] as const;

type Settings = ValuesOf<typeof parameters>;
/** What is computed with: `auto` has become numbers. */
export type AbsoluteErrorParameters = { [Name in keyof Settings]: Exclude<Settings[Name], 'auto'> };

/** Weights of 0 where none are given. */
export function resolve(given: object): AbsoluteErrorParameters {
  const settings = given as Settings;
  const { design } = examplesOf(settings);
  return { ...settings, weights: weightsOr0(settings.weights, design[0]) };
}

/** Refuses examples and weights that do not go together. */
export function check(p: AbsoluteErrorParameters, _: object, moved: ReadonlySet<string>): void {
  checkExamples(p, moved);
  checkWeights(weights, p.weights, examplesOf(p).design[0]);
}
