import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { leastAbsolutePlane } from '../../math/least-absolute';
import { descendRegression, longestSubgradient } from '../../math/linear-regression';
import { parseSchedule } from '../parameters/schedule';
import { experiment } from './experiment';
import { numpy } from './numpy';
import { check, parameters, resolve } from './parameters';
import { prepare } from './problem';
import { bias } from './bias';
import { descent } from './descent';

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
    return (error as Error).message.replace(/^.*it takes /, '');
  }
};
const SHEET = { design: '1 0; 2 1; 0 3; -1 2; 1 1', targets: '2 0 -4 -2.5 -1', weights: '1 -1', bias: '0.5' };

test('signs, loss and gradient are those that were computed in rationals elsewhere', () => {
  const { gradient, positive, negative, zero, loss } = resultOf(SHEET);
  expect({ positive, negative, zero }).toEqual({ positive: 3, negative: 1, zero: 1 });
  expect(loss).toBeCloseTo(1, 12);
  expect(gradient.b).toBeCloseTo(0.4, 12);
  expect(gradient.w).toEqual([expect.closeTo(0.4, 12), expect.closeTo(1, 12)]);
  const { biases } = problemOf({ ...SHEET, iterations: '1' }).runs.absolute;
  expect(biases).toEqual([0.5, expect.closeTo(0.46, 12)]);
  expect(bias.summarize({ problem: problemOf(SHEET) })).toContain(
    '(3 − 1) / 5 = 0.4. One step at rate 0.1 moves b from 0.5 to 0.46.',
  );
});

test('the square has half the mean square and its gradient, Huber the square’s near 0', () => {
  const square = resultOf({ ...SHEET, loss: 'square' });
  expect(square.loss).toBeCloseTo((0.25 + 3 * 2.25) / 10, 12);
  expect(square.gradient.b).toBeCloseTo(0.8, 12);
  expect(resultOf({ ...SHEET, loss: 'huber' }).gradient.b).toBeCloseTo((-0.5 + 3) / 5, 12);
});

test('the square’s line follows an outlier, that of the absolute error stays with the others', () => {
  const slopesWith = (y: string) =>
    resultOf({ points: `0 0; 1 1; 2 2; 3 3; 4 4; 5 5; 6 ${y}`, schedule: 'cosine', iterations: '4000' }).fits.map(
      ({ w }) => w![0],
    );
  const [near, far] = [slopesWith('6'), slopesWith('20')];
  expect(near.every((slope) => Math.abs(slope - 1) < 0.02)).toBe(true);
  expect(Math.abs(far[0] - 1)).toBeLessThan(0.02);
  expect(far[1]).toBeGreaterThan(2);
  expect(far[2]).toBeLessThan(far[1]);
});

test('descent on the square ends at least squares; where that is not unique, the shortest solution stands beside', () => {
  const { fits, leastSquares } = resultOf({ loss: 'square', iterations: '5000', 'learning-rate': '0.2' });
  expect(fits[1].w![0]).toBeCloseTo(leastSquares.w[0], 9);
  expect(leastSquares.isUnique).toBe(true);
  const under = resultOf({ points: '1 2; 1 4' }).leastSquares;
  expect(under).toEqual({ w: [expect.closeTo(1.5, 12)], b: expect.closeTo(1.5, 12), isUnique: false });
});

test('at a constant rate descent stays within the classical bound and does not settle; a decaying rate does', () => {
  const data = { design: [0, 1, 2, 3, 4].map((x) => [x]), targets: [0.13, 0.91, 2.24, 9, 4.2] };
  const { loss: least } = leastAbsolutePlane(data)!;
  const run = (schedule: string) =>
    descendRegression({
      data,
      loss: 'absolute',
      start: { w: [0], b: 0 },
      learningRate: 0.1,
      schedule: parseSchedule(schedule),
      iterations: 4000,
    }).losses;
  const [constant, decaying] = [run('constant'), run('inverse 10')];
  const bound = (0.1 * longestSubgradient(data) ** 2) / 2;
  expect(Math.min(...constant) - least).toBeLessThan(bound);
  expect(Math.max(...constant.slice(-400)) - least).toBeGreaterThan(0.001);
  expect(decaying.at(-1)! - least).toBeLessThan(0.0005);
});

test('the lowest loss is the true one for designs too, whatever the iterations, and a run that is on its way is told from one that has arrived', () => {
  const said = (attributes: Record<string, string>) =>
    descent.summarize({ problem: problemOf(attributes), hidesTheory: false });
  const plane = { design: '1 2; 3 4; 5 7', targets: '1 2 3' };
  for (const iterations of ['3', '500']) expect(said({ ...plane, iterations })).toContain('The lowest loss is 0.');
  expect(said({ loss: 'huber', iterations: '3' })).toContain('The lowest loss found is');
  const short = said({ iterations: '3', 'learning-rate': '0.001' });
  expect(short).toContain('the run has not arrived');
  expect(short).not.toContain('for ever');
  expect(said({})).toContain('for ever');
  // Within k steps the best iterate is at most (R² + k η² G²) / (2 η k) above the lowest.
  const { runs, least, minimizer, data } = problemOf({ iterations: '3', 'learning-rate': '0.001' });
  const squared = minimizer!.b ** 2 + minimizer!.w[0] ** 2;
  const bound = squared / (2 * 0.001 * 3) + (0.001 * longestSubgradient(data) ** 2) / 2;
  expect(Math.min(...runs.absolute.losses) - least).toBeLessThan(bound);
  expect(Math.min(...runs.absolute.losses) - least).toBeGreaterThan((0.001 * longestSubgradient(data) ** 2) / 2);
});

