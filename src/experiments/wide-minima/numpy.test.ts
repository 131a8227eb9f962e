import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { numbersOf, printedBy } from '../../formula/python.fixtures';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import { resolve } from './fit';
import { numpy } from './numpy';
import { parameters, type WideMinimaParameters } from './parameters';

const defaults = resolve(defaultsOf(parameters));

/** What the program prints: the rate, runs by minimum, others, diverged. The rate in hand comes first, unless it is listed. */
async function expected(p: WideMinimaParameters): Promise<number[][]> {
  const isListed = p.selectedRate === null || p.learningRates.includes(p.selectedRate);
  const learningRates = isListed ? p.learningRates : [p.selectedRate!, ...p.learningRates];
  const { result } = await experiment.run!(experiment.prepare({ ...p, learningRates }, {}), chooseEngine('cpu'), {});
  return result.runs.map(({ learningRate, converged, bounded, diverged }) => [
    learningRate,
    ...converged,
    bounded,
    diverged,
  ]);
}

test.for<Partial<WideMinimaParameters>>([
  { sampling: 'grid', starts: 2000 },
  // Five minima; cycles and a run that leaves the domain of no function.
  { sampling: 'grid', objective: 'cos(3x) + x^2/50', low: -6, high: 6, learningRates: [0.05, 0.2], starts: 3000 },
  // Starts below 0 have no logarithm.
  {
    sampling: 'grid',
    objective: 't - ln(t)',
    low: -2,
    high: 8,
    learningRates: [0.1, 1.5],
    iterations: 300,
    starts: 999,
  },
  { sampling: 'grid', starts: 600, selectedRate: 0.0994 },
  { sampling: 'grid', starts: 600, selectedRate: 0.3 },
  // Runs that step out of the domain end there: they come to no minimum, nor beyond the bound.
  { sampling: 'grid', objective: '-log(cos(x))', low: -20, high: 20, learningRates: [0.2, 1.8, 2.2], starts: 300 },
  // A start in the pole, and slopes that are no numbers within the bound.
  { sampling: 'grid', objective: 'x^2 + 1/x^2', low: -3, high: 3, learningRates: [0.1], starts: 301 },
  { sampling: 'grid', objective: 'exp(x) - exp(2x)', low: -800, high: 800, learningRates: [0.1], starts: 300 },
  // Above the sharp minimum’s limit runs pass it by chance.
  { sampling: 'grid', learningRates: [0.1, 0.105], iterations: 150, starts: 2000 },
  // Any letter may be the variable.
  { sampling: 'grid', objective: 'm^2 + cbrt(m)', low: -6, high: 6, learningRates: [0.05], iterations: 50 },
  { sampling: 'grid', objective: 'exp(x)', low: -6, high: 6, learningRates: [0.5], bound: 50, tolerance: 0.01 },
])('on a grid the program of %o prints the counts of the lab', async (change, context) => {
  const p = { ...defaults, ...change };
  expect(numbersOf(numpy(p), context)).toEqual(await expected(p));
});

test.for<Partial<WideMinimaParameters>>([
  { optimizer: 'gd; momentum 0.9; nesterov 0.9', learningRates: [0.01, 4], iterations: 300 },
  {
    optimizer: 'adagrad; adam',
    learningRates: [0.1],
    selectedRate: 0.2,
    iterations: 300,
    schedule: 'warmup 5, cosine',
  },
  // Runs that step out of the domain.
  { optimizer: 'gd; momentum 0.9', objective: '-log(cos(x))', low: -20, high: 20, learningRates: [0.3, 1.8] },
  // Within the band about a minimum where rmsprop jumps as the last bits of the slopes will have it.
  { optimizer: 'rmsprop', learningRates: [0.1], iterations: 50, schedule: 'exponential 0.9', tolerance: 0.5 },
])('with the optimizers and the schedule of %o it prints the counts of the lab', async (change, context) => {
  const p = { ...defaults, sampling: 'grid', starts: 300, ...change } as const;
  const lines = printedBy(numpy(p), context).filter((line) => line[0] === 'rate');
  expect(lines.map((line) => line.filter((word) => typeof word === 'number'))).toEqual(await expected(p));
});

test('with random starts counts agree to four standard errors of both', async (context) => {
  const lines = numbersOf(numpy(defaults), context);
  (await expected(defaults)).forEach(([rate, ...counts], i) => {
    expect(lines[i][0]).toBe(rate);
    counts.forEach((count, outcome) => {
      const share = count / defaults.starts;
      const allowed = 4 * Math.sqrt(2 * defaults.starts * share * (1 - share));
      expect(Math.abs(lines[i][1 + outcome] - count)).toBeLessThanOrEqual(allowed);
    });
  });
});
