import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sigmoid, sigmoidSlope, softmax, softmaxJacobian, softplus } from './activations';

const TOLERANCE = 1e-12;
const expectNear = (value: number, expected: number) =>
  expect(Math.abs(value - expected), `${value} instead of ${expected}`).toBeLessThanOrEqual(
    TOLERANCE * Math.abs(expected),
  );

// Worked out apart from this lab, with 50 digits.
test.each([
  [-30, 9.357622968839299e-14, 9.357622968838423e-14],
  [-5, 0.0066928509242848554, 0.006648056670790155],
  [-1, 0.2689414213699951, 0.19661193324148185],
  [0, 0.5, 0.25],
  [0.5, 0.6224593312018546, 0.2350037122015945],
  [2, 0.8807970779778824, 0.10499358540350652],
  [30, 0.9999999999999064, 9.357622968838423e-14],
])('sigma(%d) and its slope', (x, value, slope) => {
  expectNear(sigmoid(x), value);
  expectNear(sigmoidSlope(x), slope);
});

test.each([
  [0.5, -100, 3.8574996959278356e-22, 1.9287498479639178e-22],
  [0.5, 2, 2.6265233750364456, 0.7310585786300049],
  [1, -30, 9.357622968839737e-14, 9.357622968839299e-14],
  [1, 0.5, 0.9740769841801067, 0.6224593312018546],
  [2, -5, 2.2699449608432323e-5, 4.5397868702434395e-5],
  [2, 2, 2.0090749639589047, 0.9820137900379085],
  [10, -30, 5.1482002224120135e-132, 5.148200222412013e-131],
  [10, 0, 0.06931471805599453, 0.5],
  [10, 2, 2.0000000002061156, 0.9999999979388464],
])('softplus with beta %d at %d, and its slope', (beta, x, value, slope) => {
  expectNear(softplus(x, beta), value);
  expectNear(sigmoid(beta * x), slope);
});

const JACOBIAN = [
  [0.08192506906499322, -0.022033044520174298, -0.059892024544818935],
  [-0.022033044520174298, 0.1848364465099787, -0.16280340198980442],
  [-0.059892024544818935, -0.16280340198980442, 0.22269542653462335],
];

test.each([[[1, 2, 3]], [[1000, 1001, 1002]], [[-1001, -1000, -999]]])(
  'the softmax of %j and its Jacobian depend on differences only',
  (logits) => {
    const probabilities = softmax(logits);
    probabilities.forEach((f, i) => expectNear(f, [0.09003057317038046, 0.24472847105479764, 0.6652409557748219][i]));
    softmaxJacobian(probabilities).forEach((row, i) => row.forEach((slope, j) => expectNear(slope, JACOBIAN[i][j])));
  },
);

test('one class alone has probability 1, whatever its logit, and slope exactly 0', () => {
  expect(softmax([4.2])).toEqual([1]);
  expect(softmaxJacobian([1])).toEqual([[0]]);
});

test('at any logits up to 1000 in size everything is finite, probabilities add up to 1 and rows of the Jacobian to 0', () => {
  const logit = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(logit, { minLength: 1, maxLength: 8 }), (logits) => {
      const f = softmax(logits);
      const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
      return (
        Math.abs(sum(f) - 1) < 1e-14 &&
        softmaxJacobian(f).every((row) => Math.abs(sum(row)) < 1e-15) &&
        logits.every((x) => [sigmoid(x), sigmoidSlope(x), softplus(x), softplus(x, 10)].every(Number.isFinite))
      );
    }),
  );
  expect([sigmoid(1000), sigmoid(-1000), softplus(1000), softplus(-1000)]).toEqual([1, 0, 1000, 0]);
});
