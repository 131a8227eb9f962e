import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { numpy } from './numpy';
import { SHEET, type LearningRateParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<LearningRateParameters>>([
  {},
  { selectedRate: 1.9 },
  { selectedRate: 1.5 },
  { selectedRate: -0.2, optimizer: 'momentum' },
  { objective: 'x^4-3x^2+x', start: 2, learningRates: [0.12, 0.01, -0.001], iterations: 40 },
  { objective: '(k-1)^2/2' },
  { optimizer: 'momentum', learningRates: [0.5, 3.7, 4] },
  { optimizer: 'nesterov 0.8', schedule: 'warmup 5, cosine' },
  { optimizer: 'adagrad', schedule: 'inverse 7', learningRates: [0.5, 20], objective: 'k^4 - k', start: 2 },
  { optimizer: 'rmsprop', schedule: 'exponential 0.9' },
  { optimizer: 'adam 0.8 0.99', schedule: 'step 3 0.5' },
  // It steps out of the domain, by each rate at another step, or into the pole.
  { objective: 'log(x)', start: 1, learningRates: [0.01, 0.1, 0.3, 1] },
  { objective: 'log(x)', start: 1, learningRates: [0.1, 1], optimizer: 'momentum' },
  { objective: 'log(cosh(t)) + huber(t - 3)', start: -1.5, learningRates: [0.9] },
])('the program of %o prints the iterates of the lab', (change, context) => {
  const p = { ...SHEET, ...change };
  const lines = numbersOf(numpy(p), context);
  expect(lines.map(([k]) => k)).toEqual(Array.from({ length: p.iterations + 1 }, (_, k) => k));
  const { result, runAt } = prepare(p);
  const isListed = p.selectedRate === null || p.learningRates.includes(p.selectedRate);
  const runs = isListed ? result.runs : [runAt(p.selectedRate!), ...result.runs];
  expect(lines[0]).toHaveLength(1 + runs.length);
  runs.forEach(({ iterates, outcome }, run) => {
    iterates.forEach((w, k) =>
      // The same operations, but for roundings of other functions, which grow with the run.
      expect(Math.abs(lines[k][1 + run] - w)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(w))),
    );
    // Of a run that left, the program prints the place outside too, and nothing more.
    if (outcome === 'left') for (const line of lines.slice(iterates.length + 1)) expect(line[1 + run]).toBeNaN();
  });
});
