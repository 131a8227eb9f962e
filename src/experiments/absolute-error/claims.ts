import { meanLoss, regressionGradient, residualsOf, type LinearModel } from '../../math/linear-regression';
import type { Claim } from '../experiment';
import { examplesOf } from '../parameters/examples';
import type { AbsoluteErrorResult } from './problem';

const number = (value: number) => String(Number(value.toPrecision(6))).replace('-', '−');
const list = (values: readonly number[]) => `(${values.map(number).join(', ')})`;

/** What the claims are tested on: the examples and the place in force, whatever loss is in hand. */
function placeOf({ parameters: p }: AbsoluteErrorResult) {
  const { design, targets } = examplesOf(p);
  const data = { design, targets };
  const model: LinearModel = { w: [...p.weights], b: p.bias };
  return { data, model, residuals: residualsOf(data, model), gradient: regressionGradient(data, 'absolute', model) };
}

/** Whether a number lies between the slopes to the left and to the right, as a subgradient does. */
function isSubgradient(slope: number, of: (shift: number) => number): boolean {
  const h = 1e-7;
  const [here, left, right] = [of(0), of(-h), of(h)];
  const slack = 1e-6 * Math.max(1, Math.abs(here), Math.abs(slope));
  return (here - left) / h - slack <= slope && slope <= (right - here) / h + slack;
}

/** What the sheet says of the mean absolute error, each beside what came out here. */
export const claims: readonly Claim<AbsoluteErrorResult>[] = [
  {
    source: 'S3.Q4',
    statement: 'The gradient of the mean absolute error by the bias is (n₊ − n₋)/n.',
    compute(result) {
      const { data, model, gradient } = placeOf(result);
      const { positive, negative, zero, parameters } = result;
      const next = model.b - parameters.learningRate * gradient.b;
      return {
        computed: `(${positive} − ${negative})/${data.targets.length} = ${number(gradient.b)}${zero > 0 ? `, with ${zero} of residual 0, whose sign counts as 0: one of the subgradients there` : ''}. One step at rate ${number(parameters.learningRate)} moves b to ${number(next)}.`,
        verdict: isSubgradient(gradient.b, (shift) => meanLoss(data, 'absolute', { ...model, b: model.b + shift }))
          ? 'agrees'
          : 'differs',
      };
    },
  },
  {
    source: 'S3.Q4',
    statement:
      'By the weights it is the sum of x over what is overestimated, minus that over what is underestimated, over n.',
    compute(result) {
      const { data, model, gradient } = placeOf(result);
      const agrees = gradient.w.every((slope, j) =>
        isSubgradient(slope, (shift) =>
          meanLoss(data, 'absolute', { ...model, w: model.w.with(j, model.w[j] + shift) }),
        ),
      );
      return {
        computed: `${list(gradient.w)}, where the mean absolute error is ${number(meanLoss(data, 'absolute', model))}.`,
        verdict: agrees ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S3.Q4',
    statement: 'As printed, the minus signs between ŷ and y and between the two sums are missing.',
    compute(result) {
      const { data, model, residuals, gradient } = placeOf(result);
      const n = data.targets.length;
      const sums = model.w.map(
        (_, j) => residuals.reduce((sum, r, i) => sum + Math.abs(Math.sign(r)) * data.design[i][j], 0) / n,
      );
      const plus = residuals.reduce((sum, r, i) => sum + Math.abs(r + 2 * data.targets[i]), 0) / n;
      return {
        computed: `With them the error is ${number(meanLoss(data, 'absolute', model))} and the gradient ${list(gradient.w)}; without them they would be ${number(plus)} and ${list(sums)}. They were lost in print: the derivation has them.`,
        verdict: 'imprecise',
      };
    },
  },
  {
    source: 'S3.Q4c.code',
    statement: 'The code of the bias’s update compares ŷ with y and subtracts the rate times (n₊ − n₋)/n.',
    compute(result) {
      const { data, residuals, gradient } = placeOf(result);
      const { targets } = data;
      const predicted = residuals.map((r, i) => r + targets[i]);
      const n = targets.length;
      const crossed =
        predicted.reduce((sum, one) => sum + targets.reduce((all, y) => all + Math.sign(one - y), 0), 0) / n;
      return {
        computed: `The logic is right: the slope is ${number(gradient.b)}. As printed the return stands outside of the function. With ŷ of shape (${n}, 1) and y of shape (${n},) NumPy compares all with all, ${n} × ${n} signs, and the same code gives ${number(crossed)}.`,
        verdict: 'imprecise',
      };
    },
  },
];
