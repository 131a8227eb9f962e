import { expect, test } from 'vitest';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import type { FocalLossParameters } from './parameters';

const defaults = defaultsOf(experiment.parameters) as FocalLossParameters;
const resultOf = (given: Partial<FocalLossParameters> = {}) => experiment.prepare({ ...defaults, ...given }, {}).result;
const claims = (await experiment.claims!()).map(({ compute }) => compute);
const verdicts = (given: Partial<FocalLossParameters> = {}) =>
  claims.map((compute) => compute(resultOf(given))?.verdict);

test("the sheet's example: cross-entropy, factor and focal loss at p = 0.99 and γ = 2", () => {
  const { crossEntropy, factor, focal, gradient } = resultOf();
  for (const [value, expected] of [
    [crossEntropy, 0.010050335853501442],
    [factor, 1e-4],
    [focal, 1.005033585350144e-6],
    [gradient, 1e-4 * (2 * 0.99 * Math.log(0.99) - 0.01)],
  ])
    expect(Math.abs(value / expected - 1)).toBeLessThan(1e-12);
});

test('what is said of hard examples is imprecise, and the printed numbers agree', () => {
  expect(verdicts()).toEqual(['agrees', 'agrees', 'imprecise', 'agrees', 'agrees', 'agrees', 'agrees']);
  expect(claims[5](resultOf())!.computed).toMatch(/^0\.000001005034: /);
});

test('printed numbers are held against the numbers of their own example only', () => {
  expect(verdicts({ p: 0.5 }).slice(3, 6)).toEqual([undefined, undefined, undefined]);
  expect(verdicts({ gamma: 1 }).slice(3, 6)).toEqual(['agrees', undefined, undefined]);
});

test('at γ = 0 focal loss is cross-entropy to the last bit, also of the examples', () => {
  const { crossEntropy, factor, focal, examples } = resultOf({ gamma: 0, p: 1e-300 });
  expect([factor, focal]).toEqual([1, crossEntropy]);
  expect(examples.focal).toEqual(examples.crossEntropy);
});

test('γ hands the loss over from the easy examples to the hard one', () => {
  const { examples } = resultOf();
  expect(examples.crossEntropy.easy).toBeCloseTo(100 * -Math.log(0.9), 12);
  expect(examples.crossEntropy.easy).toBeGreaterThan(4 * examples.crossEntropy.hard);
  expect(examples.focal.hard).toBeGreaterThan(15 * examples.focal.easy);
});
