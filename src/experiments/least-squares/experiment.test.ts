import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import { DEFAULTS, parameters, type LeastSquaresParameters } from './parameters';
import { sweepOf } from './run';
import { views } from './views';

const engine = chooseEngine('cpu');
const prepare = (given: Partial<LeastSquaresParameters> = {}) => experiment.prepare({ ...DEFAULTS, ...given }, {});
const resolved = (given: object) => experiment.resolve!({ ...defaultsOf(parameters), ...given });
const small = { starts: 100, iterations: 60 };
const run = (given: Partial<LeastSquaresParameters> = {}) =>
  experiment.run!(prepare({ ...small, ...given }), engine, {});
const close = (value: number, expected: number, accuracy = 1e-12) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(accuracy * Math.max(1, Math.abs(expected)));

// Iterates from zero by their numbers, of exact arithmetic.
const CLEAN: [rate: number, factors: number[], iterates: Record<number, number[]>][] = [
  [
    0.3,
    [0.1, 0.7],
    {
      0: [0.0, 0.0],
      1: [1.5, 1.8],
      2: [1.56, 2.07],
      3: [1.503, 2.16],
      10: [1.3474570956, 2.3192095707],
      50: [1.3333333423256586, 2.333333324341008],
    },
  ],
  [
    0.6,
    [-0.8, 0.4],
    {
      0: [0.0, 0.0],
      1: [3.0, 3.6],
      2: [0.24, 1.08],
      3: [2.304, 3.24],
      10: [1.1365330944, 2.1364282368],
      50: [1.3333071671256338, 2.333307167125634],
    },
  ],
  [
    0.7,
    [-1.1, 0.3],
    {
      0: [0.0, 0.0],
      1: [3.5, 4.2],
      2: [-0.84, 0.07],
      3: [3.787, 4.76],
      10: [-3.4218582244, -2.4218641293],
      50: [-213.88323027944142, -212.88323027944142],
    },
  ],
  [
    0.8,
    [-1.4, 0.2],
    {
      0: [0.0, 0.0],
      1: [4.0, 4.8],
      2: [-2.24, -1.28],
      3: [6.368, 7.36],
      10: [-51.6966866944, -50.6966867968],
      50: [-37123011.77290135, -37123010.77290135],
    },
  ],
];

test.each(CLEAN)(
  'S2.P3.clean: at rate %f the factors and iterates are those of exact arithmetic',
  async (rate, factors, expected) => {
    const { result } = await run({ learningRates: [rate] });
    const [{ iterates, factors: found, growing, counts }] = result.runs;
    expect(result.eigenvalues.map((value) => Math.round(value * 1e12) / 1e12)).toEqual([1, 3]);
    close(result.spectralRadius, 3);
    close(result.threshold, 2 / 3);
    [4 / 3, 7 / 3].forEach((value, i) => close(result.minimizer[i], value));
    // The oracle has the top mode first.
    found.toReversed().forEach((factor, i) => close(factor, factors[i]));
    for (const [k, theta] of Object.entries(expected))
      theta.forEach((value, i) => close(iterates[Number(k)][i], value));
    const diverges = rate > 2 / 3;
    expect([growing, counts[diverges ? 'diverged' : 'converged']]).toEqual([diverges ? 100 : 0, 100]);
  },
);

const EXCEPTIONAL: Record<number, number[]> = {
  0: [2.3333333333333335, 1.3333333333333333],
  1: [1.5333333333333334, 2.1333333333333333],
  2: [1.3733333333333333, 2.2933333333333334],
  3: [1.3413333333333333, 2.3253333333333335],
  10: [1.3333334357333333, 2.3333332309333334],
};

test('S2.P3.exceptional: exactly it converges; float64 leaves at 108, and float32 before', async () => {
  const problem = prepare({ learningRates: [0.6, 0.8, 0.7] });
  const { direction, factor, learningRate, leavesAt } = problem.exceptional!;
  expect([direction, learningRate]).toEqual([[1, -1], 0.8]);
  close(factor, 0.2);
  const start = problem.minimizer.map((value, i) => value + direction[i]);
  const iterates = problem.iteratesFrom(start, 0.8, 10);
  for (const [k, theta] of Object.entries(EXCEPTIONAL))
    theta.forEach((value, i) => close(iterates[Number(k)][i], value));
  expect(Math.abs(leavesAt.float64! - 108)).toBeLessThanOrEqual(3);
  expect(leavesAt.float32).toBeLessThan(60);
  const later = prepare({ learningRates: [0.7] }).exceptional!.leavesAt;
  expect(later.float64).toBeGreaterThan(300);
  expect(later.float32).toBeNull();
  expect(prepare({ learningRates: [0.6] }).exceptional).toBeNull();
});

