import { describe, expect, test } from 'vitest';
import { threefry } from '../../math/random';
import { chooseEngine } from '../chooser';
import type { engines } from '../engines';
import { expectFullProgress, expectToStop } from '../long-runs.behaviour';
import { STREAM_COVERAGE, type CoverageTask } from './task';
import { coverage } from '.';

/** As plainly as can be: a set for each epoch. */
function coverageByTheBook({ examples, epochs, seed }: CoverageTask): number[][] {
  return examples.map((count) => {
    const never = Array<number>(count + 1).fill(0);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const drawn = new Set<bigint>();
      for (let draw = 0; draw < count; draw++) {
        const word = threefry([seed, STREAM_COVERAGE + count], [epoch, draw >>> 1])[draw % 2];
        drawn.add((BigInt(word) * BigInt(count)) >> 32n);
      }
      never[count - drawn.size]++;
    }
    return never;
  });
}

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeCoverage(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);

  describe(`${entry.kind} counts what epochs never draw`, () => {
    test('exactly as by the book, in sets of a word and of thousands', async () => {
      const task = { examples: [1, 2, 33, 1000, 70_001], epochs: 3, seed: 7 };
      const { engine: info, never } = await engine.run(coverage, task);
      expect(info).toMatchObject({ kind: entry.kind, precision: entry.precision });
      expect(never.map((counts) => Array.from(counts))).toEqual(coverageByTheBook(task));
    });

    test('for as many epochs as are asked for', async () => {
      const { never } = await engine.run(coverage, { examples: [5, 3], epochs: 70_000, seed: 1 });
      expect(never.map((counts) => counts.reduce((a, b) => a + b))).toEqual([70_000, 70_000]);
      // One of three is missed with probability 18/27, two with 3/27.
      [6 / 27, 18 / 27, 3 / 27, 0].forEach((share, missed) =>
        expect(Math.abs(never[1][missed] / 70_000 - share)).toBeLessThan(5 * Math.sqrt(0.25 / 70_000)),
      );
    });

    test('reports progress, and stops when it is told to', async () => {
      const fractions: number[] = [];
      const task = { examples: [2000], epochs: 3000, seed: 1 };
      await engine.run(coverage, task, { onProgress: (fraction) => fractions.push(fraction) });
      expectFullProgress(fractions);
      const run = (change: Partial<CoverageTask>) => (signal: AbortSignal) =>
        engine.run(coverage, { ...task, ...change }, { signal });
      await expectToStop(run({ examples: [50_000], epochs: 1_000_000 }), run({}));
    });

    test.each<[Partial<CoverageTask>, string]>([
      [{ examples: [] }, 'examples is []'],
      [{ examples: [3, 100_001] }, 'examples[1] is 100001'],
      [{ epochs: 0 }, 'epochs is 0'],
    ])('%j is refused by name and value', async (change, message) => {
      const task = { examples: [3], epochs: 1, seed: 1, ...change };
      await expect(engine.run(coverage, task)).rejects.toThrow(message);
    });
  });
}
