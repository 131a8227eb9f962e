import { describe, expect, test } from 'vitest';
import { PRECISIONS, relativeError } from '../acceptance.behaviour';
import { chooseEngine } from '../chooser';
import type { engines } from '../engines';
import { expectFullProgress, expectToStop } from '../long-runs.behaviour';
import {
  meanSquareByTheBook,
  ORACLE,
  ORACLE_MEAN_SQUARE,
  ORACLE_MINIMUM,
  randomGrid,
  trainedByTheBook,
  type Shape,
} from './problems.fixtures';
import { runsOf } from './runs';
import { ridgeGrid, type RidgeGridTask } from '.';

const SHAPES: Shape[] = [
  { rows: 23, held: 7, columns: 1, batches: [4, 23] },
  { rows: 70, held: 130, columns: 5, batches: [1, 16, 1000] },
  { rows: 131, held: 0, columns: 67, batches: [7, 64] },
];

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeRidgeGrid(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  // At these rates no step makes errors larger, so a few roundings a step, and for sums of some hundred products, add up.
  const tolerance = PRECISIONS[entry.precision].rounding > 1e-10 ? 1e-5 : 1e-12;

  describe(`${entry.kind} trains a grid`, () => {
    test.each(SHAPES)('of %o as the formulas say, from the same draws', async (shape) => {
      const task = randomGrid(shape);
      const { engine: info, weights, trainingErrors, validationErrors, diverged } = await engine.run(ridgeGrid, task);
      expect(info).toMatchObject({ kind: entry.kind, precision: entry.precision });
      const runs = runsOf(task);
      expect(diverged).toEqual(runs.map(() => null));
      expect(Boolean(validationErrors)).toBe(shape.held > 0);
      const width = task.columns + 1;
      for (const [number, run] of runs.entries()) {
        const expected = trainedByTheBook(task, run);
        task.marks.forEach((mark, i) => {
          const at = (number * task.marks.length + i) * width;
          expect(relativeError(weights.subarray(at, at + width), expected[mark]), `${number}`).toBeLessThan(tolerance);
        });
        const curve = (all: Float64Array) => all.subarray(number * (task.epochs + 1), (number + 1) * (task.epochs + 1));
        const means = expected.map((after) => meanSquareByTheBook(task.training, after));
        expect(relativeError(curve(trainingErrors), means)).toBeLessThan(tolerance);
        if (!task.validation) continue;
        const held = expected.map((after) => meanSquareByTheBook(task.validation!, after));
        expect(relativeError(curve(validationErrors!), held)).toBeLessThan(tolerance);
      }
    });

    test("of the oracle's points to their minimum, the bias without a ridge", async () => {
      const task: RidgeGridTask = {
        training: ORACLE,
        columns: 2,
        batches: [5],
        learningRates: [0.15],
        strengths: [0.1],
        epochs: 1500,
        marks: [1500],
        seed: 1,
        bound: 1e6,
      };
      const { weights, trainingErrors } = await engine.run(ridgeGrid, task);
      expect(relativeError(weights, ORACLE_MINIMUM)).toBeLessThan(tolerance);
      expect(Math.abs(trainingErrors[1500] - ORACLE_MEAN_SQUARE)).toBeLessThan(tolerance);
    });

    test('in which some diverge: they are dated, and stay where they were, with finite numbers', async () => {
      const task = { ...randomGrid(SHAPES[1]), learningRates: [0.01, 3, 1e9], strengths: [0.1], bound: 1e4 };
      const { diverged, trainingErrors, validationErrors, weights } = await engine.run(ridgeGrid, task);
      runsOf(task).forEach(({ learningRate }, run) => {
        if (learningRate < 1) expect(diverged[run]).toBeNull();
        else expect(diverged[run]).toBeGreaterThan(0);
        if (learningRate > 1e6) expect(diverged[run]).toBeLessThan(3);
      });
      for (const all of [trainingErrors, validationErrors!, weights])
        expect(all.every((value) => Number.isFinite(value))).toBe(true);
      const run = diverged.findIndex((epoch) => epoch !== null && epoch < task.epochs);
      const curve = trainingErrors.subarray(run * (task.epochs + 1), (run + 1) * (task.epochs + 1));
      expect(new Set(curve.subarray(diverged[run]! - 1)).size).toBe(1);
    });

    test('side by side as each run alone, and again the same, bit for bit', async () => {
      const task = randomGrid(SHAPES[1]);
      const together = await engine.run(ridgeGrid, task);
      expect(await engine.run(ridgeGrid, task)).toEqual(together);
      const runs = runsOf(task);
      const number = 9;
      const { batch, learningRate, strength } = runs[number];
      const alone = { ...task, batches: [batch], learningRates: [learningRate], strengths: [strength] };
      const { weights } = await engine.run(ridgeGrid, alone);
      const width = weights.length;
      expect(weights).toEqual(together.weights.slice(number * width, (number + 1) * width));
    });

    test('reports progress up to the end, and stops within a slice', async () => {
      const task = { ...randomGrid({ rows: 400, held: 50, columns: 40, batches: [8, 32] }), epochs: 60, marks: [] };
      const fractions: number[] = [];
      await engine.run(ridgeGrid, task, { onProgress: (fraction) => fractions.push(fraction) });
      expectFullProgress(fractions);
      const long = { ...task, epochs: 10_000 };
      const run = (signal: AbortSignal) => engine.run(ridgeGrid, long, { signal });
      await expectToStop(run, run);
    });
  });
}
