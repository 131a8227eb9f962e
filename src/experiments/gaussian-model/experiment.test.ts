import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { logLikelihood } from '../../math/gaussian-model';
import { density } from './density';
import { experiment } from './experiment';
import { likelihood } from './likelihood';
import { numpy } from './numpy';
import { check, gaussianData, parameters, resolve } from './parameters';
import { prepare } from './problem';
import { residuals } from './residuals';
import { views } from './views';

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
const near = (...values: number[]) => values.map((value) => expect.closeTo(value, 12));

test('weights, variance and likelihoods are those that were computed with 60 digits elsewhere', () => {
  const given = { design: '1 0; 1 1; 1 2; 1 3; 1 4', targets: '1 3 2 5 4.5' };
  for (const attributes of [{}, given]) {
    const {
      w,
      sigmaSquared,
      unbiased,
      logLikelihood: most,
      parameters: p,
    } = resultOf(attributes as Record<string, string>);
    expect(w).toEqual(near(1.3, 0.9));
    expect(sigmaSquared).toBeCloseTo(0.62, 12);
    expect(unbiased).toBeCloseTo(1.0333333333333334, 12);
    expect(most).toBeCloseTo(-5.899603163665864, 12);
    const data = gaussianData(p);
    expect(logLikelihood(data, [1.4, 0.9], 0.62)).toBeCloseTo(-5.939925744311026, 12);
    expect(logLikelihood(data, w, 1.2 * 0.62)).toBeCloseTo(-5.938740388984084, 12);
    expect(logLikelihood(data, w, 0.8 * 0.62)).toBeCloseTo(-5.96674428538034, 12);
    expect(logLikelihood(data, w, unbiased!)).toBeCloseTo(-6.176667223080841, 12);
  }
  // −5/2 ln 2π − (1 + 9 + 4 + 25 + 20.25)/2
  expect(resultOf().atGiven).toBeCloseTo(-2.5 * Math.log(2 * Math.PI) - 29.625, 12);
});

test('gradient ascent arrives below the limit of the rate, and flies off beyond it', () => {
  const { path, result } = problemOf({ iterations: '2000' });
  expect(path.at(-1)).toEqual(result.w.map((value) => expect.closeTo(value, 9)));
  const words = (attributes: Record<string, string>, hidesTheory = false) =>
    likelihood.summarize({ problem: problemOf(attributes), hidesTheory });
  // X'X/5 = (1 2; 2 6): its eigenvalues are (7 ± √41)/2.
  expect(words({})).toContain('it arrives below a rate of 0.2984');
  expect(words({}, true)).not.toContain('0.2984');
  expect(words({ 'learning-rate': '0.31', iterations: '2000' })).toMatch(/Gradient ascent .* diverged after \d+ steps/);
  expect(words({ 'learning-rate': '0.29', iterations: '2000' })).not.toContain('diverged');
});

test('with no more examples than weights there is no maximum, and no unbiased variance; it is said', () => {
  const exact = resultOf({ points: '0 1; 2 2' });
  expect(exact).toMatchObject({ sigmaSquared: 0, unbiased: null, logLikelihood: null, isUnique: true });
  expect(density.summarize({ problem: problemOf({ points: '0 1; 2 2' }) })).toContain(
    'the likelihood grows without bound',
  );
  const under = problemOf({ design: '1 2', targets: '5' });
  expect(under.result).toMatchObject({ w: near(1, 2), unbiased: null, logLikelihood: null, isUnique: false });
  expect(likelihood.summarize({ problem: under, hidesTheory: false })).toContain(
    'Other weights are as likely; these are the shortest.',
  );
  // A feature of one value beside the ones: the weight is shared.
  expect(resultOf({ points: '1 2; 1 4; 1 3' }).w).toEqual(near(1.5, 1.5));
});

test('residuals of one size lie within σ however they are rounded, and an exact model has none', () => {
  for (const y of ['1 1; 1 3', '0 0.1; 0 0.7', '1 0.3; 1 -0.9']) {
    const problem = problemOf({ points: y });
    expect(residuals.summarize({ problem })).toContain('100\u202f% of them lie within σ');
  }
  const absent = (points: string) =>
    views.residuals.absent!({ parameters: valuesOf({ points }), data: {}, run: undefined });
  expect(absent('0 0.1; 1 0.4; 2 0.7')).toContain('through all points');
  expect(absent('0 1; 1 2; 2 4')).toBeUndefined();
  const exact = problemOf({ points: '0 0.1; 1 0.4; 2 0.7' });
  expect(exact.residuals).toEqual([0, 0, 0]);
  expect(likelihood.summarize({ problem: exact, hidesTheory: false })).toContain('greatest nowhere');
});

