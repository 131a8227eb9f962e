import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { numpy } from './numpy';
import { DEFAULTS, type LeastSquaresParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<LeastSquaresParameters>>([
  {},
  { selectedRate: 0.65 },
  { selectedRate: 0.7 },
  { selectedRate: 0.65, optimizer: 'momentum 0.8' },
  { optimizer: 'momentum 0.8' },
  // It ends beyond 10¹².
  { optimizer: 'nesterov 0.5' },
  { optimizer: 'adam', schedule: 'cosine' },
  { optimizer: 'rmsprop', learningRates: [0.01] },
])('the program of %o prints the eigenvalues, the minimizer and the last iterates of the lab', (change, context) => {
  const p = { ...DEFAULTS, iterations: 50, ...change };
  const [eigenvalues, minimizer, ...ends] = numbersOf(numpy(p), context);
  const problem = prepare(p);
  eigenvalues.forEach((value, i) => expect(value).toBeCloseTo(problem.eigenvalues[i], 10));
  minimizer.forEach((value, i) => expect(value).toBeCloseTo(problem.minimizer[i], 10));
  const isListed = p.selectedRate === null || p.learningRates.includes(p.selectedRate);
  expect(ends.map(([rate]) => rate)).toEqual(isListed ? p.learningRates : [p.selectedRate, ...p.learningRates]);
  for (const [rate, ...theta] of ends) {
    const last = problem.iteratesFrom([0, 0], rate, 50).at(-1)!;
    // Of the largest iterate, 4e7, some digits are rounded.
    theta.forEach((value, i) => expect(Math.abs(value / last[i] - 1)).toBeLessThan(1e-9));
  }
});
