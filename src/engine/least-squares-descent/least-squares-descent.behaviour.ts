import { describe, expect, test } from 'vitest';
import { OPTIMIZER_NAMES, named } from '../../math/optimizers';
import { OUTCOMES, type Outcome } from '../../math/outcomes';
import { chooseEngine } from '../chooser';
import type { engines } from '../engines';
import { expectFullProgress, expectToStop } from '../long-runs.behaviour';
import { errorsByTheBook, randomHessian, SHEET } from './problems.fixtures';
import { leastSquaresDescent, type LeastSquaresDescentTask } from '.';

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeLeastSquaresDescent(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  const run = (change: Partial<LeastSquaresDescentTask> = {}) =>
    engine.run(leastSquaresDescent, { ...SHEET, ...change });
  /** One step of float32 or float64, and what some hundred of them come to. */
  const rounding = entry.precision === 'float32' ? 2 ** -24 : 2 ** -53;

  const countsOf = ({ counts }: { counts: Uint32Array }, rate: number): Partial<Record<Outcome, number>> =>
    Object.fromEntries(
      OUTCOMES.flatMap((outcome, i) => {
        const count = counts[rate * OUTCOMES.length + i];
        return count > 0 ? [[outcome, count]] : [];
      }),
    );

  describe(`${entry.kind} descends on least squares`, () => {
    test('S2.P3: every run converges below 2/ρ and diverges above it, by the factors of its modes', async () => {
      const result = await run();
      [0, 1].forEach((rate) => expect(countsOf(result, rate)).toEqual({ converged: 200 }));
      [2, 3].forEach((rate) => expect(countsOf(result, rate)).toEqual({ diverged: 200 }));
      expect(Array.from(result.growing)).toEqual([0, 0, 200, 200]);
      [0.7, 0.8, 1.1, 1.4].forEach((factor, rate) =>
        expect(Math.abs(result.growth[rate] / factor - 1)).toBeLessThan(1e-3),
      );
    });

    test('S2.P3: growth, not the bound, tells which rates diverge, a thousandth off the limit', async () => {
      const limit = 2 / 3;
      const learningRates = [0.999 * limit, 1.001 * limit];
      const { growing, growth, counts } = await run({ learningRates, iterations: 1000 });
      expect(Array.from(growing)).toEqual([0, 200]);
      [0.998, 1.002].forEach((factor, rate) => expect(Math.abs(growth[rate] / factor - 1)).toBeLessThan(1e-5));
      expect(countsOf({ counts }, 1)).toEqual({ diverged: 200 });
      // A start close to the line of those without a part along the top mode has converged already.
      const { moving = 0, converged = 0 } = countsOf({ counts }, 0);
      expect([moving + converged, moving > 180]).toEqual([200, true]);
    });

    test('at the limit itself runs jump between two points', async () => {
      const result = await run({ hessian: Float64Array.of(1, 0, 0, 0.25), learningRates: [2], iterations: 50 });
      const { cycling = 0, converged = 0 } = countsOf(result, 0);
      expect([cycling + converged, cycling > 180]).toEqual([200, true]);
      expect(Array.from(result.growing)).toEqual([0]);
    });

    test.each([...OPTIMIZER_NAMES])('%s steps as by the book, with a schedule and all errors kept', async (name) => {
      const task: LeastSquaresDescentTask = {
        ...SHEET,
        columns: 3,
        hessian: randomHessian(3),
        optimizer: named(name),
        schedule: { name: 'step', coefficients: [7, 0.5], warmup: 3 },
        learningRates: [0.2, 0.1],
        starts: { count: 70, radius: 2, seed: 9 },
        iterations: 20,
        every: 5,
      };
      const { errors, frames } = await engine.run(leastSquaresDescent, task);
      expect([frames, errors!.length]).toEqual([5, 2 * 5 * 70 * 3]);
      task.learningRates.forEach((rate, r) => {
        for (const start of [0, 1, 63, 64, 69]) {
          const expected = errorsByTheBook(task, rate, start);
          for (let frame = 0; frame < 5; frame++)
            expected[5 * frame].forEach((value, i) => {
              const got = errors![((r * 5 + frame) * 70 + start) * 3 + i];
              // A step of at most `rate` or `rate |g|` is added each time, with a few roundings; Adam's first ones divide small numbers.
              expect(Math.abs(got - value)).toBeLessThanOrEqual(frame === 0 ? 0 : 3000 * rounding);
            });
        }
      });
    });

    test('a run that diverged stays at its first error beyond the bound', async () => {
      const { errors } = await run({ learningRates: [2], starts: { ...SHEET.starts, count: 3 }, every: 1, bound: 100 });
      for (let start = 0; start < 3; start++) {
        const at = (frame: number) => Array.from(errors!.slice((frame * 3 + start) * 2, (frame * 3 + start) * 2 + 2));
        const largest = Array.from({ length: 101 }, (_, k) => Math.max(...at(k).map(Math.abs)));
        const first = largest.findIndex((size) => size > 100);
        expect(first).toBeGreaterThan(0);
        expect(at(100)).toEqual(at(first));
      }
    });

    test('where minimizers fill a plane, the distance to it is what shrinks or grows', async () => {
      // X = [1 1], twice: H has the eigenvalues 4 and 0.
      const task = { hessian: Float64Array.of(2, 2, 2, 2), projector: Float64Array.of(0.5, 0.5, 0.5, 0.5) };
      const result = await run({ ...task, learningRates: [0.3, 0.49, 0.51], iterations: 800 });
      expect([0, 1, 2].map((rate) => countsOf(result, rate))).toEqual([
        { converged: 200 },
        { converged: 200 },
        { diverged: 200 },
      ]);
      expect(Array.from(result.growing)).toEqual([0, 0, 200]);
      expect(Math.abs(result.growth[1] / 0.96 - 1)).toBeLessThan(1e-3);
    });

    test.each([1, 64])('%i columns switch at 2 over the largest eigenvalue', async (columns) => {
      const hessian = randomHessian(columns);
      // Power iteration, with the Rayleigh quotient.
      let v = Float64Array.from({ length: columns }, (_, i) => 1 + (i % 3));
      let largest = 0;
      for (let k = 0; k < 3000; k++) {
        const next = v.map((_, i) => v.reduce((sum, value, j) => sum + hessian[i * columns + j] * value, 0));
        largest = Math.hypot(...next) / Math.hypot(...v);
        v = next.map((value) => value / Math.hypot(...next));
      }
      const limit = 2 / largest;
      const { growing } = await run({
        columns,
        hessian,
        learningRates: [0.99 * limit, 1.01 * limit],
        starts: { count: 10, radius: 1, seed: 2 },
        iterations: 200,
      });
      expect(Array.from(growing)).toEqual([0, 10]);
    });

    test('momentum and Nesterov switch at limits of their own', async () => {
      for (const [name, limit] of [
        ['momentum', (2 * 1.9) / 3],
        ['nesterov', (2 * 1.9) / (2.8 * 3)],
      ] as const) {
        const { growing } = await run({
          optimizer: named(name),
          learningRates: [0.97 * limit, 1.03 * limit],
          iterations: 600,
          bound: 1e12,
        });
        expect(Array.from(growing), name).toEqual([0, 200]);
      }
    });

    test('the same task gives the same result, whatever it is computed with', async () => {
      const task = {
        starts: { count: 300, radius: 5, seed: 4 },
        learningRates: [0.66, 0.67],
        iterations: 700,
        every: 100,
      };
      expect(await run(task)).toEqual(await run(task));
    });

    test('a long run tells its progress and can be stopped', async () => {
      const fractions: number[] = [];
      const long = { columns: 16, hessian: randomHessian(16), learningRates: [0.1], iterations: 800 };
      const task = { ...SHEET, ...long, starts: { count: 600, radius: 1, seed: 1 } };
      await engine.run(leastSquaresDescent, task, { onProgress: (fraction) => fractions.push(fraction) });
      expectFullProgress(fractions);
      const longer = { ...task, iterations: 1_000_000, learningRates: [1e-6] };
      await expectToStop(
        (signal) => engine.run(leastSquaresDescent, longer, { signal }),
        (signal) => engine.run(leastSquaresDescent, SHEET, { signal }),
      );
    });
  });
}
