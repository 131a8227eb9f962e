import { describe, expect, test } from 'vitest';
import { normalAt } from '../../math/noise';
import { sparseTable, triplets, type Triplets } from '../../math/sparse-table';
import { PRECISIONS, relativeError } from '../acceptance.behaviour';
import { chooseEngine } from '../chooser';
import type { engines } from '../engines';
import { defined, randomFactorization, TABLES } from './problems.fixtures';
import { SEQUENTIAL_V, SHEET_EPOCHS, SHEET_LOSS, sheetFactorization } from './sheet.fixtures';
import { expectFullProgress, expectToStop } from '../long-runs.behaviour';
import { factorize, type FactorizeTask } from '.';

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeFactorize(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  const precision = PRECISIONS[entry.precision];
  // At a rate at which no step makes errors larger they add up: some roundings for each of 20 steps, and for sums of up to
  // some hundred products. In units of the largest number that is less than 1e-12 in float64, and 1e-5 in float32.
  const tolerance = precision.rounding > 1e-10 ? 1e-5 : 1e-12;
  const problem = randomFactorization({ rows: 61, columns: 37, rank: 5, biases: true, ridge: 0.1 });

  describe(`${entry.kind} factorizes`, () => {
    test("the sheet's table as by hand: both factors from the old ones, and on to the minimum", async () => {
      const {
        engine: info,
        losses,
        errors,
        iterates,
        frames,
        diverged,
        best,
        u,
        v,
      } = await engine.run(factorize, sheetFactorization(1000));
      expect(info).toMatchObject({ kind: entry.kind, precision: entry.precision });
      expect([frames, iterates!.length, losses.length, diverged, best]).toEqual([1001, 4004, 1001, [null], 0]);
      expect(Math.abs(losses[0] / SHEET_LOSS - 1)).toBeLessThan(tolerance);
      for (const { epoch, u, v, loss } of SHEET_EPOCHS) {
        [...u, ...v].forEach((value, i) =>
          expect(Math.abs(iterates![4 * epoch + i] / value - 1), `epoch ${epoch}`).toBeLessThan(tolerance),
        );
        // Where the loss has all but gone, it is what the last digits of 5 and 4 leave of it.
        expect(Math.abs(losses[epoch] - loss)).toBeLessThan(tolerance * Math.max(loss, 1));
        expect(Math.abs(errors[epoch] - Math.sqrt(loss))).toBeLessThan(tolerance * Math.max(Math.sqrt(loss), 1));
      }
      expect([...u, ...v]).toEqual(Array.from(iterates!.subarray(4000)));
      // The mistake that the sheet warns of gives another v.
      SEQUENTIAL_V.forEach((wrong, i) => expect(Math.abs(iterates![6 + i] - wrong)).toBeGreaterThan(0.03));
    });

    test.each(TABLES.map((table) => [table.rows, table.columns, table.rank, table] as const))(
      '%i x %i tables at rank %i as it is defined (%o)',
      async (..._case) => {
        const task = randomFactorization(_case[3]);
        const result = await engine.run(factorize, task);
        const expected = defined(task, task.learningRates[0]);
        expect(relativeError(result.losses, expected.losses)).toBeLessThan(tolerance);
        expect(Math.abs(result.losses[20] / expected.losses[20] - 1)).toBeLessThan(
          precision.rounding > 1e-10 ? 1e-4 : 1e-12,
        );
        expect(result.losses[20]).toBeLessThan(0.99 * result.losses[0]);
        expect(relativeError(result.errors, expected.errors)).toBeLessThan(tolerance);
        expect(Boolean(result.validationErrors)).toBe(Boolean(task.validation));
        if (task.validation)
          expect(relativeError(result.validationErrors!, expected.validationErrors)).toBeLessThan(tolerance);
        expect(relativeError(result.u, expected.u)).toBeLessThan(tolerance);
        expect(relativeError(result.v, expected.v)).toBeLessThan(tolerance);
        expect([Boolean(result.rowBiases), Boolean(result.columnBiases)]).toEqual([task.biases, task.biases]);
        if (task.biases) {
          expect(relativeError(result.rowBiases!, expected.rowBiases)).toBeLessThan(tolerance);
          expect(relativeError(result.columnBiases!, expected.columnBiases)).toBeLessThan(tolerance);
        }
        expect([result.diverged, result.best, result.frames, result.iterates]).toEqual([[null], 0, 0, undefined]);
      },
    );

    test('at several rates side by side as at each alone, of which the best one is told; those that diverge are dated and settle', async () => {
      const [rate] = problem.learningRates;
      const learningRates = [0, 60 * rate, rate / 2, 1e6, rate].map(Math.fround);
      for (const validation of [problem.validation, undefined]) {
        const task: FactorizeTask = { ...problem, validation, learningRates, epochs: 60, bound: 1e8 };
        const together = await engine.run(factorize, task);
        expect(together.diverged.map((epoch) => epoch !== null)).toEqual([false, true, false, true, false]);
        expect(together.diverged[1]).toBeGreaterThan(1);
        expect(together.diverged[3]).toBe(1);
        expect(together.best).toBe(4);
        for (const [run, learningRate] of learningRates.entries()) {
          const curve = (all: Float64Array) => all.subarray(61 * run, 61 * run + 61);
          const curves = [together.losses, together.errors, ...(validation ? [together.validationErrors!] : [])].map(
            curve,
          );
          const expected = defined(task, learningRate);
          const date = together.diverged[run];
          if (date !== null) {
            expect(date).toBe(expected.losses.findIndex((loss) => !(loss <= 1e8)));
            expect(curves[0][date]).toBeGreaterThanOrEqual(1e8);
            for (const values of curves)
              for (let epoch = date; epoch <= 60; epoch++) expect(values[epoch]).toBe(values[date]);
          }
          const settled = date ?? 61;
          [expected.losses, expected.errors, ...(validation ? [expected.validationErrors] : [])].forEach(
            (values, i) => {
              expect(relativeError(curves[i].subarray(0, settled), values.slice(0, settled))).toBeLessThan(
                date === null ? tolerance : 20 * tolerance,
              );
            },
          );
        }
        const alone = await engine.run(factorize, { ...task, learningRates: [learningRates[4]] });
        expect([together.u, together.v, together.rowBiases]).toEqual([alone.u, alone.v, alone.rowBiases]);
      }
    });

    test('and has the start to show where all runs diverge', async () => {
      const { diverged, best, u, v, rowBiases, losses } = await engine.run(factorize, {
        ...problem,
        learningRates: [1e5, 0.01],
        bound: 1e-3,
      });
      expect([diverged, best]).toEqual([[0, 0], null]);
      expect([Array.from(u), Array.from(v)]).toEqual([Array.from(problem.initial.u), Array.from(problem.initial.v)]);
      expect(rowBiases!.every((bias) => bias === 0)).toBe(true);
      expect(losses.every((loss) => loss === losses[0] && loss >= 1e-3)).toBe(true);
    });

    test('and keeps every n-th iterate of the first run, the start among them', async () => {
      const all = await engine.run(factorize, {
        ...problem,
        every: 1,
        validation: undefined,
        learningRates: [problem.learningRates[0], 0],
      });
      const some = await engine.run(factorize, { ...problem, every: 7 });
      const width = (61 + 37) * 5;
      expect([all.frames, all.iterates!.length, some.frames, some.iterates!.length]).toEqual([
        21,
        21 * width,
        3,
        3 * width,
      ]);
      for (let frame = 0; frame < 3; frame++)
        expect(some.iterates!.subarray(frame * width, (frame + 1) * width)).toEqual(
          all.iterates!.subarray(7 * frame * width, (7 * frame + 1) * width),
        );
      expect(Array.from(all.iterates!.subarray(0, width))).toEqual([...problem.initial.u, ...problem.initial.v]);
      expect(Array.from(all.iterates!.subarray(20 * width))).toEqual([...all.u, ...all.v]);
    });

    test('and makes no step when none is asked for', async () => {
      const { losses, u, v, frames } = await engine.run(factorize, { ...problem, epochs: 0, every: 5 });
      expect(relativeError(losses, defined({ ...problem, epochs: 0 }, 1).losses)).toBeLessThan(tolerance);
      expect([losses.length, frames, Array.from(u), Array.from(v)]).toEqual([
        1,
        1,
        Array.from(problem.initial.u),
        Array.from(problem.initial.v),
      ]);
    });

    test('giving the same result for the same task, bit for bit, also beside others', async () => {
      const task = randomFactorization(
        { rows: 800, columns: 300, rank: 9, density: 0.4, biases: true },
        { learningRates: [1e-3, 2e-3], every: 10 },
      );
      const [one, other] = await Promise.all([engine.run(factorize, task), engine.run(factorize, task)]);
      const third = await engine.run(factorize, task);
      for (const again of [other, third]) expect(again).toEqual(one);
    });

    test('and the order in which entries came, or their number format, leaves no trace', async () => {
      const { rowOf, columnOf, values } = triplets(problem.ratings.byRow);
      const order = Array.from(values, (_, i) => i).sort((a, b) => normalAt(3, a) - normalAt(3, b));
      const shuffled: Triplets = {
        rowOf: Uint32Array.from(order, (i) => rowOf[i]),
        columnOf: Uint32Array.from(order, (i) => columnOf[i]),
        values: Float32Array.from(order, (i) => values[i]),
      };
      const initial = { u: Float32Array.from(problem.initial.u), v: Float32Array.from(problem.initial.v) };
      const result = await engine.run(factorize, problem);
      expect(await engine.run(factorize, { ...problem, initial, ratings: sparseTable(61, 37, shuffled) })).toEqual(
        result,
      );
      expect(problem).toEqual(randomFactorization({ rows: 61, columns: 37, rank: 5, biases: true, ridge: 0.1 }));
    });

    test('and another table, mean, ridge or start gives another result', async () => {
      const { losses } = await engine.run(factorize, problem);
      const { rowOf, columnOf, values } = triplets(problem.ratings.byRow);
      const moved = sparseTable(61, 37, { rowOf, columnOf: columnOf.map((column) => (column + 1) % 37), values });
      const changes: Partial<FactorizeTask>[] = [
        { ratings: moved },
        { mean: 0 },
        { ridge: 0 },
        { biases: false },
        { initial: { ...problem.initial, u: problem.initial.u.toReversed() } },
      ];
      for (const change of changes)
        expect(relativeError((await engine.run(factorize, { ...problem, ...change })).losses, losses)).toBeGreaterThan(
          100 * tolerance,
        );
    });

    test('reporting progress that never goes back and ends at 1', async () => {
      const progress: number[] = [];
      const task = randomFactorization({ rows: 1000, columns: 400, rank: 20 }, { epochs: 40 });
      await engine.run(factorize, task, { onProgress: (fraction) => progress.push(fraction) });
      expectFullProgress(progress);
    });

    test('until it is aborted, with the reason, and works afterwards', async () => {
      await expectToStop(
        (signal) =>
          engine.run(factorize, randomFactorization({ rows: 1000, columns: 400, rank: 20 }, { epochs: 100_000 }), {
            signal,
          }),
        (signal) => engine.run(factorize, problem, { signal }),
      );
      expect((await engine.run(factorize, sheetFactorization(1))).losses[1]).toBeCloseTo(SHEET_EPOCHS[0].loss, 5);
    });

    test('and refuses a task by name and value', async () => {
      await expect(engine.run(factorize, { ...problem, rank: 129 })).rejects.toThrow(
        'rank is 129; it takes a whole number from 1 to 128',
      );
      await expect(engine.run(factorize, { ...problem, learningRates: [] })).rejects.toThrow(
        'learningRates.length is 0; it takes 1 to 64 learning rates',
      );
    });
  });
}
