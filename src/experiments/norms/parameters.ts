import { number, numbers, points, seed, type ValuesOf, vector, views } from '../parameters';

const VIEWS = ['bars', 'balls', 'sparsity'] as const;

/** So far from overflow that 64 entries can be taken to the power 1/0.1 = 10. */
const anything = { minimum: -1e250, maximum: 1e250 };
const plane = { minimum: -1e6, maximum: 1e6, count: [2, 2], control: 'none' } as const;

export const design = points('design', {
  label: 'Examples',
  help: 'The data of the least-squares problem: the two features of each example, separate examples by semicolons.',
  default: [
    [2, 1],
    [0, 1],
  ],
  numbers: 2,
  count: [2, 64],
  control: 'more',
});

/** The defaults reproduce the problem as it stands in the sheet. */
export const parameters = [
  vector('vector', {
    label: 'Vector',
    help: 'Up to 64 numbers, separated by spaces. Drag the bars to change them.',
    default: [0, 1, 0, 2, 3],
    most: 64,
    ...anything,
  }),
  number('p', {
    label: 'Power',
    unit: 'p',
    help: 'The power of the ℓp norm. Below 1 it is no norm: the triangle inequality fails.',
    default: 3,
    minimum: 0.1,
    maximum: 1000,
    scale: 'log',
  }),
  numbers('point', {
    label: 'Point',
    help: 'The point of the plane whose norms are shown beside the unit balls.',
    default: [0.9, 0.6],
    ...plane,
    view: 'none',
  }),
  numbers('target', {
    label: 'Target',
    help: 'The weights that fit the data best, without a constraint.',
    default: [1.8, 0.9],
    ...plane,
  }),
  number('radius', {
    label: 'Radius',
    help: 'How large the weights may be: the radius of the ℓ1 ball and of the ℓ2 ball.',
    default: 1,
    minimum: 1e-6,
    maximum: 1e6,
    control: 'none',
  }),
  design,
  seed('The same seed draws the same random targets.'),
  views('Which pictures are shown.', VIEWS),
] as const;

export type NormsParameters = ValuesOf<typeof parameters>;
