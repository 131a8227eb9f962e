import { shareOfVariance, varianceOf } from '../../math/batch-noise';
import { MOST_WITHOUT_REPLACEMENT } from '../../math/minibatch';
import { normalAt } from '../../math/noise';
import type { MinibatchParameters } from './parameters';

/** Normal gradients are drawn for a purpose of their own. */
const STREAM_GRADIENTS = 20;

export type Replacement = 'with' | 'without';
export const RULES = ['kept', 'linear', 'square root'] as const;
/** What happens to the learning rate when the batch becomes k times larger: nothing, times k, or times √k. */
export type Rule = (typeof RULES)[number];

export interface MinibatchProblem {
  parameters: MinibatchParameters;
  gradients: readonly number[];
  /** Over all gradients, as the population that batches are drawn from. */
  variance: number;
  /** The numbers of examples whose epochs are covered. */
  sizes: readonly number[];
  batches: readonly { batch: number; replacement: Replacement }[];
  /** How many times larger the batch is: all whole divisors of the largest factor, so that epochs are of one length. */
  factors: readonly number[];
  /** Draws of an epoch: all examples, filled up to whole batches of the largest size. */
  draws: number;
}

/** An example is never drawn in n draws of n. By way of the logarithm, which keeps digits where 1/n is small. */
export const neverDrawn = (n: number): number => (n === 1 ? 0 : Math.exp(n * Math.log1p(-1 / n)));

/** The exact standard deviation of the share that is never drawn, over epochs. Examples are not independent: where one is missed, others are not. */
export function spreadOfShare(n: number): number {
  const both = n < 3 ? 0 : Math.exp(n * Math.log1p(-2 / n));
  return Math.sqrt(Math.max(0, neverDrawn(n) / n + (1 - 1 / n) * both - neverDrawn(n) ** 2));
}

/** Batches of equal gradients are all alike. */
export const isNoiseless = ({ gradients, examples }: MinibatchParameters): boolean =>
  gradients === 'normal' ? examples === 1 : gradients.every((gradient) => gradient === gradients[0]);

/** The variance of the mean of a batch. */
export const predictedVariance = (
  { variance, gradients }: Pick<MinibatchProblem, 'variance' | 'gradients'>,
  batch: number,
  replacement: Replacement,
): number => variance * shareOfVariance({ batch, replacement: replacement === 'with' }, gradients.length);

/** What a rule multiplies the learning rate by. */
export const rateFactor = (rule: Rule, factor: number): number =>
  rule === 'kept' ? 1 : rule === 'linear' ? factor : Math.sqrt(factor);

const SIZES = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];
const FEW = 12;

const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);

export function prepare(parameters: MinibatchParameters): MinibatchProblem {
  const { examples, batch, factor, seed } = parameters;
  const gradients =
    parameters.gradients === 'normal'
      ? Array.from({ length: examples }, (_, i) => normalAt(seed, i, STREAM_GRADIENTS))
      : parameters.gradients;
  const count = gradients.length;
  const most = Math.min(count, MOST_WITHOUT_REPLACEMENT);
  const sizes =
    count <= FEW ? Array.from({ length: count }, (_, i) => i + 1) : [1, 2, 4, 8, 16, 32, 64].filter((m) => m <= count);
  const largest = batch * factor;
  return {
    parameters,
    gradients,
    variance: isNoiseless(parameters) ? 0 : varianceOf(gradients),
    sizes: ascending([...SIZES, examples]),
    batches: ascending([...sizes, batch]).flatMap((m) => [
      { batch: m, replacement: 'with' as const },
      ...(m <= most ? [{ batch: m, replacement: 'without' as const }] : []),
    ]),
    factors: Array.from({ length: factor }, (_, i) => i + 1).filter((k) => factor % k === 0),
    draws: largest * Math.ceil(count / largest),
  };
}