test('of columns that depend on each other the unbiased variance counts those that do not', () => {
  const line = { design: '0; 1; 2; 3; 4', targets: '1 3 2 5 4.5' };
  const twice = { ...line, design: '0 0; 1 2; 2 4; 3 6; 4 8' };
  expect(resultOf(twice).unbiased).toBeCloseTo(resultOf(line).unbiased!, 12);
});

test('an intercept is fitted where it is asked for, and to a design that a person brings unless it has one', () => {
  const features = { design: '0; 1; 2; 3; 4', targets: '1 3 2 5 4.5' };
  expect(resultOf(features).w).toEqual(near(40 / 30));
  expect(resultOf({ ...features, intercept: 'fitted' }).w).toEqual(near(1.3, 0.9));
  const followed = (design: readonly number[][] | null) => experiment.follow!('design', design, valuesOf());
  expect(followed([[0], [1]])).toEqual({ weights: 'auto', intercept: 'fitted' });
  expect(
    followed([
      [0, 7],
      [1, 7],
    ]),
  ).toEqual({ weights: 'auto', intercept: 'none' });
  expect(
    followed([
      [0, 0],
      [0, 1],
    ]),
    'a column of zeros is no intercept',
  ).toEqual({ weights: 'auto', intercept: 'fitted' });
  expect(followed(null)).toEqual({ weights: 'auto' });
  const said = (attributes: Record<string, string>) =>
    likelihood.summarize({ problem: problemOf(attributes), hidesTheory: true });
  const seven = { design: '0 7; 1 7; 3 7', targets: '1 2 5' };
  expect(said(seven)).toContain('Column 2 of the design has one value, 7, so its weight serves as the intercept.');
  expect(said({ ...seven, intercept: 'fitted' })).toContain('either is the intercept');
  expect(said(features)).not.toContain('has one value');
});

test('examples and weights that do not go together are refused', () => {
  const refusal = (attributes: Record<string, string>) => () =>
    check(valuesOf(attributes), {}, new Set(Object.keys(attributes)));
  expect(refusal({ weights: '1 2 3' })).toThrow(/as many numbers as the model has weights, 2: this one has 3/);
  expect(refusal({ design: '1 2; 3 4' })).toThrow(/targets beside it/);
  expect(refusal({})).not.toThrow();
});

test('the sheet’s result holds; the sign and the factor of its gradient are wrong, with the numbers of both', async () => {
  const claims = await experiment.claims!();
  const said = (attributes: Record<string, string> = {}) => claims.map(({ compute }) => compute(resultOf(attributes))!);
  expect(claims.map(({ source }) => source)).toEqual(['S3.Q5', 'S3.Q5', 'S3.Q5.sign']);
  expect(said().map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees', 'differs']);
  expect(said({ points: '1 2; 1 3' }).map(({ verdict }) => verdict)).toEqual(['imprecise', 'agrees', 'differs']);
  const [weights, variance, sign] = said().map(({ computed }) => computed);
  expect(weights).toContain('w = (1.3, 0.9)');
  expect(variance).toContain(
    '0.62, where ln P = −5.8996; at 1.2 and 0.8 times that it is −5.93874 and −5.96674. With n − p in the place of n it is 1.03333, where ln P is −6.17667.',
  );
  expect(sign).toContain(
    'Σ x (y − x′w)/σ² = (15.5, 40), and differences say (15.5, 40). As printed it would be (−15.5, −40)',
  );
  expect(sign).toContain('half as long, (−7.75, −20)');
});

test.for([
  {},
  { sigma: '0.7', weights: '1 2', 'learning-rate': '0.05' },
  { design: '1 0 2; 2 1 1', targets: '1 2', sigma: '3' },
])('NumPy prints the numbers of %o', (attributes, context) => {
  const p = valuesOf({ iterations: '20', ...attributes } as unknown as Record<string, string>);
  const { path, result } = prepare(p);
  const { w, sigmaSquared, unbiased, logLikelihood: most, atGiven } = result;
  const printed = numbersOf(numpy(p), context);
  const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));
  const wanted = [
    w,
    [sigmaSquared],
    ...(unbiased === null ? [] : [[unbiased]]),
    [most ?? NaN],
    [atGiven],
    path.at(-1)!,
  ];
  printed.forEach((line, i) => {
    // Where the model is exact, what is left of the squares is rounding.
    if (most === null && i === wanted.length - 3) return;
    expect(line).toEqual(close(wanted[i]));
  });
});
