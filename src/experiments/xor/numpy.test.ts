import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { defaultsOf } from '../parameters';
import { numpy } from './numpy';
import { parameters, type XorParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<XorParameters>>([
  {},
  {
    points: [
      [0, 0, 1],
      [2, 1, -1],
      [-1, 3, 0.5],
      [1, 1, 4],
      [0.5, -2, 1],
    ],
    learningRate: 0.02,
    iterations: 40,
  },
  { units: 3, learningRate: 0.1, iterations: 50, seed: 7 },
])('the program of %o prints the numbers of the lab', (change, context) => {
  const p = { ...defaultsOf(parameters), ...change } as XorParameters;
  const { minimizer, eigenvalues, threshold, loss, predictions } = prepare(p).result;
  const lab = [...minimizer.w, minimizer.b, minimizer.loss, ...eigenvalues, threshold, loss, ...predictions];
  const printed = numbersOf(numpy(p), context).flat();
  expect(printed.length).toBe(lab.length);
  // A few dozen stable steps keep nearly all digits.
  printed.forEach((number, i) =>
    expect(Math.abs(number - lab[i])).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(lab[i]))),
  );
});
