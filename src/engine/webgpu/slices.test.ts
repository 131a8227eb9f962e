import { expect, test } from 'vitest';
import type { Gpu } from './device';
import { inSlices, Pace, Progress, type Slice } from './slices';

const gpu = {} as Gpu;

function* slices(count: number, steps: number): Generator<Slice> {
  const pace = new Pace();
  for (let i = 0; i < count; i++) yield { steps, pace, done: () => Promise.resolve(steps) };
}

test('each slice that is through is reported, as a fraction of all steps', async () => {
  const fractions: number[] = [];
  const progress = new Progress(500, (fraction) => fractions.push(fraction));
  await inSlices(gpu, slices(5, 100), (steps) => progress.add(steps));
  progress.finish();
  expect(fractions).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
});

test('a run that is repeated on a new device reports nothing until it is further than before', () => {
  const fractions: number[] = [];
  const progress = new Progress(4, (fraction) => fractions.push(fraction));
  for (const steps of [1, 1]) progress.add(steps);
  progress.restart();
  for (const steps of [1, 1, 1]) progress.add(steps);
  progress.finish();
  expect(fractions).toEqual([0.25, 0.5, 0.75, 1]);
});

test('a slice grows and shrinks with the time that it took, by four times at most', () => {
  const pace = new Pace();
  const first = pace.budget;
  pace.record(first, first, 1);
  expect(pace.budget / first).toBeGreaterThan(1);
  expect(pace.budget / first).toBeLessThanOrEqual(4);
  const wide = pace.budget;
  pace.record(wide, wide, 200);
  expect(pace.budget).toBeLessThan(wide);
});
