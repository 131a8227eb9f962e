import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { defaultsOf } from '../parameters';
import { numpy } from './numpy';
import { parameters, type ActivationsParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<ActivationsParameters>>([
  {},
  { function: 'softplus', x: -5, beta: 2, logits: [4.2] },
  { function: 'softmax', logits: [1000, 1001, 1002], selectedLogit: 3 },
])('the program of %o prints the numbers of the lab', (change, context) => {
  const p = { ...defaultsOf(parameters), ...change } as ActivationsParameters;
  const { value, derivative, probabilities, jacobian } = prepare(p).result;
  const lab = [value, derivative, ...probabilities, ...jacobian.flat()];
  const printed = numbersOf(numpy(p), context).flat();
  expect(printed.length).toBe(lab.length);
  // The slope of a lone class is a difference there.
  printed.forEach((number, i) =>
    expect(Math.abs(number - lab[i])).toBeLessThanOrEqual(1e-12 * Math.abs(lab[i]) + 1e-16),
  );
});
