import { expect, test } from 'vitest';
import { networkBeginning, networkOutput, networkStep, NetworkTraining } from './tanh-network';

const XOR = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
];
const lossOf = (theta: ArrayLike<number>) =>
  XOR.reduce((sum, [x1, x2, target]) => sum + (networkOutput(theta, x1, x2) - target) ** 2, 0) / XOR.length;

test('a step goes against the gradient of the mean square, each layer at its own rate', () => {
  const theta = networkBeginning(3, 7, 3);
  const moved = theta.slice();
  const { loss } = networkStep(XOR, 3)(moved, 0.5, 0.25);
  expect(loss).toBeCloseTo(lossOf(theta), 14);
  theta.forEach((value, i) => {
    const beside = (h: number) => lossOf(theta.map((other, j) => (i === j ? value + h : other)));
    const slope = (beside(1e-5) - beside(-1e-5)) / 2e-5;
    const rate = i === theta.length - 1 || i % 4 === 3 ? 0.25 : 0.5;
    // Central differences are good to about 1e-10 here.
    expect(Math.abs(moved[i] - (value - rate * slope)), `number ${i}`).toBeLessThan(1e-9);
  });
});

test('weights begin normal with variance 1 / inputs, biases at 0', () => {
  const count = 4000;
  const units = 8;
  const sums = { first: 0, second: 0, out: 0 };
  for (let number = 0; number < count; number++) {
    const theta = networkBeginning(1, number, units);
    for (let j = 0; j < units; j++) {
      sums.first += theta[4 * j] ** 2;
      sums.second += theta[4 * j + 1] ** 2;
      expect(theta[4 * j + 2]).toBe(0);
      sums.out += theta[4 * j + 3] ** 2;
    }
    expect(theta[4 * units]).toBe(0);
  }
  // The mean of n squares of normal deviates has a standard error of its expectation times sqrt(2 / n); five of these.
  const room = 5 * Math.sqrt(2 / (count * units));
  for (const [sum, variance] of [
    [sums.first, 1 / 2],
    [sums.second, 1 / 2],
    [sums.out, 1 / units],
  ])
    expect(Math.abs(sum / (count * units) / variance - 1)).toBeLessThan(room);
});

test('how a training ends does not depend on the pieces it is made in', () => {
  for (const rate of [0.01, 0.3, 5]) {
    const limits = { iterations: 200, tolerance: 0.25, bound: 1e6 };
    const train = (atOnce: number) => {
      const training = new NetworkTraining(networkStep(XOR, 4), networkBeginning(1, 0, 4), [rate, rate], limits);
      for (let end = atOnce; !training.isOver; end += atOnce) training.advance(end);
      return [training.trained, training.theta];
    };
    expect(train(7)).toEqual(train(1000));
  }
});

test('a network without iterations is unsolved, with its own loss as the measure', () => {
  const theta = networkBeginning(1, 0, 4);
  const limits = { iterations: 0, tolerance: 1e-6, bound: 1e6 };
  const training = new NetworkTraining(networkStep(XOR, 4), theta, [1, 1], limits);
  training.advance(1);
  expect(training.trained.ending).toBe('unsolved');
  expect(training.trained.measure).toBeCloseTo(lossOf(theta), 14);
});