test.each([
  ['1 2; 2 4; 3 6', 1, 'the only exceptional starts are the minimizers, which fill a line.'],
  ['1 2 3; 2 4 6', 2, 'the only exceptional starts are the minimizers, which fill a plane of dimension 2.'],
  ['1 0; 0 1', 0, 'the only exceptional start is the minimizer itself.'],
  ['1 0; 0 2', 0, 'the start (1, 0) from the minimizer has no part along the top eigenvector'],
])('of %s the minimizers have dimension %d, and the exceptional starts are told rightly', (text, dimension, words) => {
  const design = text.split(';').map((row) => row.trim().split(' ').map(Number));
  const given = resolved({ design, targets: design.map((_, i) => i + 1) });
  const problem = experiment.prepare({ ...given, learningRates: [given.learningRates.at(-1)!] }, {});
  expect(problem.columns - problem.rank).toBe(dimension);
  expect(views.exceptional.chart.summarize({ problem })).toContain(words);
  // Beside it along an eigenvector of 0, a start is as good a minimizer.
  problem.eigenvectors.slice(0, dimension).forEach((vector) => {
    const start = problem.minimizer.map((value, j) => value + 10 * vector[j]);
    const end = problem.iteratesFrom(start, 0.5 * problem.threshold, 50).at(-1)!;
    end.forEach((value, j) => close(value, start[j]));
  });
});

test('S2.P3.sign: the printed update has its fixed point at the minimizer with the other sign', () => {
  const problem = prepare();
  const printed = problem.iteratesFrom([0, 0], 0.3, 400, -1).at(-1)!;
  const right = problem.iteratesFrom([0, 0], 0.3, 400).at(-1)!;
  [-4 / 3, -7 / 3].forEach((value, i) => close(printed[i], value));
  [4 / 3, 7 / 3].forEach((value, i) => close(right[i], value));
});

test('what the sheet prints is judged', async () => {
  const claims = await experiment.claims!();
  const { result } = await run();
  expect(claims.map((claim) => claim.compute(result)?.verdict)).toEqual(['agrees', 'differs', 'agrees', 'imprecise']);
  expect(claims[3].compute(result)!.computed).toContain('2 − 1 = 1');
  const below = await run({ learningRates: [0.5] });
  expect([0, 2].map((i) => claims[i].compute(below.result))).toEqual([undefined, undefined]);
});

test.each([
  [{ design: 'random 6 3', seed: 4 }, 3],
  [{ design: 'random 40 6', seed: 1, optimizer: 'momentum 0.9' }, 6],
  [{ design: 'random 3 5', seed: 2 }, 3],
  [{ design: [[2], [1]], targets: [1, 4] }, 1],
  [
    {
      design: [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      targets: [1, 2, 4],
    },
    1,
  ],
  [
    {
      design: [
        [1, 0],
        [0, 1],
      ],
      targets: [1, 1],
      optimizer: 'nesterov 0.9',
    },
    2,
  ],
])('%o switches at its limit, which growth finds to a hundredth', async (given, rank) => {
  const problem = experiment.prepare(resolved({ iterations: 400, starts: 30, ...given }), {});
  expect(problem.rank).toBe(rank);
  // At the minimizer the gradient is 0.
  const [before, after] = problem.iteratesFrom(problem.minimizer, 0.1, 1);
  before.forEach((value, i) => close(after[i], value, 1e-9));
  const { measured } = await sweepOf(problem, engine, {});
  expect(Math.abs(measured! / problem.limit! - 1)).toBeLessThan(0.01);
});

test('rates and targets that are left to the element fit the design, and the same seed draws the same', () => {
  expect(DEFAULTS.learningRates).toEqual([0.6, 0.66, 0.7, 0.8]);
  expect(DEFAULTS.targets).toEqual([1, 2, 4]);
  const drawn = resolved({ design: 'random 6 3' });
  expect([drawn.design.length, drawn.design[0].length, drawn.targets.length]).toEqual([6, 3, 6]);
  expect(resolved({ design: 'random 6 3' })).toEqual(drawn);
  expect(resolved({ design: 'random 6 3', seed: 2 }).design).not.toEqual(drawn.design);
});

test('what does not go together is refused in words', () => {
  const check = (given: Partial<LeastSquaresParameters>) => () =>
    experiment.check!({ ...DEFAULTS, ...given }, {}, new Set());
  expect(check({ targets: [1, 2] })).toThrow(/targets="1 2".*3 numbers, one for each row/);
  expect(check({ starts: 2 ** 23 + 1 })).toThrow(/starts.*8388608, with 2 columns/);
  expect(check({ up: 3 })).toThrow(/up="3".*1 to 2/);
});

test('pictures that need a plane or an exception say so where there is none', async () => {
  const one = await run({ design: [[1], [2]], targets: [1, 4], learningRates: [0.1] });
  const given = { parameters: one.result.parameters, data: {}, run: one };
  const absent = Object.entries(views).flatMap(([name, view]) => (view.absent?.(given as never) ? [name] : []));
  expect(absent).toEqual(['plane', 'exceptional', 'recurrence']);
});

test('the limit and the rate at which growth was measured to begin are rounded in one way: equal ones are printed equal', () => {
  const sweep = { measured: 2 / 3 + 1e-9, rates: [0.1, 1], diverged: [0, 1] };
  const said = views.rates.chart.summarize({ problem: { limit: 2 / 3 }, sweep, hidesTheory: false } as never);
  expect(said).toContain('passes 1 at 0.6666, ±0.0\u202f% from the largest stable rate 0.6666.');
});
