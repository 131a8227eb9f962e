import { LARGEST_COORDINATE, MAXIMUM_UNITS } from '../../engine/networks/validate';
import { defineMessages } from '../../messages';
import { integer, number, numbers, points as pointsOf, seed, views, type ValuesOf } from '../parameters';

const say = defineMessages('xor', {
  iterationTakes: 'a whole number from 0 to iterations, which is {iterations}',
  coordinateTakes: 'numbers from −{most} to {most}; point {number} has {got}',
  windowTakes:
    'four rates above 0: the lowest and highest of the first layer, then of the second, each lowest below its highest',
});

const MOST_ITERATIONS = 10_000;
export const MOST_POINTS = 40;

/** The sheet's four points: two inputs and their exclusive or. */
export const XOR = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
];

const points = pointsOf('points', {
  label: 'Points',
  help: 'x₁, x₂ and the target of each point, points parted by semicolons. Drag them in the plane.',
  default: XOR,
  numbers: 3,
  count: [1, MOST_POINTS],
});
const iteration = integer('iteration', {
  label: 'Iteration',
  help: 'The iteration that the plane shows; the last one by default.',
  default: 0,
  minimum: 0,
  maximum: MOST_ITERATIONS,
  control: 'none',
  view: 'none',
}).optional();
const trainabilityWindow = numbers('trainabilityWindow', {
  label: 'Trainability shown',
  help: 'The part of the trainability picture that is shown: lowest and highest rate of the first layer, then of the second.',
  default: [],
  count: [4, 4],
  allowEmpty: true,
  minimum: 0,
  maximum: 1e6,
  control: 'none',
  view: 'trainability',
});

/** The defaults reproduce the problem as it stands in the sheet. */
export const parameters = [
  points,
  integer('units', {
    label: 'Hidden units',
    help: 'Tanh units between inputs and output; 0 for the linear model.',
    default: 0,
    minimum: 0,
    maximum: MAXIMUM_UNITS,
    scale: 'linear',
  }),
  number('learningRate', {
    label: 'Learning rate',
    help: 'Of full-batch descent on the mean square.',
    default: 0.1,
    minimum: 0,
    maximum: 1000,
    quantity: 'learning-rate',
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps each training makes.',
    default: 500,
    minimum: 1,
    maximum: MOST_ITERATIONS,
    scale: 'log',
    quantity: 'iterations',
  }),
  integer('networks', {
    label: 'Networks',
    help: 'Random beginnings for the whole picture over learning rate and width, shared out evenly.',
    default: 10_000,
    minimum: 320,
    maximum: 4_000_000,
    scale: 'log',
    view: 'networks',
    applies: ({ units }) => units !== 0,
  }),
  seed('The same seed draws the same beginnings, on every engine.', { control: 'shown' }),
  number('newTarget', {
    label: 'Target of new points',
    help: 'The target of the next point that is placed in the plane.',
    default: 1,
    minimum: -LARGEST_COORDINATE,
    maximum: LARGEST_COORDINATE,
    control: 'none',
    view: 'none',
  }),
  iteration,
  trainabilityWindow,
  views('Which pictures are shown.', ['plane', 'loss', 'unique', 'networks', 'trainability']),
] as const;

export type XorParameters = ValuesOf<typeof parameters>;

/** Refuses values that are each fine but do not go together. */
export function check(p: XorParameters): void {
  const far = p.points.findIndex((point) => point.some((value) => Math.abs(value) > LARGEST_COORDINATE));
  if (far >= 0) {
    const got = p.points[far].find((value) => Math.abs(value) > LARGEST_COORDINATE)!;
    const values = { most: String(LARGEST_COORDINATE), number: far + 1, got: String(got) };
    throw points.refuse(p.points, say('coordinateTakes', values));
  }
  if (p.iteration !== null && p.iteration > p.iterations)
    throw iteration.refuse(p.iteration, say('iterationTakes', { iterations: String(p.iterations) }));
  if (p.trainabilityWindow.length > 0) {
    const [left, right, low, high] = p.trainabilityWindow;
    if (!(0 < left && left < right && 0 < low && low < high))
      throw trainabilityWindow.refuse(p.trainabilityWindow, say('windowTakes'));
  }
}

/** The iteration that the plane shows. */
export const shownIteration = ({ iteration, iterations }: XorParameters) =>
  Math.min(iteration ?? iterations, iterations);

/** Whether these are the four points of the sheet, in any order. */
export const isSheets = ({ points }: Pick<XorParameters, 'points'>) =>
  points.length === XOR.length && XOR.every((one) => points.some((point) => point.join() === one.join()));
