import { fillSlots, math } from '../../formula/tex';
import { defineMessages } from '../../messages';
import type { Experiment } from '../experiment';
import { choices, integer, number, numbers, points, vector, type ValuesOf } from '../parameters';
import {
  gramOf,
  lossOf,
  randomTargets,
  withinL1,
  withinL2,
  zerosOf,
  type Gram,
} from '../../math/constrained-least-squares';
import { norm, type Point } from '../../math/norms';

const VIEWS = ['bars', 'balls', 'sparsity'] as const;

/** So far from overflow that 64 entries can be taken to the power 1/0.1 = 10. */
const anything = { minimum: -1e250, maximum: 1e250 };
const plane = { minimum: -1e6, maximum: 1e6, count: [2, 2], control: 'none' } as const;

const design = points('design', {
  label: 'Examples',
  help: 'The data of the least-squares problem: the two features of each example, examples parted by semicolons.',
  default: [
    [2, 1],
    [0, 1],
  ],
  numbers: 2,
  count: [2, 64],
  control: 'more',
});

const parameters = [
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
    minimum: 0,
    above: true,
    maximum: 1e6,
    control: 'none',
  }),
  design,
  integer('seed', {
    label: 'Seed',
    help: 'The same seed draws the same random targets.',
    default: 1,
    minimum: 0,
    maximum: 4_294_967_295,
    control: 'more',
    quantity: 'seed',
  }),
  choices('views', {
    label: 'Views',
    help: 'Which pictures are shown.',
    default: VIEWS,
    choices: VIEWS,
    control: 'none',
  }),
] as const;

export type NormsParameters = ValuesOf<typeof parameters>;

/** A least-squares problem whose weights are kept in a ball. */
export interface Constrained {
  weights: Point;
  loss: number;
  /** How many of the weights are exactly zero. */
  zeros: number;
  /** The share of random targets for which at least one is. */
  share: number;
}

export interface NormsResult {
  parameters: NormsParameters;
  /** The number of nonzero entries. */
  l0: number;
  l1: number;
  l2: number;
  infinity: number;
  /** The ℓp norm at the present p. */
  p: number;
  sparsity: { l1: Constrained; l2: Constrained };
}

export interface NormsProblem {
  parameters: NormsParameters;
  gram: Gram;
  /** Random targets, and for each whether its ℓ1 solution has a weight at exactly zero. */
  tried: { targets: Point[]; isSparse: boolean[] };
  result: NormsResult;
}

/** How many random targets are tried. */
export const TARGETS = 1000;
/** Two columns are independent if the determinant of their Gram matrix exceeds this share of the product of its diagonal. */
const INDEPENDENT = 1e-9;

const say = defineMessages('norms', { columns: 'two features of which neither is a multiple of the other' });

/** The two numbers of an attribute as a point. */
export const asPoint = (numbers: readonly number[]): Point => [numbers[0], numbers[1]];

function prepare(p: NormsParameters): NormsProblem {
  const gram = gramOf(p.design);
  const [a, b, c] = gram;
  if (!(a * c - b * b > INDEPENDENT * a * c)) throw design.refuse(p.design, say('columns'));
  const target = asPoint(p.target);
  const targets = randomTargets(TARGETS, p.seed, p.radius);
  const zerosBy = (minimize: typeof withinL1) => targets.map((one) => zerosOf(minimize(gram, one, p.radius)) > 0);
  const [isSparse, isSparseL2] = [zerosBy(withinL1), zerosBy(withinL2)];
  const constrained = (weights: Point, sparse: readonly boolean[]): Constrained => ({
    weights,
    loss: lossOf(gram, target, weights),
    zeros: zerosOf(weights),
    share: sparse.filter(Boolean).length / TARGETS,
  });
  const sparsity = {
    l1: constrained(withinL1(gram, target, p.radius), isSparse),
    l2: constrained(withinL2(gram, target, p.radius), isSparseL2),
  };
  const of = (power: number) => norm(p.vector, power);
  const norms = { l0: of(0), l1: of(1), l2: of(2), infinity: of(Infinity), p: of(p.p) };
  return { parameters: p, gram, tried: { targets, isSparse }, result: { parameters: p, ...norms, sparsity } };
}

const formula = math`\left\|x\right\|_{\slot{p}} = \left(\sum_{i} \abs{x_i}^{\slot{p}}\right)^{1/\slot{p}}`;

/** The norms of a vector, their unit balls, and why an ℓ1 constraint makes weights exactly zero (S0.Q1). */
export const experiment: Experiment<NormsParameters, NormsProblem, NormsProblem> = {
  name: 'norms',
  title: 'Norms and sparsity',
  question:
    'How large is a vector? ℓ0 counts its nonzero entries, ℓ1 adds their sizes, ℓ2 is its length, ℓ∞ its largest size. What do the balls of these norms look like, and why does an ℓ1 constraint make weights exactly zero where an ℓ2 constraint does not?',
  parameters,
  prepare,
  head: ({ p }) => fillSlots(formula, { p: String(p) }),
  claims: async () => (await import('./claims')).claims,
};
