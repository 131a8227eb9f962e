import { sigmoid, softplus } from '../../math/activations';
import type { Claim, Verdict } from '../experiment';
import type { ActivationsResult } from './problem';

const TOLERANCE = 1e-12;
const short = (value: number, digits = 6) => String(Number(value.toPrecision(digits)));
const listed = (values: readonly number[]) => values.map((value) => short(value, 4)).join(', ');
const isNear = (one: number, other: number) => Math.abs(one - other) <= TOLERANCE * Math.abs(other) + Number.MIN_VALUE;
const verdict = (isRight: boolean): Verdict => (isRight ? 'agrees' : 'differs');

/** A central difference, for a check that knows nothing of the formula. */
const difference = (f: (x: number) => number, x: number) => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;

/** The derivatives that the sheet prints, each beside what came out here. */
export const claims: readonly Claim<ActivationsResult>[] = [
  {
    source: 'S1.Q1',
    statement: 'The derivative of the sigmoid f is f (1 − f).',
    compute: ({ parameters: { x } }) => {
      const printed = sigmoid(x) * sigmoid(-x);
      const measured = difference(sigmoid, x);
      return {
        computed: `At x = ${short(x)}: f (1 − f) = ${short(printed)}; a central difference gives ${short(measured)}.`,
        verdict: verdict(Math.abs(measured - printed) < 1e-9),
      };
    },
  },
  {
    source: 'S1.Q1',
    statement: 'The derivative of softmax is f (1 + f).',
    compute: ({ probabilities: f, jacobian }) => {
      const diagonal = jacobian.map((row, i) => row[i]);
      const printed = f.map((fi) => fi * (1 + fi));
      return {
        computed: `It is f (1 − f): ${listed(diagonal)} on the diagonal, and −fᵢ fⱼ off it, which the sheet leaves out. With f (1 + f), ${listed(printed)}, the rows would add up to ${listed(f.map((fi) => 2 * fi * fi))} and not to 0.`,
        verdict: verdict(diagonal.every((slope, i) => isNear(printed[i], slope))),
      };
    },
  },
  {
    source: 'S1.Q1',
    statement: 'The derivative of softplus, ln(1 + exp(β x)) / β, is the sigmoid of β x.',
    compute: ({ parameters: { x, beta } }) => {
      const printed = sigmoid(beta * x);
      const measured = difference((at) => softplus(at, beta), x);
      return {
        computed: `At x = ${short(x)} and β = ${short(beta)}: σ(β x) = ${short(printed)}; a central difference gives ${short(measured)}.`,
        verdict: verdict(Math.abs(measured - printed) < 1e-6),
      };
    },
  },
];
