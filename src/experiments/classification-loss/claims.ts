import { crossEntropySlope, expParts, halfSquaredSlope, slopeRatio } from '../../math/classification-losses';
import type { Claim } from '../experiment';
import type { ClassificationLossResult } from './problem';

const short = (value: number, digits = 4) => String(Number(value.toPrecision(digits)));
/** The logit of p = 0.01. */
const CONFIDENTLY_WRONG = Math.log(0.01 / 0.99);

/** What the sheet asks; it prints no answer of its own. */
export const claims: readonly Claim<ClassificationLossResult>[] = [
  {
    source: 'S4.Q2',
    statement: 'Squared error can be used for classification, but cross-entropy suits it better; the sheet asks why.',
    compute({ parameters: { logit }, gradients, ratio }) {
      const z = CONFIDENTLY_WRONG;
      const isBetter = slopeRatio(z) > 100 && Math.sign(halfSquaredSlope(z)) === Math.sign(crossEntropySlope(z));
      return {
        computed: `At p = 0.01 the gradient of cross-entropy is ${short(slopeRatio(z), 5)} times that of half the squared error, which vanishes where the classifier is confidently wrong. At z = ${short(logit)}: ${short(gradients.crossEntropy)} against ${short(gradients.halfSquared)}, ${
          Number.isFinite(ratio)
            ? short(ratio)
            : expParts(Math.abs(logit))
                .map((part) => short(part))
                .join('e')
        } times. Both point the same way.`,
        verdict: isBetter ? 'agrees' : 'differs',
      };
    },
  },
];
