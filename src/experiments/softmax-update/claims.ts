import { softmaxPass } from '../../math/softmax-regression';
import type { Claim } from '../experiment';
import type { SoftmaxUpdateResult } from './problem';

const short = (value: number) => String(Number(value.toPrecision(6))).replace('-', '−');
const list = (values: readonly number[]) => values.map(short).join(', ');

/** The greatest distance of two lists of numbers, and of numbers that are known from the slope of the loss, which is measured. */
const apart = (found: readonly number[], wanted: readonly number[]) =>
  Math.max(...found.map((value, i) => Math.abs(value - wanted[i])));
const H = 1e-6;

/** A derivative by central differences. */
const slopeOf = (of: (shift: number) => number) => (of(H) - of(-H)) / (2 * H);

/** What the sheet says, each beside what came out here: its formulas hold whatever the weights are. */
export const claims: readonly Claim<SoftmaxUpdateResult>[] = [
  {
    source: 'S4.Q1',
    statement:
      'The gradient of the cross-entropy by a weight is (P_j − [j = c]) x_i, feature i, class j, true class c.',
    compute({ parameters: { weights, input, label } }) {
      const { probabilities, gradient } = softmaxPass(weights, input, label);
      const formula = input.flatMap((x) => probabilities.map((p, j) => (p - (j === label ? 1 : 0)) * x));
      const scale = Math.max(1, ...input.map(Math.abs));
      const measured = weights.flatMap((row, i) =>
        row.map((_, j) =>
          slopeOf((shift) => {
            const moved = weights.map((one, r) => one.map((w, c) => (r === i && c === j ? w + shift / scale : w)));
            return softmaxPass(moved, input, label).loss;
          }),
        ),
      );
      const fits = apart(
        measured.map((value) => value * scale),
        formula,
      );
      const agrees = apart(gradient.flat(), formula) <= 1e-12 * scale && fits <= 1e-4 * scale;
      return {
        computed: `${gradient.map(list).join('; ')}. Differences of the loss say the same to ${fits.toExponential(0).replace('-', '−')}; each row adds up to 0.`,
        verdict: agrees ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S4.Q1',
    statement: 'The derivative of P_c by its own logit is P_c (1 − P_c), by another one −P_c P_j.',
    compute({ parameters: { label }, logits, probabilities }) {
      const P = probabilities[label];
      const formula = probabilities.map((p, j) => (j === label ? P * (1 - P) : -P * p));
      const measured = logits.map((_, j) =>
        slopeOf((shift) =>
          Math.exp(
            -lossOf(
              logits.map((z, i) => (i === j ? z + shift : z)),
              label,
            ),
          ),
        ),
      );
      return {
        computed: `${list(formula)}, and differences of P_c say the same.`,
        verdict: apart(measured, formula) <= 1e-6 ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S4.Q1',
    statement: 'With the derivative of P_c by the logits the derivation is done.',
    compute: ({ parameters: { label, input }, probabilities }) => ({
      computed: `Two factors are left to write: ∂L/∂P_c = −1/P_c = ${short(-1 / probabilities[label])}, with which ∂L/∂z_c = P_c − 1 and ∂L/∂z_j = P_j; and ∂z_j/∂w_ij = x_i, here ${list(input)}. A bias would have the factor 1; the sheet has none.`,
      verdict: 'imprecise',
    }),
  },
];

/** The cross-entropy of logits: one feature that is 1. */
const lossOf = (logits: readonly number[], label: number) => softmaxPass([logits], [1], label).loss;
