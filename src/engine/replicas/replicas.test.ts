import { expect, test } from 'vitest';
import { replicas as kernel } from '../cpu/replicas/kernel';
import { replicasPlan } from '../cpu/replicas/plan';
import { BINS, binOf, edgeOf, quantileOf } from './bins';
import { replicasTask } from './by-the-book.fixtures';
import type { ReplicasTask } from './task';
import { validateReplicas } from './validate';

const engine = { kind: 'cpu', precision: 'float64', adapter: 'this test' } as const;

function compute(task: ReplicasTask, cuts: readonly (readonly [number, number])[] = [[0, replicasPlan.items(task)]]) {
  const collector = replicasPlan.collect(task);
  for (const [from, to] of cuts) {
    const steps = kernel.run(task, from, to);
    let next = steps.next();
    while (!next.done) next = steps.next();
    collector.add(next.value, from);
  }
  return collector.result(engine);
}

test('the result does not depend on how the work is cut, nor on the order in which its parts come', () => {
  const task = replicasTask({ replicas: 4000, learningRates: [0.05, 0.3], iterations: 9, quantiles: [0.1, 0.5] });
  const whole = compute(task);
  expect(
    compute(task, [
      [5, 8],
      [0, 1],
      [2, 5],
      [1, 2],
    ]),
  ).toEqual(whole);
});

test('a bin begins at its edge and ends at the next one', () => {
  for (let bin = 1; bin < BINS; bin++) {
    expect(edgeOf(bin + 1)).toBeGreaterThan(edgeOf(bin));
    expect(binOf((edgeOf(bin) + edgeOf(bin + 1)) / 2)).toBe(bin);
  }
  expect(binOf(0)).toBe((BINS - 1) / 2);
  expect([binOf(1e30), binOf(-1e30)]).toEqual([BINS - 1, 0]);
});

test('a quantile lies in its bin as far along as its share', () => {
  const counts = new Uint32Array(BINS);
  counts[binOf(1.01)] = 10;
  counts[binOf(-2.01)] = 30;
  expect(quantileOf(counts, 40, 0.875)).toBeCloseTo(1 + 1 / 32, 12);
  expect(quantileOf(counts, 40, 0.375)).toBeCloseTo(-2 - 1 / 16, 12);
});

// 20 seeds and 5 standard errors: by chance one of 40 bounds is broken in a run of 40 000.
const seeds = Array.from({ length: 20 }, (_, seed) => seed);
const GRADIENTS = [1, 2, 4, 7, 11];
const drawn = (change: Partial<ReplicasTask>) =>
  compute(
    replicasTask({
      curvatures: GRADIENTS.map(() => 0),
      gradients: GRADIENTS,
      start: 0,
      learningRates: [-1],
      iterations: 1,
      replicas: 20_000,
      ...change,
    }),
  );
const errorOf = ({ variances, fourths }: ReturnType<typeof compute>, n: number) =>
  Math.sqrt((fourths[1] - variances[1] ** 2) / n);

test.each([
  [1, true, 13.2],
  [2, true, 6.6],
  [4, true, 3.3],
  [2, false, 4.95],
  [3, false, 2.2],
  [4, false, 0.825],
])('batches of %i (replacement: %s): the mean is 5, the variance %d', (batch, replacement, variance) => {
  let errors = 0;
  for (const seed of seeds) {
    const result = drawn({ batch, replacement, seed });
    expect(Math.abs(result.means[1] - 5)).toBeLessThan(5 * Math.sqrt(variance / 20_000));
    expect(Math.abs(result.variances[1] - variance)).toBeLessThan(5 * errorOf(result, 20_000));
    // Without the factor for the finite population the formula would be this, and it is refused.
    if (!replacement && Math.abs(result.variances[1] - 13.2 / batch) > 5 * errorOf(result, 20_000)) errors++;
  }
  expect(errors).toBe(replacement ? 0 : 20);
});

test('a batch of all examples without replacement has no variance, and batches of two come up equally often', () => {
  const all = drawn({ batch: 5, replacement: false });
  expect(all.variances[1]).toBeLessThan(1e-25);
  // Powers of 2 tell every set apart by its sum: the moments of the ten sums fit only if all are equally likely.
  const gradients = [1, 2, 4, 8, 16];
  const result = drawn({ gradients, batch: 2, replacement: false });
  const sums = gradients.flatMap((one, i) => gradients.slice(i + 1).map((other) => (one + other) / 2));
  const mean = sums.reduce((a, b) => a + b) / 10;
  const fourth = sums.reduce((sum, value) => sum + (value - mean) ** 4, 0) / 10;
  expect(Math.abs(result.fourths[1] / fourth - 1)).toBeLessThan(0.05);
});

test.each<[Partial<Record<keyof ReplicasTask, unknown>>, string]>([
  [{ curvatures: [] }, 'number of curvatures is 0'],
  [{ gradients: [1] }, 'number of gradients is 1'],
  [{ curvatures: [1, -1, 1] }, 'curvatures[1] is -1'],
  [{ learningRates: [NaN] }, 'learningRates[0] is NaN'],
  [{ replicas: 0 }, 'replicas is 0'],
  [{ batch: 4, replacement: false }, 'batch is 4; it takes a whole number from 1 to 3'],
  [{ replacement: 'with' }, "replacement is 'with'"],
  [{ every: 0 }, 'every is 0'],
  [{ quantiles: [2] }, 'quantiles[0] is 2'],
])('%j is refused by name and value', (change, message) => {
  expect(() => validateReplicas(replicasTask())).not.toThrow();
  expect(() => validateReplicas({ ...replicasTask(), ...change } as ReplicasTask)).toThrow(message);
});
