import { describe, expect, test } from 'vitest';
import { Conv1d } from '../../math/conv1d';
import { SHEET_CONV1D } from '../../math/conv1d-sheet-values';
import { boxFilter, gaussianFilter } from '../../math/filters';
import { gradientDescent, type LinearOperator } from '../../math/gradient-descent';
import { PRECISIONS, relativeError } from '../acceptance.behaviour';
import { chooseEngine } from '../chooser';
import type { Samples } from '../contract';
import { conv1d } from '../conv1d';
import type { engines } from '../engines';
import { expectFullProgress, expectToStop } from '../long-runs.behaviour';
import { operatorOn } from '../operator';
import { CONV1D_SIZES, randomConv1d } from './problems.fixtures';
import { conv1dDescent, type Conv1dDescentTask } from '.';

/** What `conv1dDescent` computes, by the library's one gradient descent. */
function defined(
  { taps, observed, initial, loss, ridge, learningRates, iterations }: Conv1dDescentTask,
  A: LinearOperator,
  rate = 0,
) {
  const x0 = initial ?? new Float64Array(observed.length + taps.length - 1);
  return gradientDescent({ A, b: observed, x0, loss, ridge, learningRate: learningRates[rate], iterations });
}

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeConv1dDescent(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  const precision = PRECISIONS[entry.precision];
  // A descent below the threshold makes no error larger, so errors add up: some roundings a step, and up to a hundred
  // steps. The sums of 4,096 products lose about sqrt(4096) of them. That is 1e-12 in float64 and 1e-5 in float32.
  const tolerance = precision.rounding > 1e-10 ? 1e-5 : 1e-12;
  const sheet: Conv1dDescentTask = {
    taps: Float64Array.from(SHEET_CONV1D.taps),
    observed: Float64Array.from(SHEET_CONV1D.observed),
    loss: 'huber',
    ridge: SHEET_CONV1D.ridge,
    learningRates: [SHEET_CONV1D.learningRate],
    iterations: 100,
    every: 1,
    bound: 1e6,
  };

  describe(`${entry.kind} descends with a convolution`, () => {
    test("passing through the sheet's iterates", async () => {
      const { engine: info, x, losses, iterates, frames, diverged } = await engine.run(conv1dDescent, sheet);
      expect(info).toMatchObject({ kind: entry.kind, precision: entry.precision });
      expect([frames, iterates!.length, losses.length, diverged]).toEqual([101, 808, 101, [null]]);
      for (const { iteration, x: known, objective } of SHEET_CONV1D.iterates) {
        known.forEach((value, i) =>
          expect(Math.abs(iterates![8 * iteration + i] - value), `iterate ${iteration}`).toBeLessThan(tolerance),
        );
        expect(Math.abs(losses[iteration] / objective - 1), `objective ${iteration}`).toBeLessThan(tolerance);
      }
      expect(Array.from(x)).toEqual(Array.from(iterates!.subarray(800)));
    });

    test.each(CONV1D_SIZES)(
      'and descends with %i samples and %i taps to where the operator and the dense matrix lead',
      async (length, taps) => {
        for (const loss of ['huber', 'square'] as const) {
          const task = randomConv1d(length, taps, { loss, iterations: taps * length > 1e6 ? 3 : 20 });
          const A = new Conv1d(task.taps, length);
          const { x, losses } = await engine.run(conv1dDescent, task);
          const matrices = A.rows * A.columns > 300_000 ? [A] : [A, A.toDense()];
          for (const matrix of matrices) {
            const expected = await defined(task, matrix);
            expect(relativeError(x, expected.x)).toBeLessThan(tolerance);
            expect(relativeError(losses, expected.losses)).toBeLessThan(tolerance);
          }
        }
      },
    );

    test('and no other filter will do: a flipped one, one that is a tap short, a signal moved by one', async () => {
      const task = randomConv1d(67, 5);
      const expected = await defined(task, new Conv1d(task.taps, 67));
      const wrong: Conv1dDescentTask[] = [
        { ...task, taps: task.taps.toReversed() },
        { ...task, taps: task.taps.map((tap, i) => (i === 4 ? 0 : tap)) },
        { ...task, observed: task.observed.map((_, i, all) => all[(i + 1) % 63]) as Samples },
      ];
      for (const other of wrong)
        expect(relativeError((await engine.run(conv1dDescent, other)).x, expected.x)).toBeGreaterThan(1e-2);
    });

    test('under the one gradient descent that also takes a matrix', async () => {
      const task = randomConv1d(67, 13);
      const { x } = await defined(task, operatorOn(engine, task.taps, 67));
      expect(relativeError(x, (await engine.run(conv1dDescent, task)).x)).toBeLessThan(tolerance);
      await expect(async () => operatorOn(engine, task.taps, 67).apply(new Float64Array(66))).rejects.toThrow(
        'x has 66 numbers; it takes 67',
      );
    });

    test.each([
      [40, 7],
      [3000, 31],
      [40_000, 9],
    ])(
      'at several rates at once (%i samples, %i taps) as at each alone; frames and x are those of the first',
      async (length, taps) => {
        const base = randomConv1d(length, taps);
        const learningRates = [0.2, 1, 0.6, 1.1, 0].map((share) => Math.fround(share * base.learningRates[0]));
        const together = await engine.run(conv1dDescent, { ...base, learningRates, every: 5 });
        for (const [i, rate] of learningRates.entries()) {
          const alone = await engine.run(conv1dDescent, { ...base, learningRates: [rate], every: 5 });
          expect(relativeError(together.losses.subarray(21 * i, 21 * i + 21), alone.losses)).toBeLessThan(tolerance);
          if (i > 0) continue;
          expect(relativeError(together.x, alone.x)).toBeLessThan(tolerance);
          expect([together.frames, together.iterates!.length]).toEqual([5, 5 * length]);
          expect(relativeError(together.iterates!, alone.iterates!)).toBeLessThan(tolerance);
        }
        // At rate 0 nothing moves.
        const still = together.losses.subarray(84, 105);
        expect(relativeError(still, new Float64Array(21).fill(still[0]))).toBeLessThan(tolerance);
      },
    );

    test('and keeps every n-th iterate, the first one and no more than there are', async () => {
      const all = await engine.run(conv1dDescent, { ...sheet, iterations: 20 });
      const some = await engine.run(conv1dDescent, { ...sheet, iterations: 20, every: 7 });
      const none = await engine.run(conv1dDescent, { ...sheet, iterations: 20, every: 0 });
      expect([some.frames, none.frames, none.iterates]).toEqual([3, 0, undefined]);
      for (let frame = 0; frame < 3; frame++)
        expect(some.iterates!.subarray(8 * frame, 8 * frame + 8)).toEqual(
          all.iterates!.subarray(56 * frame, 56 * frame + 8),
        );
      expect(none.x).toEqual(all.x);
    });

    test('and makes no step when none is asked for', async () => {
      const task = randomConv1d(67, 13, { iterations: 0, every: 1 });
      const { x, losses, frames } = await engine.run(conv1dDescent, task);
      expect([Array.from(x), losses.length, frames]).toEqual([Array.from(task.initial!), 1, 1]);
      expect(relativeError(losses, (await defined(task, new Conv1d(task.taps, 67))).losses)).toBeLessThan(tolerance);
    });

    // Small residuals: where the Huber loss has bent it pulls less, and the threshold of the whole is a little too strict.
    const small = (problem: Conv1dDescentTask) => ({
      ...problem,
      observed: problem.observed.map((b) => 0.3 + 0.05 * b) as Samples,
    });
    test.each<{ title: string; problem: Conv1dDescentTask }>([
      { title: 'the sheet', problem: sheet },
      { title: 'a Gaussian blur', problem: small({ ...randomConv1d(900, 31), taps: gaussianFilter(15) }) },
      { title: 'a moving mean', problem: small({ ...randomConv1d(300, 9), taps: boxFilter(4) }) },
    ])('and sees the loss rise at rates 1 % above the threshold, and not 1 % below it: $title', async ({ problem }) => {
      for (const loss of ['huber', 'square'] as const) {
        const task = { ...problem, initial: undefined };
        const threshold =
          2 / (new Conv1d(task.taps, task.observed.length + task.taps.length - 1).norm() ** 2 + task.ridge);
        const { losses } = await engine.run(conv1dDescent, {
          ...task,
          loss,
          learningRates: [0.99 * threshold, 1.01 * threshold],
          iterations: 200,
          every: 0,
        });
        const [below, above] = [losses.subarray(0, 201), losses.subarray(201)];
        const rise = (objectives: Float64Array) => objectives[200] / Math.min(...objectives) - 1;
        // Below the threshold every step lowers the objective; what is left is rounding.
        expect(rise(below)).toBeLessThan(tolerance);
        expect(rise(above)).toBeGreaterThan(1e-3);
      }
    });

    test('and dates divergence by the objective, which stays what it was there', async () => {
      for (const length of [50, 30_000]) {
        const stable = randomConv1d(length, 5, { loss: 'square', iterations: 60, bound: 1e8 });
        const [rate] = stable.learningRates;
        const task = { ...stable, learningRates: [4 * rate, rate, 1e6] };
        const { losses, diverged } = await engine.run(conv1dDescent, task);
        const expected = await defined(task, new Conv1d(task.taps, length));
        const date = expected.losses.findIndex((objective) => !(objective <= 1e8));
        expect(date).toBeGreaterThan(1);
        expect(diverged).toEqual([date, null, 1]);
        expect(relativeError(losses.subarray(0, date), expected.losses.subarray(0, date))).toBeLessThan(tolerance);
        expect(losses[date]).toBeGreaterThanOrEqual(1e8);
        for (let k = date; k <= 60; k++) expect(losses[k]).toBe(losses[date]);
        expect(losses[121]).toBeLessThan(losses[61]);
      }
      const atOnce = await engine.run(conv1dDescent, { ...randomConv1d(40, 3), bound: 1e-3 });
      expect(atOnce.diverged).toEqual([0]);
    });

    test('giving the same result for the same task, bit for bit, also beside others', async () => {
      for (const task of [randomConv1d(1000, 31, { every: 3 }), randomConv1d(50_000, 9, { iterations: 30 })]) {
        const [one, other] = await Promise.all([engine.run(conv1dDescent, task), engine.run(conv1dDescent, task)]);
        const third = await engine.run(conv1dDescent, task);
        for (const again of [other, third]) {
          expect(again.losses).toEqual(one.losses);
          expect(again.x.every((value, i) => Object.is(value, one.x[i]))).toBe(true);
        }
      }
    });

    test('and leaves what it is given as it was, in either number format', async () => {
      const task = randomConv1d(1000, 31);
      const narrow = {
        ...task,
        taps: Float32Array.from(task.taps),
        observed: Float32Array.from(task.observed),
        initial: Float32Array.from(task.initial!),
      };
      const wide = await engine.run(conv1dDescent, task);
      expect((await engine.run(conv1dDescent, narrow)).x).toEqual(wide.x);
      expect(task).toEqual(randomConv1d(1000, 31));
      expect(Array.from(narrow.initial)).toEqual(Array.from(task.initial!));
    });

    test('reporting progress that never goes back and ends at 1', async () => {
      const progress: number[] = [];
      await engine.run(conv1dDescent, randomConv1d(200_000, 16, { iterations: 60 }), {
        onProgress: (fraction) => progress.push(fraction),
      });
      expectFullProgress(progress);
    });

    test('until it is aborted, with the reason, and works afterwards', async () => {
      await expectToStop(
        (signal) => engine.run(conv1dDescent, randomConv1d(300_000, 512, { iterations: 10_000 }), { signal }),
        (signal) => engine.run(conv1dDescent, sheet, { signal }),
        (signal) =>
          engine.run(
            conv1d,
            { taps: sheet.taps, input: new Float64Array(8), transpose: false, repeats: 1 },
            { signal },
          ),
      );
      expect((await engine.run(conv1dDescent, sheet)).losses[100]).toBeCloseTo(SHEET_CONV1D.iterates[3].objective, 4);
    });

    test('and refuses a task by name and value', async () => {
      await expect(engine.run(conv1dDescent, { ...sheet, observed: Float64Array.of(1, NaN) })).rejects.toThrow(
        'observed[1] is NaN',
      );
      await expect(engine.run(conv1dDescent, { ...sheet, initial: new Float64Array(7) })).rejects.toThrow(
        'initial.length is 7; it takes 8 numbers',
      );
    });
  });
}
