import { expect, test } from 'vitest';
import type { Conv1dDescentTask } from './task';
import { validateConv1dDescent } from './validate';

const good: Conv1dDescentTask = {
  taps: Float64Array.of(0.5, -1, 0.25),
  observed: new Float32Array(6),
  initial: new Float64Array(8),
  loss: 'huber',
  ridge: 0.1,
  learningRates: [0.1],
  iterations: 100,
  every: 1,
  bound: 1e6,
};

test('good tasks pass', async () => {
  await validateConv1dDescent(good);
  await validateConv1dDescent({ ...good, initial: undefined, loss: 'square', ridge: 0, iterations: 0, every: 0 });
});

test.each<[Partial<Record<keyof Conv1dDescentTask, unknown>>, string]>([
  [{ taps: [1, 2] }, 'taps is [1, 2]; it takes a Float32Array or a Float64Array'],
  [{ taps: new Float64Array(0) }, 'taps.length is 0; it takes 1 to 4096 numbers'],
  [{ taps: new Float64Array(4097) }, 'taps.length is 4097'],
  [{ taps: Float64Array.of(1, Infinity) }, 'taps[1] is Infinity; it takes a number from -1000000000 to 1000000000'],
  [{ observed: new Float64Array(0) }, 'observed.length is 0; it takes 1 to 16777214 numbers'],
  [{ observed: new Float32Array(2 ** 24) }, 'observed.length is 16777216'],
  [{ observed: Float64Array.of(0, NaN, 0, 0, 0, 0) }, 'observed[1] is NaN'],
  [{ initial: new Float64Array(6) }, 'initial.length is 6; it takes 8 numbers'],
  [{ initial: Float64Array.of(1e10, 0, 0, 0, 0, 0, 0, 0) }, 'initial[0] is 10000000000'],
  [{ loss: 'hubert' }, "loss is 'hubert'; it takes 'huber' or 'square'"],
  [{ ridge: -1 }, 'ridge is -1; it takes a number from 0'],
  [{ learningRates: [] }, 'learningRates is []; it takes at least one learning rate'],
  [{ learningRates: [0.1, -0.1] }, 'learningRates[1] is -0.1'],
  [{ learningRates: new Array(5000).fill(1) }, 'learningRates.length is 5000; it takes at most 4096 learning rates'],
  [{ iterations: 1_000_001 }, 'iterations is 1000001; it takes a whole number from 0 to 1000000'],
  [
    { iterations: 1_000_000, learningRates: new Array(100).fill(1) },
    'iterations is 1000000; it takes at most 167771 with 100 learning rates',
  ],
  [{ every: -1 }, 'every is -1; it takes a whole number from 0 to 1000000'],
  [
    { every: 1, observed: new Float32Array(2_000_000), initial: undefined },
    'every is 1; it takes 0, or so much that at most 33 iterates of 2000002 numbers are kept',
  ],
  [{ bound: 0 }, 'bound is 0; it takes a number above 0, at most 1e+30'],
])('%j is refused by name and value', async (change, message) => {
  const refused = () => validateConv1dDescent({ ...good, ...change } as Conv1dDescentTask);
  await expect(refused()).rejects.toThrow(RangeError);
  await expect(refused()).rejects.toThrow(message);
});
