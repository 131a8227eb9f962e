import { crossEntropyOf, focalFactor, focalLoss } from '../../math/classification-losses';
import type { Claim, Verdict } from '../experiment';
import { verdictOn } from '../printed-number';
import type { FocalLossResult } from './problem';

const short = (value: number, digits = 4) => String(Number(value.toPrecision(digits)));
const verdict = (isRight: boolean): Verdict => (isRight ? 'agrees' : 'differs');

/** A number of the sheet's example; at another one there is nothing to compare. */
function printed(
  statement: string,
  of: 'crossEntropy' | 'factor' | 'focal',
  digits: string,
  remark: string,
): Claim<FocalLossResult> {
  return {
    source: 'S0.Q4',
    statement,
    compute({ parameters: { p, gamma }, ...result }) {
      if (p !== 0.99 || (of !== 'crossEntropy' && gamma !== 2)) return undefined;
      return { computed: `${short(result[of], 7)}${remark}`, verdict: verdictOn(digits, result[of]) };
    },
  };
}

/** What the sheet says of focal loss, each beside what came out here. */
export const claims: readonly Claim<FocalLossResult>[] = [
  {
    source: 'S0.Q4',
    statement: 'At γ = 0 focal loss is cross-entropy.',
    compute: ({ parameters: { p }, crossEntropy }) => ({
      computed: `At p = ${short(p)} both are ${short(crossEntropy, 7)}, to the last bit.`,
      verdict: verdict(focalLoss(p, 0) === crossEntropyOf(p)),
    }),
  },
  {
    source: 'S0.Q4',
    statement: 'The factor (1 − p)ᵞ is close to 0 for easy examples, and close to 1 for hard ones.',
    compute: ({ parameters: { easy, hard, gamma } }) => ({
      computed: `At γ = ${short(gamma)}: ${short(focalFactor(easy, gamma))} at p = ${short(easy)}, ${short(focalFactor(hard, gamma))} at p = ${short(hard)}.`,
      verdict: verdict(focalFactor(1 - 1e-9, 2) < 1e-12 && focalFactor(1e-9, 2) > 1 - 1e-8),
    }),
  },
  {
    source: 'S0.Q4',
    statement: 'A hard example is one of low confidence, with p far below 1.',
    compute: ({ parameters: { gamma } }) => ({
      computed: `A p close to 0 is high confidence in a wrong class. Low confidence is p close to ½, and there the factor is ${short(focalFactor(0.5, gamma))} at γ = ${short(gamma)}.`,
      verdict: 'imprecise',
    }),
  },
  printed('At p = 0.99 cross-entropy is 0.01005.', 'crossEntropy', '0.01005', '.'),
  printed('At p = 0.99 and γ = 2 the factor is 0.0001.', 'factor', '0.0001', '.'),
  printed(
    'At p = 0.99 and γ = 2 focal loss is 1.0 · 10⁻⁶.',
    'focal',
    '1.0e-6',
    ': ten thousand times less. The sheet rounds to two digits.',
  ),
  {
    source: 'S0.Q4',
    statement: 'The curve of focal loss has the shape of cross-entropy, pressed down near p = 1.',
    compute: ({ parameters: { gamma } }) => ({
      computed: `Both fall from infinity to 0 and are convex; their ratio is (1 − p)ᵞ, at γ = ${short(gamma)} from 1 down to ${short(focalFactor(0.99, gamma))} at p = 0.99. Focal loss never raises a loss: misclassified examples are pressed down too, at p = 0.4 by ${short(focalFactor(0.4, gamma))}.`,
      verdict: verdict(isFallingAndConvex((p) => focalLoss(p, gamma))),
    }),
  },
];

/** Whether it falls and is convex on (0, 1), at a hundred places. */
function isFallingAndConvex(loss: (p: number) => number): boolean {
  const values = Array.from({ length: 99 }, (_, i) => loss((i + 1) / 100));
  const steps = values.slice(1).map((value, i) => value - values[i]);
  return steps.every((step, i) => step < 0 && (i === 0 || step >= steps[i - 1]));
}