test('a constant rate is said to settle below 2/λ, and above it what the loss then does', () => {
  // λ of the points (0, 0) and (2, 1): of the matrix (1, 1; 1, 2), (3 + √5)/2.
  const limit = 4 / (3 + Math.sqrt(5));
  const said = (loss: string, rate: number) =>
    descent.summarize({
      problem: problemOf({ points: '0 0; 2 1', loss, 'learning-rate': String(rate) }),
      hidesTheory: false,
    });
  expect(said('square', 0.76)).toContain('at a constant rate below 2/λ = 0.7639 descent settles.');
  expect(said('huber', 0.76)).toContain('at a constant rate below 2/λ = 0.7639 descent settles.');
  expect(said('square', 1)).toContain('constant: diverged');
  expect(said('square', 1)).toContain('settles only below 2/λ = 0.7639: at 1 it does not.');
  expect(said('huber', 5)).toContain(
    'below 2/λ = 0.7639 descent on this loss settles. At 5 it may jump over the minimum',
  );
  expect(said('square', limit + 2e-6)).toContain('below 2/λ = 0.763932: at 0.763934 it does not.');
  // The limit divides what descent does.
  const { runs: below } = problemOf({ points: '0 0; 2 1', 'learning-rate': String(0.98 * limit), iterations: '2000' });
  const { runs: above } = problemOf({ points: '0 0; 2 1', 'learning-rate': String(1.02 * limit), iterations: '2000' });
  expect(below.square.losses.at(-1)).toBeLessThan(1e-12);
  expect(above.square.diverged).toBe(true);
});

test('a rate too large for the square is said to diverge, and the others go on', () => {
  const { fits } = resultOf({ 'learning-rate': '50', iterations: '200' });
  expect(fits.map(({ w }) => w === null)).toEqual([false, true, false]);
});

test('examples that do not go together are refused where they were moved', () => {
  expect(refusal({ design: '1 2; 3 4' }, 'design')).toBe('targets beside it, one for each of its rows');
  expect(refusal({ targets: '1 2' }, 'targets')).toBe('a design beside it, with a row for each of its numbers');
  expect(refusal({ design: '1; 2', targets: '1 2 3' }, 'targets')).toBe(
    'one number for each row of the design: it has 3 numbers, the design 2 rows',
  );
  expect(refusal({ design: '1; 2', targets: '1 2 3' }, 'design')).toBe(
    'a row for each of the targets: it has 2 rows, there are 3 targets',
  );
  expect(refusal({ weights: '1 2' })).toBe('as many numbers as the model has weights, 1: this one has 2');
  expect(() => parameters[2].parse('1 2; 3')).toThrow(/row 2 has 1 number/);
  expect(() => parameters[1].parse('1 NaN; 2 3')).toThrow(/cannot be used/);
});

test('a feature with one value is told to share the intercept with the bias', () => {
  const said = (design: string) => bias.summarize({ problem: problemOf({ design, targets: '1 2 5' }) });
  expect(said('0 7; 1 7; 3 7')).toContain('Feature 2 has one value, 7: its weight does what the bias does');
  expect(said('0 0; 1 0; 3 0')).not.toContain('has one value');
});

test('the sheet’s formulas hold; its print and its code are imprecise, with the numbers of both', async () => {
  const claims = await experiment.claims!();
  for (const attributes of [{}, SHEET, { ...SHEET, loss: 'square' }])
    expect(
      claims.map(
        ({ source, compute }) => `${source} ${compute(resultOf(attributes as Record<string, string>))!.verdict}`,
      ),
    ).toEqual(['S3.Q4 agrees', 'S3.Q4 agrees', 'S3.Q4 imprecise', 'S3.Q4c.code imprecise']);
  const said = claims.map(({ compute }) => compute(resultOf(SHEET))!.computed);
  expect(said[0]).toContain('(3 − 1)/5 = 0.4, with 1 of residual 0');
  expect(said[0]).toContain('moves b to 0.46');
  expect(said[1]).toContain('(0.4, 1), where the mean absolute error is 1');
  // |1.5 + 2|, |1.5 + 0|, |−2.5 − 4|, |−2.5 − 2.5|, |0.5 − 1|; (1 + 2 + 0 + 1, 0 + 1 + 3 + 1) over 5.
  expect(said[2]).toContain('without them they would be 3.4 and (0.8, 1)');
  // Every prediction against every target: signs of 1.5, 1.5, −2.5, −2.5, 0.5 minus 2, 0, −4, −2.5, −1 add up to 5.
  expect(said[3]).toContain('5 × 5 signs, and the same code gives 1.');
});

test.for([
  {},
  { ...SHEET, schedule: 'warmup 3, cosine' },
  { loss: 'huber', schedule: 'inverse 10' },
  { loss: 'square', schedule: 'step 20 0.5' },
])('NumPy prints the numbers of %o', (attributes, context) => {
  const p = valuesOf({ iterations: '50', ...attributes } as Record<string, string>);
  const { result } = prepare(p);
  const { gradient, positive, negative, zero, loss, fits } = result;
  const fit = fits.find((one) => one.loss === p.loss)!;
  const printed = numbersOf(numpy(p), context);
  expect(printed).toEqual([
    [expect.closeTo(loss, 12)],
    [positive, negative, zero],
    [...gradient.w, gradient.b].map((value) => expect.closeTo(value, 12)),
    [...fit.w!, fit.b].map((value) => expect.closeTo(value!, 9)),
  ]);
});
