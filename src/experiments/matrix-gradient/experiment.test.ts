import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import type { ParameterError } from '../parameters/error';
import { defaultsOf } from '../parameters';
import { check as checkChart } from './check';
import { derivationSteps } from './derivation-steps';
import { experiment } from './experiment';
import { numpy } from './numpy';
import { check, parameters, resolve } from './parameters';
import { prepare } from './problem';
import { shapes } from './shapes';

const valuesOf = (attributes: Record<string, string> = {}) =>
  resolve(
    Object.fromEntries(
      parameters.map((one) => [
        one.name,
        one.attribute in attributes ? one.parse(attributes[one.attribute]) : one.default,
      ]),
    ),
  );
const problemOf = (attributes: Record<string, string> = {}) => prepare(valuesOf(attributes));
const resultOf = (attributes: Record<string, string> = {}) => problemOf(attributes).result;
const refusal = (attributes: Record<string, string>, ...moved: string[]) => {
  try {
    check(valuesOf(attributes), {}, new Set(moved));
    return '';
  } catch (error) {
    return (error as ParameterError).message;
  }
};
const column = (...values: number[]) => values.map((value) => [expect.closeTo(value, 12)]);
const rows = (...values: number[][]) => values.map((row) => row.map((value) => expect.closeTo(value, 12)));

test('the gradients are those that were computed in rationals elsewhere', () => {
  const quadratic = resultOf();
  expect(quadratic.value).toBeCloseTo(0.597, 12);
  expect(quadratic.gradients).toEqual({ x: column(2.525, -0.68, -1.405) });
  expect(quadratic.shapes).toEqual({ a: [3, 3], x: [3, 1], z: [3, 1] });
  const example = resultOf({ expression: 'example' });
  expect(example.value).toBeCloseTo(0.28125, 12);
  expect(example.gradients).toEqual({ w: column(-1.125, -0.15, 0.225) });
  const least = resultOf({ expression: 'least-squares' });
  expect(least.value).toBeCloseTo(6.3975, 12);
  expect(least.gradients).toEqual({ w: column(1.875, -6.1375) });
  expect(least.shapes).toEqual({ x: [4, 2], w: [2, 1], y: [4, 1] });
  const affine = resultOf({ expression: 'affine' });
  expect(affine.value).toBeCloseTo(17.54, 12);
  expect(affine.gradients).toEqual({
    w: rows([-4.6, -9.2, 4.6], [7, 14, -7]),
    b: column(-4.6, 7),
    x: column(3.98, 4.4, -11.36),
  });
  expect(Object.keys(affine.gradients)).toEqual(['w', 'b', 'x']);
  const others = resultOf({ expression: 'least-squares', x: '1 2; 3 -1; 0.5 0.5', y: '1 2 -1', w: '0.3 -0.8' });
  expect(others.value).toBeCloseTo(2.97125, 12);
  expect(others.gradients).toEqual({ w: column(-2.825, -3.925) });
});

test('central differences say the same as the formulas, and a gradient of another shape does not pass', () => {
  for (const expression of ['quadratic', 'example', 'least-squares', 'affine']) {
    const { largestError, numeric, gradients } = resultOf({ expression });
    // Rounding: 2⁻⁵² times some tens, divided by h.
    expect(largestError).toBeLessThan(1e-10);
    expect(Object.keys(numeric)).toEqual(Object.keys(gradients));
  }
  expect(resultOf({ 'step-width': '1e-12' }).largestError).toBeGreaterThan(1e-6);
});

test('where forward differences are best is said by theory, not by a step that is lucky', () => {
  const summary = checkChart.summarize({
    problem: problemOf({ expression: 'least-squares', x: '1 2; 3 4', y: '1 -0.5' }),
  });
  expect(summary).toMatch(/Forward differences are best at 2×10⁻⁸/);
});

test('vectors are taken as a row, as a column, and as lists', () => {
  const x = parameters.find(({ name }) => name === 'x')!;
  expect(resultOf({ x: '1.2; -0.7; 0.4' }).gradients).toEqual(resultOf().gradients);
  expect(x.check([1, 2, 3])).toEqual([[1, 2, 3]]);
  expect(x.check(2)).toEqual([[2]]);
});

test('shapes that do not go together are refused where they were moved, in words that name both', () => {
  const takes = (message: string) => message.replace(/^.*it takes /, '');
  expect(refusal({ x: '1 2' }, 'x')).toBe(
    'x="1 2" cannot be used: it takes one number for each row of a, which is 3 × 3: this one is 2 × 1',
  );
  expect(takes(refusal({ a: '1 2; 3 4' }, 'a'))).toBe('a row for each number of x, which is 3 × 1: this one is 2 × 2');
  expect(takes(refusal({ a: '1 2; 3 4; 5 6' }, 'a'))).toBe('as many rows as columns: this one is 3 × 2');
  expect(takes(refusal({ x: '1 2; 3 4' }, 'x'))).toBe('one row or one column of numbers: this one is 2 × 2');
  expect(takes(refusal({ expression: 'least-squares', x: '1 2; 3 4' }, 'x'))).toBe(
    'a row for each number of y, which is 4 × 1: this one is 2 × 2',
  );
  expect(takes(refusal({ expression: 'affine', w: '1 2; 3 4' }, 'w'))).toBe(
    'a column for each number of x, which is 3 × 1: this one is 2 × 2',
  );
  expect(takes(refusal({ expression: 'example', y: '1 2' }, 'y'))).toBe('one number: this one is 1 × 2');
  expect(refusal({ expression: 'least-squares', x: '1 2; 3 4', y: '1 2' }, 'x', 'y')).toBe('');
});

