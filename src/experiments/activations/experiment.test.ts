import { expect, test } from 'vitest';
import { defaultsOf } from '../parameters';
import { curve } from './curve';
import { experiment } from './experiment';
import type { ActivationsParameters } from './parameters';

const defaults = defaultsOf(experiment.parameters) as ActivationsParameters;
const resultOf = (given: Partial<ActivationsParameters> = {}) =>
  experiment.prepare({ ...defaults, ...given }, {}).result;
const claims = (await experiment.claims!()).map(({ compute }) => compute);
const verdicts = (given: Partial<ActivationsParameters> = {}) =>
  claims.map((compute) => compute(resultOf(given))!.verdict);

test('value and derivative are those of the chosen function; of softmax, of the moved logit', () => {
  const sigmoid = resultOf({ x: 2 });
  expect(sigmoid.value / 0.8807970779778824).toBeCloseTo(1, 12);
  expect(sigmoid.derivative / 0.10499358540350652).toBeCloseTo(1, 12);
  const softplus = resultOf({ function: 'softplus', beta: 2, x: -5 });
  expect(softplus.value / 2.2699449608432323e-5).toBeCloseTo(1, 12);
  expect(softplus.derivative / 4.5397868702434395e-5).toBeCloseTo(1, 12);
  const softmax = resultOf({ function: 'softmax', selectedLogit: 2 });
  expect([softmax.value, softmax.derivative]).toEqual([softmax.probabilities[1], softmax.jacobian[1][1]]);
});

test("the sheet's derivatives of sigmoid and softplus agree at any point, that of softmax differs", () => {
  for (const given of [{}, { x: -1000 }, { x: 30, beta: 10 }, { logits: [0, 0, 0] }, { logits: [4.2] }])
    expect(verdicts(given)).toEqual(['agrees', 'differs', 'agrees']);
  const { computed } = claims[1](resultOf())!;
  expect(computed).toContain('0.08193, 0.1848, 0.2227 on the diagonal');
  expect(computed).toContain('0.09814, 0.3046, 1.108');
});

test('logits of 1000 have the probabilities and the Jacobian of logits around 0', () => {
  expect(resultOf({ logits: [1000, 1001, 1002] })).toMatchObject({
    probabilities: resultOf().probabilities,
    jacobian: resultOf().jacobian,
  });
});

test('a moved logit that is not there is refused by its name, and follows when a person shortens the list', () => {
  expect(() => experiment.check!({ ...defaults, selectedLogit: 4 }, {}, new Set())).toThrow(
    'selected-logit="4" cannot be used: it takes a whole number from 1 to 3',
  );
  const follow = (logits: number[]) => experiment.follow!('logits', logits, { ...defaults, selectedLogit: 3 });
  expect([follow([1, 2, 3]), follow([1])]).toEqual([{}, { selectedLogit: 1 }]);
});

test('the curves are drawn as round at logits of 1000 as they are at small ones', () => {
  const {
    value1,
    value2,
    derivative1: slope,
  } = curve.table({
    problem: experiment.prepare({ ...defaults, logits: [1000, 0, -1000], function: 'softmax', selectedLogit: 1 }, {}),
  }) as Record<string, number[]>;
  for (const values of [value1, value2, slope])
    // A step is a 300th of where they bend, 14, and nothing is steeper than 1/4.
    expect(Math.max(...values.slice(1).map((value, i) => Math.abs(value - values[i])))).toBeLessThan(
      14 / 300 / 4 + 1e-3,
    );
});
