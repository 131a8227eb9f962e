import { expect, test } from 'vitest';
import type { Conv1dTask } from './task';
import { validateConv1d } from './validate';

const good: Conv1dTask = {
  taps: Float64Array.of(0.5, -1, 0.25),
  input: new Float64Array(8),
  transpose: false,
  repeats: 1,
};

test('good tasks pass', async () => {
  await validateConv1d(good);
  await validateConv1d({ ...good, input: new Float64Array(1), transpose: true, repeats: 1000 });
});

test.each<[Partial<Record<keyof Conv1dTask, unknown>>, string]>([
  [{ input: new Float64Array(2) }, 'input.length is 2; it takes 3 to 16777216 numbers'],
  [{ input: new Float64Array(2 ** 24), transpose: true }, 'input.length is 16777216; it takes 1 to 16777214 numbers'],
  [{ transpose: 'no' }, "transpose is 'no'; it takes true or false"],
  [{ repeats: 0 }, 'repeats is 0; it takes a whole number from 1 to 1000'],
])('%j is refused by name and value', async (change, message) => {
  const refused = () => validateConv1d({ ...good, ...change } as Conv1dTask);
  await expect(refused()).rejects.toThrow(RangeError);
  await expect(refused()).rejects.toThrow(message);
});
