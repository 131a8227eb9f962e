import { expect, test } from 'vitest';
import { defaultsOf } from '../parameters';
import { parseOptimizer } from '../parameters/optimizer';
import { derivationSteps } from './derivation-steps';
import { experiment } from './experiment';
import type { SoftmaxUpdateParameters } from './parameters';
import { trainingOf } from './training';

const defaults = defaultsOf(experiment.parameters) as SoftmaxUpdateParameters;
const problemOf = (given: Partial<SoftmaxUpdateParameters> = {}) => experiment.prepare({ ...defaults, ...given }, {});
const resultOf = (given: Partial<SoftmaxUpdateParameters> = {}) => problemOf(given).result;

const expectClose = (found: readonly number[], wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) =>
    expect(Math.abs(found[i] - value), String(value)).toBeLessThan(1e-12 * Math.abs(value) + 1e-300),
  );
};

test('one update comes out as it was computed to 20 digits elsewhere', () => {
  const { logits, probabilities, loss, gradient, updated, after } = resultOf();
  [0.9, -0.2, 0.1].forEach((value, j) => expect(logits[j]).toBeCloseTo(value, 14));
  expectClose(probabilities, [0.56110423811616646891, 0.18677537580931360821, 0.25212038607451992288]);
  expectClose([loss], [1.6778485830258508771]);
  expectClose(
    gradient.flat(),
    [
      0.56110423811616646891, -0.81322462419068639179, 0.25212038607451992288, 1.1222084762323329378,
      -1.6264492483813727836, 0.50424077214903984576,
    ],
  );
  expectClose(
    updated.flat(),
    [
      -0.18055211905808323446, 0.2066123120953431959, 0.17393980696274003856, -0.16110423811616646891,
      0.81322462419068639179, -0.35212038607451992288,
    ],
  );
  expectClose(after.probabilities, [0.08122954725595498911, 0.839747472957307284, 0.079022979786737726895]);
  expectClose([after.loss], [0.17465405977403979352]);
});

test('the derivation at logits of 1000 has powers in place of −ln 0 and 1/0', () => {
  const given = { ...defaults, weights: [[1000, 0]], input: [1], label: 1 };
  const [, , loss, byProbability] = derivationSteps(problemOf(given).stepAt(1), given);
  expect(loss.numbers!.replace(/<[^>]*>/g, '')).toMatch(/=1000\+ln.?1−0=1000$/);
  expect(byProbability.result).toBe('∂L/∂P = −e^1000');
  expect(byProbability.numbers).not.toContain('∞');
});

test('the derivation ends at the weights of the table, whichever the optimizer', () => {
  const { updated } = problemOf({ ...defaults, optimizer: 'adam' }).stepAt(1);
  const last = derivationSteps(problemOf({ ...defaults, optimizer: 'adam' }).stepAt(1), {
    ...defaults,
    optimizer: 'adam',
  }).at(-1)!;
  expect(updated[0][0]).toBeCloseTo(-0.4, 6);
  expect(last.result).toContain('−0.4');
  expect(last.note).toContain('adam');
});

test('the derivative of the softmax is P_c (1 − P_c), and −P_c P_j elsewhere', async () => {
  const { probabilities: P } = resultOf();
  expectClose(
    [P[1] * (1 - P[1]), -P[1] * P[0], -P[1] * P[2]],
    [0.15189033480060327722, -0.10480045494234558132, -0.047089879858257695897],
  );
  const claims = await experiment.claims!();
  expect(claims[1].compute(resultOf())!.computed).toMatch(/^−0\.1048, 0\.15189, −0\.0470899/);
});

test('the formulas of the sheet agree, whatever the values are; its derivation lacks two factors', async () => {
  const claims = await experiment.claims!();
  for (const given of [
    {},
    { step: 3 },
    { input: [0, -30] },
    {
      weights: [
        [5, -3],
        [0.1, 2],
      ],
      label: 0,
    },
    { weights: [[1000, 0, 0]], input: [1], label: 1 },
  ])
    expect(claims.map(({ compute }) => compute(resultOf(given))!.verdict)).toEqual(['agrees', 'agrees', 'imprecise']);
});

test('logits of 1000 give finite numbers', () => {
  const { loss, gradient, after } = resultOf({ weights: [[1000, 0, -1000]], input: [1], label: 2 });
  expect(loss).toBe(2000);
  expect(gradient).toEqual([[1, 0, -1]]);
  expect(after.loss).toBe(1999);
});

test('later updates go on from earlier ones, with the state of the optimizer', () => {
  const { stepAt } = problemOf({ optimizer: 'momentum 0.5' });
  const [first, second] = [stepAt(1), stepAt(2)];
  expect(second.weights).toBe(first.updated);
  expect(second.step[0][0]).toBeCloseTo(0.5 * first.gradient[0][0] + second.gradient[0][0], 14);
  expect(stepAt(1)).toBe(first);
});

test('shapes that do not fit are refused where they were moved, by words that name both', () => {
  const refusal = (given: Partial<SoftmaxUpdateParameters>, ...moved: string[]) => {
    try {
      experiment.check!({ ...defaults, ...given }, {}, new Set(moved));
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(refusal({ input: [1, 2, 3] }, 'input')).toBe(
    'input="1 2 3" cannot be used: it takes a number for each row of the weights, which are 2 × 3: this one has 3 numbers',
  );
  expect(refusal({ weights: [[1, 2]] }, 'weights')).toBe(
    'weights="1 2" cannot be used: it takes a row for each number of the input: this one is 1 × 2, the input has 2 numbers',
  );
  expect(refusal({ label: 3 }, 'label')).toMatch(/^label="3".*they are 2 × 3, so at most 2$/);
  expect(refusal({ weights: [[1], [2]] }, 'weights')).toMatch(
    /^weights=.*this one is 2 × 1, and the true class 1 wants 2 columns/,
  );
  expect(refusal({ points: [[0, 0, 1.5]] }, 'points')).toMatch(/^points=.*that of point 1 is 1.5$/);
  expect(refusal({ weights: [[1, 2, 3]], input: [4] }, 'weights', 'input')).toBe('');
});

test('an optimizer is read with its numbers or without, and refused by name', () => {
  const adam = parseOptimizer('adam');
  expect(adam.update([2], adam.init([0]), 0)[0][0]).toBeCloseTo(1, 7);
  expect(() => parseOptimizer('adamm')).toThrow('one of gd, momentum, nesterov, adagrad, rmsprop, adam');
  expect(() => parseOptimizer('momentum 0.9 0.9')).toThrow('momentum takes at most 1 coefficient');
  expect(() => parseOptimizer('gd 1')).toThrow('gd takes no coefficient');
  expect(() => parseOptimizer('rmsprop 1')).toThrow(
    'a coefficient of rmsprop is at least 0 and below 1; this one is 1',
  );
});

test('training goes on where it was, and begins anew for other points or another optimizer', () => {
  const training = trainingOf(defaults);
  training.at(100);
  expect(training.correct[100]).toBe(18);
  expect(trainingOf({ ...defaults, label: 0 })).toBe(training);
  expect(trainingOf({ ...defaults, optimizer: 'adam' })).not.toBe(training);
});
