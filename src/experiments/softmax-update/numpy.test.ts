import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { defaultsOf } from '../parameters';
import { numpy } from './numpy';
import { parameters, type SoftmaxUpdateParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<SoftmaxUpdateParameters>>([
  {},
  { step: 3 },
  { weights: [[1000, 0, -1000]], input: [1], label: 2, learningRate: 1e-3 },
  { step: 3, optimizer: 'momentum 0.5' },
  { step: 2, optimizer: 'nesterov' },
  { step: 3, optimizer: 'adagrad' },
  { step: 3, optimizer: 'rmsprop 0.8' },
  { step: 4, optimizer: 'adam', learningRate: 0.05 },
])('the program of %o prints the update of the lab', (change, context) => {
  const p = { ...defaultsOf(parameters), ...change };
  const { logits, probabilities, loss, gradient, updated, after } = prepare(p).result;
  const wanted = [logits, probabilities, [loss], gradient.flat(), updated.flat(), after.probabilities, [after.loss]];
  const lines = numbersOf(numpy(p), context);
  expect(lines.map((line) => line.length)).toEqual(wanted.map((line) => line.length));
  // The same operations in another order: a few roundings of numbers around 1.
  lines.flat().forEach((value, i) => {
    const here = wanted.flat()[i];
    expect(Math.abs(value - here)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(here)));
  });
});
