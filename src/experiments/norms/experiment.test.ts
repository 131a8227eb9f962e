import { expect, test } from 'vitest';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import { parameters, type NormsParameters } from './parameters';
import { page } from './page';

const defaults = defaultsOf(experiment.parameters) as NormsParameters;
const resultOf = (given: Partial<NormsParameters> = {}) => experiment.prepare({ ...defaults, ...given }, {}).result;
const claims = (await experiment.claims!()).map(({ compute }) => compute);

test("the norms of the sheet's vector are what the sheet prints", () => {
  const { l0, l1, l2, infinity } = resultOf();
  expect([l0, l1, infinity]).toEqual([3, 6, 3]);
  // 20 digits: 3.7416573867739413856
  expect(Math.abs(l2 / 3.7416573867739413856 - 1)).toBeLessThan(1e-12);
  expect(claims.slice(0, 4).map((compute) => compute(resultOf())!.verdict)).toEqual(Array(4).fill('agrees'));
  expect(claims[2](resultOf())!.computed).toMatch(/^3\.74165738677: /);
});

test('that ℓ0 counts and is no norm is said beside its value', () => {
  expect(claims[0](resultOf())!.computed).toMatch(/^3: .*not a norm/);
  expect(resultOf({ vector: [0, 2, 0, 4, 6] }).l0).toBe(3);
});

test('that the sheet names no one norm for small weights is imprecise, and its word on sparsity is measured', () => {
  const { sparsity } = resultOf();
  expect(sparsity.l2.share).toBe(0);
  expect(sparsity.l1.share).toBeGreaterThan(0.5);
  expect(claims[4](resultOf())).toEqual({
    computed: expect.stringMatching(/ℓ1 made a weight exactly 0 for 61\u202f% of the random targets, ℓ2 for 0\u202f%/),
    verdict: 'imprecise',
  });
});

test('another vector is not held against the printed norms', () => {
  expect(claims.map((compute) => compute(resultOf({ vector: [1, 2] }))?.verdict)).toEqual([
    ...Array(4).fill(undefined),
    'imprecise',
  ]);
});

test('the ℓp norm of the result is that of the present p, which may be below 1', () => {
  expect(resultOf({ vector: [3, 4], p: 2 }).p).toBe(5);
  expect(resultOf({ vector: [1, 1], p: 0.5 }).p).toBe(4);
  expect(resultOf({ vector: [0, 1, 0, 2, 3] }).p).toBeCloseTo(36 ** (1 / 3), 12);
});

test('by default the ℓ1 solution is a corner, and the ℓ2 solution has no zero', () => {
  const { l1, l2 } = resultOf().sparsity;
  expect([l1.weights, l1.zeros, l2.zeros]).toEqual([[1, 0], 1, 0]);
  expect(Math.hypot(...l2.weights)).toBeCloseTo(1, 12);
  expect(l2.loss).toBeLessThan(l1.loss);
});

test('the share of corners does not depend on the radius, and hardly on the seed', () => {
  expect(resultOf({ radius: 50 }).sparsity.l1.share).toBe(resultOf().sparsity.l1.share);
  const shares = [2, 3, 4].map((seed) => resultOf({ seed }).sparsity.l1.share);
  // Four standard deviations of a share of 1,000 are below 0.064.
  for (const share of shares) expect(Math.abs(share - resultOf().sparsity.l1.share)).toBeLessThan(0.09);
});

test('examples that do not decide the weights are refused by the name of their attribute', () => {
  expect(() =>
    resultOf({
      design: [
        [1, 2],
        [2, 4],
      ],
    }),
  ).toThrow(/^design="1 2; 2 4" cannot be used: it takes two features/);
  expect(() =>
    resultOf({
      design: [
        [0, 1],
        [0, 2],
      ],
    }),
  ).toThrow(/^design=/);
});

test('the solutions in the smallest ball and in the largest are on its boundary, or the target', () => {
  for (const target of [
    [1e6, -3e5],
    [1.8, 0.9],
  ] as const) {
    const { l1, l2 } = resultOf({ radius: 1e-6, target: [...target] }).sparsity;
    // Its length is set at the end: a few roundings remain.
    expect(Math.abs(Math.hypot(...l2.weights) / 1e-6 - 1)).toBeLessThan(1e-15);
    expect(Math.abs(l1.weights[0]) + Math.abs(l1.weights[1])).toBeCloseTo(1e-6, 15);
  }
  expect(resultOf({ radius: 1e6 }).sparsity.l2.weights).toEqual([1.8, 0.9]);
  expect(() => experiment.parameters.find(({ name }) => name === 'radius')!.parse('1e-300')).toThrow('0.000001');
});

test('the step and the example that say that no weight is 0 show that', () => {
  const zerosWith = (attributes: Readonly<Record<string, string>>) => {
    const given = parameters.flatMap((one) =>
      one.attribute in attributes ? [[one.name, one.parse(attributes[one.attribute])]] : [],
    );
    return resultOf(Object.fromEntries(given) as Partial<NormsParameters>).sparsity.l1.zeros;
  };
  const step = page.path.find(({ text }) => text.includes('no weight is 0'))!;
  expect(zerosWith(step.attributes!)).toBe(0);
  const { html } = page.examples.find(({ text }) => text.includes('no weight is zero'))!;
  expect(
    zerosWith(Object.fromEntries(Array.from(html.matchAll(/([a-z]+)="([^"]*)"/g), ([, name, text]) => [name, text]))),
  ).toBe(0);
});
