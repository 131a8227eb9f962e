import { expect, test } from 'vitest';
import type { TraceTask } from './task';
import { validateTrace } from './validate';

test('a good task passes', () => {
  expect(() =>
    validateTrace({ objective: 't', learningRate: 0, starts: [1], iterations: 0, every: 1, bound: 1 }),
  ).not.toThrow();
});

test.each<[Partial<Record<keyof TraceTask, unknown>>, string]>([
  [{ learningRate: NaN }, 'learningRate is NaN'],
  [{ starts: [] }, 'starts is []; it takes at least one start'],
  [{ starts: [1, Infinity] }, 'starts[1] is Infinity'],
  [{ every: 0 }, 'every is 0; it takes a whole number from 1 to 1000000'],
  [{ bound: -1 }, 'bound is -1'],
])('%j is refused by name and value', (change, message) => {
  const task = {
    objective: 't',
    learningRate: 0.1,
    starts: [1],
    iterations: 10,
    every: 1,
    bound: 1e6,
    ...change,
  } as TraceTask;
  expect(() => validateTrace(task)).toThrow(RangeError);
  expect(() => validateTrace(task)).toThrow(message);
});
