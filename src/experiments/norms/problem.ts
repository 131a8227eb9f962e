import { defineMessages } from '../../messages';
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
import { design, type NormsParameters } from './parameters';

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
  /** The values that it was computed from. */
  parameters: NormsParameters;
  /** The number of nonzero entries. */
  l0: number;
  /** The sum of the absolute values. */
  l1: number;
  /** The root of the sum of squares. */
  l2: number;
  /** The largest absolute value. */
  infinity: number;
  /** The ℓp norm at the present p. */
  p: number;
  /** The least-squares solutions in the two balls, and how many random targets end with a weight at exactly zero. */
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
const TARGETS = 1000;
/** Two columns are independent if the determinant of their Gram matrix exceeds this share of the product of its diagonal. */
const INDEPENDENT = 1e-9;

const say = defineMessages('norms', { columns: 'two features of which neither is a multiple of the other' });

/** The two numbers of an attribute as a point. */
export const asPoint = (numbers: readonly number[]): Point => [numbers[0], numbers[1]];

/** Works out the norms, both solutions, and how often random targets end with a weight at exactly zero. */
export function prepare(p: NormsParameters): NormsProblem {
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
