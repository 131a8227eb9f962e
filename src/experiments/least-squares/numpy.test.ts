import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { numpy } from './numpy';
import { DEFAULTS } from './parameters';
import { prepare } from './problem';

test.for([
  {},
  { optimizer: 'momentum 0.8' },
  { optimizer: 'adam', schedule: 'cosine' },
  { optimizer: 'rmsprop', learningRates: [0.01] },
])('the program of %o prints the eigenvalues, the minimizer and the last iterates of the lab', (change, context) => {
  const p = { ...DEFAULTS, iterations: 50, ...change };
  const [eigenvalues, minimizer, ...ends] = numbersOf(numpy(p), context);
  const problem = prepare(p);
  eigenvalues.forEach((value, i) => expect(value).toBeCloseTo(problem.eigenvalues[i], 10));
  minimizer.forEach((value, i) => expect(value).toBeCloseTo(problem.minimizer[i], 10));
  expect(ends.map(([rate]) => rate)).toEqual(p.learningRates);
  for (const [rate, ...theta] of ends) {
    const last = problem.iteratesFrom([0, 0], rate, 50).at(-1)!;
    // Of the largest iterate, 4e7, some digits are rounded.
    theta.forEach((value, i) => expect(Math.abs(value / last[i] - 1)).toBeLessThan(1e-9));
  }
});
