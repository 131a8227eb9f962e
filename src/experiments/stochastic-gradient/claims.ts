import type { Claim } from '../experiment';
import { isSame } from '../parameters';
import { DEFAULTS } from './parameters';
import { prepare } from './problem';
import type { StochasticGradientResult } from './run';

const short = (value: number, digits = 6) => String(Number(value.toPrecision(digits))).replace('-', '\u2212');
const list = (values: readonly number[]) => values.map((value) => short(value)).join(', ');

function claim(
  source: string,
  statement: string,
  compute: Claim<StochasticGradientResult>['compute'],
): Claim<StochasticGradientResult> {
  return {
    source,
    statement,
    compute: (result) => (isSame(result.parameters.points, DEFAULTS.points) ? compute(result) : undefined),
  };
}

/** Weights at which the gradients are worked out, besides the sheet's formula. */
const WEIGHTS = [0, 0.5, 1, 2];

/** What the sheet says of its three points, each beside what comes out. */
export const claims: readonly Claim<StochasticGradientResult>[] = [
  claim(
    'S0.Q2a',
    'SGD is unbiased: the gradient of an example drawn at random is the full gradient on average.',
    ({ full, sampleMean, standardError, parameters: { replicas, theta } }) => {
      const away = Math.abs(sampleMean - full);
      const isWithin = standardError === null || away <= 5 * standardError || away <= 1e-6 * Math.abs(full);
      const drawn =
        standardError === null
          ? `a single draw is ${short(sampleMean)}, which says nothing of the mean`
          : `the mean of ${replicas} draws is ${short(sampleMean)} ± ${short(standardError, 2)}`;
      return {
        computed: `At θ = ${short(theta)} ${drawn}, the full gradient ${short(full)}. What is unbiased is the stochastic gradient, as an estimate of the gradient of the mean loss over these examples. The method, SGD, estimates nothing.`,
        verdict: isWithin ? 'imprecise' : 'differs',
      };
    },
  ),
  claim('S0.Q2b', 'The gradients of the examples are θ − 2, 4θ − 6 and 9θ − 12.', () => {
    const { curvatures, offsets } = prepare(DEFAULTS);
    const isSo = isSame(curvatures, [1, 4, 9]) && isSame(offsets, [2, 6, 12]);
    return {
      computed: curvatures.map((a, i) => `${a === 1 ? '' : short(a)}θ − ${short(offsets[i])}`).join(', '),
      verdict: isSo ? 'agrees' : 'differs',
    };
  }),
  claim('S0.Q2b', 'Their mean is (14θ − 20)/3, the full gradient.', () => {
    const { minimizer } = prepare(DEFAULTS);
    const at = WEIGHTS.map((theta) => prepare({ ...DEFAULTS, theta }));
    const isSo = at.every(({ full }, i) => Math.abs(full - (14 * WEIGHTS[i] - 20) / 3) < 1e-12);
    return {
      computed: `At θ = ${list(WEIGHTS)} it is ${list(at.map(({ full }) => full))}, in this order, and 0 at θ = 10/7 = ${short(minimizer)}. The variance of one example's gradient is ${at.map(({ variance }, i) => `${short(variance)} at θ = ${short(WEIGHTS[i])}`).join(', ')}.`,
      verdict: isSo ? 'agrees' : 'differs',
    };
  }),
];
