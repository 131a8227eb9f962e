import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { numpy } from './numpy';
import { DEFAULTS, type BoxConstraintParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<BoxConstraintParameters>>([
  {},
  { objective: 'sqrt(t) + 1/t', lower: 0.5, upper: 3, iterations: 20 },
  // It steps into a hole of the domain, and to a bound where the function is infinite.
  { objective: 'sqrt(t - 1) + 2t', lower: -2, upper: 4, start: 2, learningRate: 0.1, iterations: 20 },
  { objective: 'log(t)', lower: 0, upper: 2, iterations: 20 },
  { objective: '(t-2)^2/2', lower: -0.5, upper: 3, learningRate: 0.3, start: -5, iterations: 40 },
])('the program of %o prints the iterates of the lab', (change, context) => {
  const p = { ...DEFAULTS, ...change };
  const lines = numbersOf(numpy(p), context);
  const { phi, theta, projected } = prepare(p).result;
  expect(lines.length).toBe(p.iterations + 1);
  lines.forEach(([k, ...numbers]) =>
    [phi, theta, projected].forEach((run, i) => {
      if (k < run.length) expect(numbers[i]).toBeCloseTo(run[k], 11);
      else expect(numbers[i]).toBeNaN();
    }),
  );
});
