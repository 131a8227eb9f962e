import { likelihoodGradient, logLikelihood, noiseOf, sumOfSquares } from '../../math/gaussian-model';
import type { Claim } from '../experiment';
import { gaussianData } from './parameters';
import type { GaussianModelResult } from './problem';

const number = (value: number) => String(Number(value.toPrecision(6))).replace('-', '−');
const list = (values: readonly number[]) => `(${values.map(number).join(', ')})`;

/** A derivative of the log-likelihood by central differences; it is quadratic in the weights, so only rounding counts. */
function measuredGradient(result: GaussianModelResult, variance: number): number[] {
  const data = gaussianData(result.parameters);
  const { weights } = result.parameters;
  return weights.map((w, j) => {
    const h = 1e-3 * Math.max(1, Math.abs(w));
    const at = (shift: number) => logLikelihood(data, weights.with(j, w + shift), variance);
    return (at(h) - at(-h)) / (2 * h);
  });
}

/** What the sheet says of the linear-Gaussian model, each beside what came out here. */
export const claims: readonly Claim<GaussianModelResult>[] = [
  {
    source: 'S3.Q5',
    statement: 'The most likely weights are (Σ x x′)⁻¹ Σ x y, those of least squares.',
    compute(result) {
      const data = gaussianData(result.parameters);
      const slopes = likelihoodGradient(data, result.w, 1);
      const size = Math.sqrt(sumOfSquares(data.targets) * sumOfSquares(data.design.flat()));
      const flat = slopes.every((slope) => Math.abs(slope) <= 1e-9 * Math.max(size, 1e-300));
      return {
        computed: result.isUnique
          ? `w = ${list(result.w)}; there Σ x (y − x′w) is 0.`
          : `Σ x x′ has no inverse here: many weights are as likely, and the shortest of them are ${list(result.w)}.`,
        verdict: !flat ? 'differs' : result.isUnique ? 'agrees' : 'imprecise',
      };
    },
  },
  {
    source: 'S3.Q5',
    statement: 'The most likely variance is the mean squared residual.',
    compute(result) {
      const { w, sigmaSquared, unbiased, logLikelihood: most, parameters } = result;
      if (most === null)
        return {
          computed: 'The model is exact for every example: the likelihood has no maximum.',
          verdict: 'imprecise',
        };
      const data = gaussianData(parameters);
      const mean = sumOfSquares(noiseOf(data, w)) / data.targets.length;
      const others = [1.2, 0.8].map((factor) => logLikelihood(data, w, factor * sigmaSquared));
      const corrected =
        unbiased === null
          ? ''
          : ` With n − p in the place of n it is ${number(unbiased)}, where ln P is ${number(logLikelihood(data, w, unbiased))}.`;
      return {
        computed: `${number(sigmaSquared)}, where ln P = ${number(most)}; at 1.2 and 0.8 times that it is ${others.map(number).join(' and ')}.${corrected}`,
        verdict:
          Math.abs(mean - sigmaSquared) <= 1e-12 * sigmaSquared && others.every((other) => other < most)
            ? 'agrees'
            : 'differs',
      };
    },
  },
  {
    source: 'S3.Q5.sign',
    statement:
      'The gradient of log P by w is that of plus the sum of squares over 2σ²; set to 0 it is Σ x (…) over 2σ².',
    compute(result) {
      const { parameters } = result;
      const variance = parameters.sigma ** 2;
      const data = gaussianData(parameters);
      const right = likelihoodGradient(data, parameters.weights, variance);
      const measured = measuredGradient(result, variance);
      const printed = right.map((slope) => -slope || 0);
      return {
        computed: `log P has minus the sum. At w = ${list(parameters.weights)} and σ = ${number(parameters.sigma)} its gradient is Σ x (y − x′w)/σ² = ${list(right)}, and differences say ${list(measured)}. As printed it would be ${list(printed)}, which is that of −log P, and in the last line half as long, ${list(printed.map((slope) => slope / 2))}: the derivative of the square brings a 2. Set to 0 all of them give the same w.`,
        verdict: 'differs',
      };
    },
  },
];
