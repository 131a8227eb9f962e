import { MOST_WITHOUT_REPLACEMENT } from '../../math/minibatch';
import { defineMessages } from '../../messages';
import { choice, defaultsOf, integer, number, points, seed, views, type ValuesOf } from '../parameters';

const say = defineMessages('stochastic-gradient', {
  batchTakes:
    'a whole number from 1 to {most} without replacement, as there {count|is|are} {count} {count|point|points}',
  batchSize: 'a whole number from 1 to {most} without replacement',
  pointsTake:
    'points with x and y from −{largest} to {largest}, of which at least one has an x of {smallest} or more, on either side of 0',
});

/** What points and theta may be: squares of them are computed with. */
const LARGEST = 1_000_000;
/** Where no x is as large as this, any line fits. */
const SMALLEST = 0.001;
export const MOST_POINTS = 10_000;

const pointList = points('points', {
  label: 'Points',
  help: 'Two numbers each, x and y, parted by semicolons or lines; y is to be θ times x. Or drop a CSV, or NumPy’s X.npy and y.npy.',
  default: [
    [1, 2],
    [2, 3],
    [3, 4],
  ],
  numbers: 2,
  count: [1, MOST_POINTS],
});

const batch = integer('batch', {
  label: 'Batch',
  help: 'How many examples are drawn for a step.',
  default: 1,
  minimum: 1,
  maximum: 4096,
  unit: 'm',
  control: 'more',
});

/** The defaults reproduce the problem as it stands in the sheet. */
export const parameters = [
  pointList,
  number('theta', {
    label: 'Weight',
    unit: 'θ',
    help: 'Where gradients are drawn, and where descent starts. Drag it in the picture of gradients.',
    default: 0.5,
    minimum: -LARGEST,
    maximum: LARGEST,
  }),
  number('learningRate', {
    label: 'Learning rate',
    help: 'Of the descent.',
    default: 0.05,
    minimum: 0,
    above: true,
    maximum: 1e9,
    quantity: 'learning-rate',
  }),
  integer('replicas', {
    label: 'Replicas',
    help: 'How many runs there are side by side, each with its own draws.',
    default: 100_000,
    minimum: 1,
    maximum: 4_194_304,
    scale: 'log',
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps each replica makes.',
    default: 200,
    minimum: 1,
    maximum: 10_000,
    scale: 'log',
    quantity: 'iterations',
  }),
  batch,
  choice('replacement', {
    label: 'Replacement',
    help: 'Whether an example may come up several times in one batch.',
    default: 'with',
    choices: ['with', 'without'],
    control: 'more',
  }),
  seed('What the draws of all replicas come of.'),
  views('Which pictures are shown.', ['gradients', 'estimate', 'paths', 'stationary']),
] as const;

export type StochasticGradientParameters = ValuesOf<typeof parameters>;
export const DEFAULTS = defaultsOf(parameters) as StochasticGradientParameters;

/** Refuses points through which every line fits, and batches that cannot be drawn. */
export function check(p: StochasticGradientParameters): void {
  const largest = Math.max(...p.points.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y))));
  if (largest > LARGEST || !p.points.some(([x]) => Math.abs(x) >= SMALLEST))
    throw pointList.refuse(p.points, say('pointsTake', { largest: LARGEST, smallest: String(SMALLEST) }));
  if (p.replacement === 'with') return;
  if (p.batch > p.points.length && p.points.length <= MOST_WITHOUT_REPLACEMENT)
    throw batch.refuse(p.batch, say('batchTakes', { most: p.points.length, count: p.points.length }));
  if (p.batch > MOST_WITHOUT_REPLACEMENT)
    throw batch.refuse(p.batch, say('batchSize', { most: MOST_WITHOUT_REPLACEMENT }));
}
