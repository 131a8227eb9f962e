import { expect, test } from 'vitest';
import { named, optimizerOf, rateLimit, stepFactor, type OptimizerName } from './optimizers';

/** Five iterates on t^2 / 2, whose gradient is t, from 1 at rate 0.1. */
function iterates(name: OptimizerName, ...coefficients: number[]): number[] {
  const optimizer = optimizerOf(name, coefficients);
  let theta = [1];
  let state = optimizer.init(theta);
  return Array.from({ length: 5 }, (_, k) => {
    const [step, next] = optimizer.update(theta, state, k);
    state = next;
    theta = theta.map((value, i) => value - 0.1 * step[i]);
    return theta[0];
  });
}

const expectClose = (found: number[], wanted: number[]) =>
  wanted.forEach((value, k) => expect(found[k], `iterate ${k + 1}`).toBeCloseTo(value, 12));

test('plain descent multiplies by 1 - rate', () => {
  expectClose(iterates('gd'), [0.9, 0.81, 0.729, 0.6561, 0.59049]);
});

test('momentum adds up its gradients without damping', () => {
  // v1 = 1;                     theta1 = 0.9
  // v2 = 0.5 + 0.9 = 1.4;       theta2 = 0.76
  // v3 = 0.7 + 0.76 = 1.46;     theta3 = 0.614
  // v4 = 0.73 + 0.614 = 1.344;  theta4 = 0.4796
  // v5 = 0.672 + 0.4796 = 1.1516; theta5 = 0.36444
  expectClose(iterates('momentum', 0.5), [0.9, 0.76, 0.614, 0.4796, 0.36444]);
});

test('nesterov looks ahead along the same velocity', () => {
  // v1 = 1;      step 1.5;     theta1 = 0.85
  // v2 = 1.35;   step 1.525;   theta2 = 0.6975
  // v3 = 1.3725; step 1.38375; theta3 = 0.559125
  // v4 = 1.245375;   step 1.1818125;   theta4 = 0.44094375
  // v5 = 1.06363125; step 0.972759375; theta5 = 0.3436678125
  expectClose(iterates('nesterov', 0.5), [0.85, 0.6975, 0.559125, 0.44094375, 0.3436678125]);
});

test('adagrad divides by the root of the sum of squares', () => {
  let [theta, sum] = [1, 0];
  const byHand = Array.from({ length: 5 }, () => {
    sum += theta ** 2;
    return (theta -= (0.1 * theta) / (Math.sqrt(sum) + 1e-10));
  });
  // s: 1, 1.81: theta2 = 0.9 - 0.09 / 1.3453624 = 0.8331035.
  expect(byHand[0]).toBeCloseTo(0.9, 9);
  expect(byHand[1]).toBeCloseTo(0.8331035, 7);
  expectClose(iterates('adagrad'), byHand);
});

test('rmsprop divides by the root of the moving mean of squares', () => {
  // s1 = 0.1: theta1 = 1 - 0.1 / sqrt 0.1 = 0.68377224; s2 = 0.09 + 0.1 * 0.46754448 = 0.13675445: theta2 = 0.498871.
  const found = iterates('rmsprop', 0.9);
  expect(found[0]).toBeCloseTo(0.68377224, 7);
  expect(found[1]).toBeCloseTo(0.498871, 6);
  let [theta, mean] = [1, 0];
  expectClose(
    found,
    found.map(() => {
      mean = 0.9 * mean + 0.1 * theta ** 2;
      return (theta -= (0.1 * theta) / (Math.sqrt(mean) + 1e-8));
    }),
  );
});

test('adam frees both moments of the bias of their start: its first step is the rate', () => {
  const found = iterates('adam');
  // m = 0.1 / 0.1, v = 0.001 / 0.001: a step of 1. Then m = (0.09 + 0.09) / 0.19, v = (0.000999 + 0.00081) / 0.001999.
  expect(found[0]).toBeCloseTo(0.9, 8);
  expect(found[1]).toBeCloseTo(0.9 - (0.1 * (0.18 / 0.19)) / Math.sqrt(0.001809 / 0.001999), 7);
  let [theta, m, v] = [1, 0, 0];
  expectClose(
    found,
    found.map((_, k) => {
      m = 0.9 * m + 0.1 * theta;
      v = 0.999 * v + 0.001 * theta ** 2;
      const unbiased = [m / (1 - 0.9 ** (k + 1)), v / (1 - 0.999 ** (k + 1))];
      return (theta -= (0.1 * unbiased[0]) / (Math.sqrt(unbiased[1]) + 1e-8));
    }),
  );
});

test('a state that was handed out stays as it was', () => {
  for (const name of ['momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'] as const) {
    const optimizer = optimizerOf(name);
    const [, state] = optimizer.update([1, 2], optimizer.init([0, 0]), 0);
    const before = structuredClone(state);
    optimizer.update([5, -5], state, 1);
    expect(state).toEqual(before);
  }
});

test('an optimizer says what it is, as data', () => {
  expect(optimizerOf('adam', [0.8]).named).toEqual({ name: 'adam', coefficients: [0.8, 0.999] });
});

test.each([
  ['gd', 2],
  ['momentum', 3.8],
  ['nesterov', 3.8 / 2.8],
] as const)('%s leaves a minimum of curvature 1 above its limit, and not below', (name, limit) => {
  expect(rateLimit(named(name), 1)).toBeCloseTo(limit, 12);
  const distance = (rate: number) => {
    const optimizer = optimizerOf(name);
    let theta = [1];
    let state = optimizer.init(theta);
    for (let k = 0; k < 1500; k++) {
      const [step, next] = optimizer.update(theta, state, k);
      state = next;
      theta = [theta[0] - rate * step[0]];
    }
    return Math.abs(theta[0]);
  };
  expect(distance(limit * 0.99)).toBeLessThan(1e-3);
  expect(distance(limit * 1.01)).toBeGreaterThan(1e3);
});

test('optimizers that scale their steps have no limit', () => {
  for (const name of ['adagrad', 'rmsprop', 'adam'] as const) expect(rateLimit(named(name), 1)).toBeUndefined();
});

test('the factor of a step is 1 at the limit of the rate, below it less and above it more', () => {
  for (const optimizer of [named('gd'), named('momentum', [0.9]), named('momentum', [0]), named('nesterov', [0.7])]) {
    const limit = rateLimit(optimizer, 3)!;
    expect(stepFactor(optimizer, limit, 3)).toBeCloseTo(1, 14);
    expect(stepFactor(optimizer, 0.99 * limit, 3)).toBeLessThan(1);
    expect(stepFactor(optimizer, 1.01 * limit, 3)).toBeGreaterThan(1);
    expect(stepFactor(optimizer, -0.01 * limit, 3)).toBeGreaterThan(1);
  }
  expect(stepFactor(named('momentum', [0.81]), 1, 1)).toBeCloseTo(0.9, 14);
  expect(stepFactor(named('adam'), 1, 1)).toBeUndefined();
});