test('a forgotten transpose does not fit, and on square data it fits and is seen to be wrong', () => {
  const words = (attributes: Record<string, string>) => shapes.summarize({ problem: problemOf(attributes) });
  expect(words({ expression: 'least-squares' })).toMatch(/X is 4 × 2, .*\(1\.875, −6\.137\).*the shapes do not fit\.$/);
  const square = { expression: 'least-squares', y: '1 -0.5' };
  // r = (−1.8, −0.7): X′r = (−3.9, −6.4), X r = (−3.2, −8.2).
  expect(words({ ...square, x: '1 2; 3 4' })).toMatch(
    /\(−3\.9, −6\.4\).*fit all the same, and it is off by up to 1\.8\.$/,
  );
  expect(words({ ...square, x: '1 2; 2 4' })).toMatch(/it happens to be right\.$/);
  expect(words({})).toMatch(/off by up to 5\.835\.$/);
  expect(words({ expression: 'affine' })).toMatch(/W 2r: the shapes do not fit\.$/);
});

test('each derivation ends at the gradient', () => {
  const last = (expression: string, index = -1) => derivationSteps(problemOf({ expression })).at(index)!.result;
  expect(last('quadratic', 2)).toBe('∇f = (2.525, −0.68, −1.405)');
  expect(last('example')).toBe('∇L = (−1.125, −0.15, 0.225)');
  expect(last('least-squares')).toBe('∇L = (1.875, −6.137)');
  expect(last('affine')).toBe('∂L/∂x = (3.98, 4.4, −11.36)');
  expect(last('affine', 4)).toBe('∂L/∂W = (−4.6, −9.2, 4.6); (7, 14, −7)');
});

test('the sheets’ formulas hold; their labels, an index and a missing factor are imprecise', async () => {
  const claims = await experiment.claims!();
  const said = (attributes: Record<string, string> = {}) =>
    claims.map((claim) => {
      const { computed, verdict } = claim.compute(resultOf(attributes))!;
      return `${claim.source} ${verdict}: ${computed}`;
    });
  const others: Record<string, string>[] = [
    {},
    { expression: 'affine' },
    { expression: 'least-squares', x: '1 2; 3 4', y: '1 2' },
  ];
  for (const attributes of others)
    expect(said(attributes).map((text) => text.replace(/:.*/, ''))).toEqual([
      'S2.P1 agrees',
      'S2.P1 imprecise',
      'S1.Q2.1 agrees',
      'S1.Q2.1.labels imprecise',
      'S1.Q2.2 agrees',
      'S1.Q2.3 agrees',
      'S1.Q3 agrees',
      'S1.Q3.w11 imprecise',
    ]);
  const [examples] = said({ expression: 'least-squares', x: '1 2; 3 -1; 0.5 0.5', y: '1 2 -1', w: '0.3 -0.8' });
  expect(examples).toContain('(−2.3, −4.6); (−0.9, 0.3); (0.375, 0.375). Their sum (−2.825, −3.925)');
  expect(said()[2]).toContain('2Ax + z would be (5.45, 1, −7.24)');
  expect(said()[3]).toContain('A + A′ is 3 × 3; its product with x, which is 3 × 1, is 3 × 1');
  expect(said()[7]).toContain('w₁2: −4.6 · 2 = −9.2'.replace('w₁2', 'w₁₂'));
});

test.for(['quadratic', 'example', 'least-squares', 'affine'])(
  'NumPy prints the numbers of %s',
  (expression, context) => {
    const p = valuesOf({ expression, 'step-width': '0.001' });
    const { value, gradients, numeric } = prepare(p).result;
    const wanted = [
      [value],
      ...Object.keys(gradients).flatMap((key) => [gradients, numeric].map((by) => by[key as 'x']!.flat())),
    ];
    const printed = numbersOf(numpy(p), context);
    expect(printed).toEqual(wanted.map((line) => line.map((one) => expect.closeTo(one, 9))));
  },
);

test('an expression that is chosen begins with numbers of its own', () => {
  expect(experiment.follow!('expression', 'affine', valuesOf({ x: '1 2 3' }))).toMatchObject({ x: 'auto', a: 'auto' });
  expect(defaultsOf(parameters).x).toBe('auto');
});
