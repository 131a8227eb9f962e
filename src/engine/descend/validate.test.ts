import { expect, test } from 'vitest';
import type { DescendTask } from './task';
import { validateDescend } from './validate';

const good: DescendTask = {
  objective: 't^2',
  learningRates: [0.1],
  starts: { sampling: 'random', count: 100, low: -1, high: 1, seed: 1 },
  iterations: 10,
  minima: [0],
  tolerance: 1e-3,
  bound: 1e6,
  histogram: { low: -1, high: 1, count: 10 },
  density: { low: -1, high: 1, count: 10, last: 5 },
};
const { starts } = good;

test('good tasks pass', () => {
  expect(() => validateDescend(good)).not.toThrow();
  expect(() => validateDescend({ ...good, minima: [], histogram: undefined, density: undefined })).not.toThrow();
});

test.each<[Partial<Record<keyof DescendTask, unknown>>, string]>([
  [{ objective: 7 }, 'objective is 7; it takes a formula as text'],
  [{ learningRates: [] }, 'learningRates is []; it takes at least one learning rate'],
  [{ learningRates: [0.1, NaN] }, 'learningRates[1] is NaN; it takes a number from 0 to 1e+30'],
  [{ learningRates: [-1] }, 'learningRates[0] is -1'],
  [{ learningRates: ['0.1'] }, "learningRates[0] is '0.1'"],
  [{ starts: { ...starts, sampling: 'even' } }, "starts.sampling is 'even'; it takes 'random' or 'grid'"],
  [{ starts: { ...starts, count: 0 } }, 'starts.count is 0; it takes a whole number from 1 to 4294967295'],
  [{ starts: { ...starts, count: 10_000_000_000 } }, 'starts.count is 10000000000'],
  [{ starts: { ...starts, count: 1.5 } }, 'starts.count is 1.5'],
  [{ starts: { ...starts, low: 2 } }, 'starts.high is 1; it takes a number above starts.low, 2'],
  [{ starts: { ...starts, high: Infinity } }, 'starts.high is Infinity'],
  [{ starts: { ...starts, seed: -1 } }, 'starts.seed is -1'],
  [{ iterations: 1_000_001 }, 'iterations is 1000001; it takes a whole number from 0 to 1000000'],
  [{ minima: [1, 1] }, 'minima[1] is 1; it takes a number above the one before it, 1'],
  [{ minima: Array.from({ length: 251 }, (_, i) => i) }, 'minima.length is 251; it takes at most 250 numbers'],
  [{ tolerance: 0 }, 'tolerance is 0; it takes a number above 0'],
  [{ bound: Infinity }, 'bound is Infinity; it takes a number above 0, at most 1e+30'],
  [{ histogram: { low: 0, high: 0, count: 1 } }, 'histogram.high is 0; it takes a number above histogram.low, 0'],
  [{ histogram: { low: 0, high: 1, count: 0 } }, 'histogram.count is 0'],
  [{ density: { ...good.density, last: 12 } }, 'density.last is 12; it takes a whole number from 1 to 11'],
  [
    { iterations: 1e6, starts: { ...starts, count: 10_000 }, density: { ...good.density, last: 1e6 } },
    'density.last is 1000000; it takes at most 429496 with 10000 starts',
  ],
])('%j is refused by name and value', (change, message) => {
  const refused = () => validateDescend({ ...good, ...change } as DescendTask);
  expect(refused).toThrow(RangeError);
  expect(refused).toThrow(message);
});
