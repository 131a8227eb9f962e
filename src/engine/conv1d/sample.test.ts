import { expect, test } from 'vitest';
import { sampleConv1d } from './sample';
import { validateConv1d } from './validate';
import { conv1d, type Conv1dTask } from '.';

test('a product that is cut to be timed, either way round, is a task, and no more work than was asked for', async () => {
  for (const transpose of [false, true]) {
    const task: Conv1dTask = {
      taps: new Float64Array(31),
      input: new Float64Array(100_000),
      transpose,
      repeats: 100,
    };
    for (const work of [256, 250_000]) {
      const sample = sampleConv1d(task, work);
      await validateConv1d(sample);
      expect(conv1d.cost(sample).work).toBeLessThanOrEqual(
        work + conv1d.cost({ ...task, input: new Float64Array(31), repeats: 1 }).work,
      );
    }
  }
});
