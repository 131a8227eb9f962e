import { describe, expect, test } from 'vitest';
import { PRECISIONS } from '../acceptance.behaviour';
import { chooseEngine } from '../chooser';
import type { engines } from '../engines';
import { expectFullProgress, expectToStop } from '../long-runs.behaviour';
import { SHEET_DIVERGENCE, SHEET_MEDIANS, SHEET_MINIMA, SHEET_OUTCOMES, sheetTask } from './sheet.fixtures';
import { descend, endingsAt, outcomesAt, type DescendResult, type DescendTask } from '.';
import { kindsIn } from './endings';

/** How many starts the sheet's problem is computed with: as fractions, what comes of a tenth of the table's differs by at most 0.0003, and by 0.001 at rate 2. */
export const SHEET_STARTS = 10_000;

/**
 * What every engine must do: run for each of them. Where an engine cannot be had, every test fails.
 *
 * @returns the sheet's problem as the engine computed it, for tests that compare engines
 */
export function describeDescend(entry: (typeof engines)[number]): () => Promise<DescendResult> {
  const engine = chooseEngine(entry.kind, [entry]);
  const precision = PRECISIONS[entry.precision];
  const starts = SHEET_STARTS;
  const progress: number[] = [];
  // Computed in the first test that needs it.
  const theSheet = once(async () => {
    const bins = { low: -5, high: 20, count: 100 };
    const task = { ...sheetTask(starts), histogram: bins, density: { ...bins, last: 20 }, records: true };
    return engine.run(descend, task, { onProgress: (fraction) => progress.push(fraction) });
  });

  describe(`${entry.kind} descends`, () => {
    test('says who computed', async () => {
      const sheet = await theSheet();
      expect(sheet.engine).toMatchObject({ kind: entry.kind, precision: entry.precision });
      expect(sheet.engine.adapter).not.toBe('');
    });

    test.each(SHEET_OUTCOMES)(
      "ends at rate $learningRate where the sheet's function ends",
      async ({ learningRate, sharp, wide, bounded, diverged }) => {
        const sheet = await theSheet();
        // Just above the wide minimum's threshold the runs leave it so slowly that the format's last digits decide.
        const tolerance = learningRate === 2 ? 0.002 : 0.0005;
        const row = SHEET_OUTCOMES.findIndex((outcome) => outcome.learningRate === learningRate);
        const counts = sheetCounts(sheet, row);
        [sharp, wide, bounded, diverged].forEach((fraction, outcome) => {
          expect(Math.abs(counts[outcome] / starts - fraction), `outcome ${outcome}`).toBeLessThanOrEqual(tolerance);
        });
      },
    );

    test('finds the known fractions with random starts, too', async () => {
      const task = sheetTask(10_000);
      const result = await engine.run(descend, { ...task, starts: { ...task.starts, sampling: 'random' } });
      SHEET_OUTCOMES.forEach(({ sharp, wide, bounded, diverged }, row) => {
        const counts = sheetCounts(result, row);
        [sharp, wide, bounded, diverged].forEach((fraction, outcome) => {
          expect(Math.abs(counts[outcome] / 10_000 - fraction)).toBeLessThanOrEqual(0.01);
        });
      });
    });

    test('dates the convergence of the median run', async () => {
      const sheet = await theSheet();
      for (const { learningRate, median } of SHEET_MEDIANS) {
        const row = SHEET_OUTCOMES.findIndex((outcome) => outcome.learningRate === learningRate);
        // At the slow rate a step moves an iterate at the tolerance's edge by 1e-5, a few roundings of float32 at 10.
        expect(Math.abs(sheet.medianIterations[row]! - median)).toBeLessThanOrEqual(precision.rounding > 1e-10 ? 1 : 0);
      }
    });

    test('dates divergence', async () => {
      const sheet = await theSheet();
      const row = SHEET_OUTCOMES.findIndex(({ learningRate }) => learningRate === SHEET_DIVERGENCE.learningRate);
      const dates = sheet.dates!.subarray(row * starts, (row + 1) * starts);
      expect(minMax(dates)).toEqual([SHEET_DIVERGENCE.first, SHEET_DIVERGENCE.last]);
      expect(sheet.medianIterations[row]).toBe(null);
    });

    test('records agree with counts', async () => {
      const sheet = await theSheet();
      const counts = new Uint32Array(sheet.counts.length);
      let wrong = 0;
      sheet.labels!.forEach((label, run) => {
        counts[sheet.endings.length * Math.floor(run / starts) + label]++;
        const final = sheet.finals![run];
        const date = sheet.dates![run];
        const { outcome, place } = sheet.endings[label];
        const isRight =
          outcome === 'converged'
            ? Math.abs(final - SHEET_MINIMA[place!]) <= 1e-3 * 1.001 && date <= 1000
            : outcome === 'diverged'
              ? !(Math.abs(final) <= 1e6) && date <= 1000
              : Math.abs(final) <= 1e6 && date === 1000;
        if (!isRight) wrong++;
      });
      expect(wrong).toBe(0);
      expect(counts).toEqual(sheet.counts);
    });

    test('the histogram holds every run that did not diverge, under its outcome', async () => {
      const sheet = await theSheet();
      const bins = 102;
      const kinds = kindsIn(sheetTask(1)) - 1;
      SHEET_OUTCOMES.forEach((_, row) => {
        const [sharp, wide, others] = sheetCounts(sheet, row);
        const kindAt = (kind: number) => {
          const from = (kinds * row + kind) * bins;
          return sheet.histogram!.subarray(from, from + bins);
        };
        // Bins are 0.25 wide; the sharp minimum lies just below the edge at 0, the wide one just above that at 10.
        for (const [minimum, total, bin] of [
          [0, sharp, 20],
          [1, wide, 61],
        ]) {
          const here = kindAt(minimum);
          expect(sum(here)).toBe(total);
          expect(here[bin - 1] + here[bin] + here[bin + 1]).toBe(total);
        }
        expect(Array.from({ length: kinds - 2 }, (_, i) => sum(kindAt(2 + i))).reduce((a, b) => a + b)).toBe(others);
      });
    });

    test('the density holds the last iterates of every run that did not diverge', async () => {
      const sheet = await theSheet();
      SHEET_OUTCOMES.forEach((_, row) => {
        const here = sheet.density!.subarray(row * 102, (row + 1) * 102);
        expect(sum(here)).toBe(20 * (starts - sheetCounts(sheet, row)[3]));
      });
      // At rate 0.05 the last 20 iterates of all runs stay where they have converged to.
      const row = SHEET_OUTCOMES.findIndex(({ learningRate }) => learningRate === 0.05);
      const here = sheet.density!.subarray(row * 102, (row + 1) * 102);
      const [sharp, wide] = sheetCounts(sheet, row);
      expect(here[20] + here[21]).toBe(20 * sharp);
      expect(here[60] + here[61]).toBe(20 * wide);
    });

    test('reports progress that never goes back and ends at 1', async () => {
      await theSheet();
      expectFullProgress(progress);
    });

    test('gives the same result for the same task, bit for bit, also beside others, and another one for another seed', async () => {
      const task: DescendTask = {
        ...sheetTask(3000),
        learningRates: [0.01, 0.1064, 2],
        iterations: 300,
        records: true,
        histogram: { low: -1, high: 11, count: 50 },
      };
      const random = { ...task, starts: { ...task.starts, sampling: 'random' as const } };
      const [one, other] = await Promise.all([engine.run(descend, random), engine.run(descend, random)]);
      expect(other).toEqual(one);
      expect(await engine.run(descend, random)).toEqual(one);
      const reseeded = await engine.run(descend, { ...random, starts: { ...random.starts, seed: 2 } });
      expect(reseeded.finals).not.toEqual(one.finals);
    });

    test('makes no step when none is asked for', async () => {
      const result = await engine.run(descend, {
        ...sheetTask(4),
        learningRates: [0.1],
        starts: { sampling: 'grid', count: 4, low: -4, high: 4, seed: 0 },
        iterations: 0,
        records: true,
        bound: 2,
      });
      expect(Array.from(result.finals!)).toEqual([-3, -1, 1, 3]);
      expect(sheetCounts(result, 0)).toEqual([0, 0, 2, 2]);
      expect(Array.from(result.dates!)).toEqual([0, 0, 0, 0]);
    });

    test('computes without minima, and with as many as there may be', async () => {
      const none = await engine.run(descend, { ...sheetTask(1000), learningRates: [0.05, 4], minima: [] });
      expect(endingsAt(none, 0)).toEqual([{ outcome: 'still', count: 1000 }]);
      expect(endingsAt(none, 1)).toEqual([{ outcome: 'diverged', count: 1000 }]);
      const minima = Array.from({ length: 250 }, (_, i) => i - 100);
      const many = await engine.run(descend, { ...sheetTask(1000), learningRates: [0.05], minima, tolerance: 0.01 });
      expect([many.counts[100], many.counts[110]]).toEqual([327, 673]);
    });

    test('stops when it is aborted, with the reason, and works afterwards', async () => {
      await expectToStop(
        (signal) =>
          engine.run(descend, { ...sheetTask(4_000_000), learningRates: [0.001], iterations: 10_000 }, { signal }),
        (signal) => engine.run(descend, sheetTask(10), { signal }),
      );
      const result = await engine.run(descend, { ...sheetTask(1000), learningRates: [0.3] });
      expect(sheetCounts(result, 0)).toEqual([0, 1000, 0, 0]);
    });

    test.each<[string, Partial<DescendTask>]>([
      ['iterations is 2000000', { iterations: 2_000_000 }],
      ['learningRates[0] is NaN', { learningRates: [NaN] }],
      ['starts.count is 0', { starts: { ...sheetTask(1).starts, count: 0 } }],
      ['bound is -1', { bound: -1 }],
    ])('refuses a task by name and value: %s', async (message, change) => {
      await expect(engine.run(descend, { ...sheetTask(10), ...change })).rejects.toThrow(message);
    });

    test('refuses what is no formula', async () => {
      await expect(engine.run(descend, { ...sheetTask(10), objective: 'sigmoid(' })).rejects.toThrow();
    });
  });
  return theSheet;
}

/** How many runs on the sheet's function ended in the sharp and the wide minimum, how many stayed bounded elsewhere, and how many diverged. */
function sheetCounts(
  result: DescendResult,
  row: number,
): [sharp: number, wide: number, others: number, diverged: number] {
  const { converged, diverged, ...others } = outcomesAt(result, row);
  const sharp = result.counts[row * result.endings.length];
  return [sharp, converged - sharp, Object.values(others).reduce((a, b) => a + b), diverged];
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0);
}

function minMax(values: Uint32Array): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

/** Calls a function when it is first needed, and keeps what came of it. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
