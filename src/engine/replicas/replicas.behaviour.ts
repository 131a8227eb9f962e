import { describe, expect, test } from 'vitest';
import { chooseEngine } from '../chooser';
import type { engines } from '../engines';
import { expectFullProgress, expectToStop } from '../long-runs.behaviour';
import { iteratesByTheBook, momentsOf, replicasTask } from './by-the-book.fixtures';
import { replicas, type ReplicasTask } from '.';

const relative = (actual: number, expected: number) =>
  Math.abs(actual - expected) / Math.max(1e-300, Math.abs(expected));

const TASKS: Record<string, Partial<ReplicasTask>> = {
  'one example to a step': { replicas: 2500, iterations: 200, every: 50 },
  'batches of 2 with replacement, at two rates': { batch: 2, learningRates: [0.05, 0.2], replicas: 1100, every: 100 },
  'batches of 3 of 40 examples without replacement': {
    curvatures: Array.from({ length: 40 }, (_, i) => 1 + (i % 7) / 4),
    gradients: Array.from({ length: 40 }, (_, i) => 1000 + Math.sin(i)),
    batch: 3,
    replacement: false,
    replicas: 300,
    iterations: 60,
    every: 20,
    stream: 3,
  },
  'gradients that do not depend on the weight': {
    curvatures: [0, 0, 0, 0, 0],
    gradients: [1, 2, 4, 7, 11],
    start: 0,
    learningRates: [1],
    iterations: 1,
    batch: 4,
    replacement: false,
  },
};

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeReplicas(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  // Each step rounds an iterate, and shrinks what was rounded before by a third or more: in units of the spread that is a few
  // roundings, for a variance twice as many.
  const tolerance = entry.precision === 'float32' ? 1e-5 : 1e-11;

  describe(`${entry.kind} follows replicas`, () => {
    test.each(Object.entries(TASKS))('with moments as by the book: %s', async (_name, change) => {
      const task = replicasTask(change);
      const result = await engine.run(replicas, task);
      const book = iteratesByTheBook(task);
      expect(result.engine).toMatchObject({ kind: entry.kind, precision: entry.precision });
      expect(result.frames).toBe(book[0][0].length);
      book.forEach((runs, rate) => {
        for (let frame = 0; frame < result.frames; frame++) {
          const expected = momentsOf(runs.map((iterates) => iterates[frame]));
          const row = rate * result.frames + frame;
          expect(relative(result.means[row], expected.mean), `mean ${row}`).toBeLessThan(tolerance);
          if (frame === 0) continue;
          expect(relative(result.variances[row], expected.variance), `variance ${row}`).toBeLessThan(tolerance);
          expect(relative(result.fourths[row], expected.fourth), `fourth moment ${row}`).toBeLessThan(3 * tolerance);
          expect(result.diverged[row]).toBe(0);
        }
      });
    });

    test('with quantiles that are off by less than a sixteenth of the distance from the mean', async () => {
      const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];
      const task = replicasTask({
        learningRates: [0.05, 0.2],
        replicas: 3000,
        iterations: 40,
        every: 20,
        quantiles,
      });
      const { means, quantiles: found, frames } = await engine.run(replicas, task);
      iteratesByTheBook(task).forEach((runs, rate) => {
        for (let frame = 1; frame < frames; frame++) {
          const row = rate * frames + frame;
          const sorted = runs.map((iterates) => iterates[frame]).sort((a, b) => a - b);
          quantiles.forEach((share, i) => {
            const exact = sorted[Math.round(share * sorted.length)];
            const error = Math.abs(found[row * quantiles.length + i] - exact);
            expect(error).toBeLessThan(Math.abs(exact - means[row]) / 16 + 0.002);
          });
        }
      });
    });

    test('with quantiles that are never beyond the least and the greatest replica', async () => {
      const quantiles = [0, 0.05, 0.5, 0.95, 1];
      // Of one start, and of the three places that one step leads to; more than one chunk, the last one not full.
      const task = replicasTask({ replicas: 2500, iterations: 3, quantiles });
      const { quantiles: found } = await engine.run(replicas, task);
      const runs = iteratesByTheBook(task)[0];
      runs[0].forEach((_, frame) => {
        const all = runs.map((iterates) => iterates[frame]);
        const [least, greatest] = [Math.min(...all), Math.max(...all)];
        const row = [...found.subarray(frame * quantiles.length, (frame + 1) * quantiles.length)];
        expect(row[0]).toBeCloseTo(least, tolerance < 1e-9 ? 12 : 6);
        expect(row.at(-1)).toBeCloseTo(greatest, tolerance < 1e-9 ? 12 : 6);
        for (const value of row) {
          expect(value).toBeGreaterThan(least - 1e-6);
          expect(value).toBeLessThan(greatest + 1e-6);
        }
      });
    });

    test('at a rate at which they fly apart all are counted, and nothing overflows', async () => {
      const { diverged, means, variances, fourths } = await engine.run(
        replicas,
        replicasTask({ learningRates: [1.5, 0.05], replicas: 70, iterations: 400, every: 400 }),
      );
      expect([...diverged]).toEqual([0, 70, 0, 0]);
      for (const numbers of [means, variances, fourths]) expect(numbers.every(Number.isFinite)).toBe(true);
    });

    test('the same seed gives the same numbers, another seed or stream others', async () => {
      const task = replicasTask({ iterations: 20, every: 20 });
      const run = async (change: Partial<ReplicasTask>) => [
        ...(await engine.run(replicas, { ...task, ...change })).means,
      ];
      const first = await run({});
      expect(await run({})).toEqual(first);
      expect(await run({ seed: 2 })).not.toEqual(first);
      expect(await run({ stream: 1 })).not.toEqual(first);
    });

    test('reports progress, and stops when it is told to', async () => {
      const fractions: number[] = [];
      const task = replicasTask({ replicas: 40_000 });
      await engine.run(replicas, task, { onProgress: (fraction) => fractions.push(fraction) });
      expectFullProgress(fractions);
      const run = (change: Partial<ReplicasTask>) => (signal: AbortSignal) =>
        engine.run(replicas, replicasTask(change), { signal });
      await expectToStop(run({ replicas: 4_000_000, iterations: 10_000, every: 10_000 }), run({}));
    });
  });
}
