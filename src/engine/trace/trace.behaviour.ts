import { describe, expect, test } from 'vitest';
import { acceptedErrors, PRECISIONS } from '../acceptance.behaviour';
import { chooseEngine } from '../chooser';
import { SHEET_OBJECTIVE, SHEET_TRAJECTORIES } from '../descend/sheet.fixtures';
import type { engines } from '../engines';
import { trace } from '.';

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeTrace(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  const precision = PRECISIONS[entry.precision];

  describe(`${entry.kind} traces`, () => {
    test.each(SHEET_TRAJECTORIES)(
      "traces the sheet's function at rate $learningRate from $iterates.0",
      async ({ learningRate, iterates }) => {
        const bound = 1e6;
        const { frames, iterates: traced } = await engine.run(trace, {
          objective: SHEET_OBJECTIVE,
          learningRate,
          starts: [iterates[0], 10],
          iterations: 10,
          every: 1,
          bound,
        });
        expect([frames, traced.length]).toEqual([11, 22]);
        const errors = acceptedErrors(SHEET_OBJECTIVE, learningRate, iterates, precision);
        const beyond = iterates.findIndex((theta) => Math.abs(theta) > bound);
        for (let k = 0; k <= 10; k++) {
          // A run stays at its first iterate beyond the bound.
          const at = beyond >= 0 ? Math.min(k, beyond) : k;
          expect(Math.abs(traced[2 * k] - iterates[at]), `iterate ${k}`).toBeLessThanOrEqual(errors[at]);
        }
      },
    );

    test('keeps every n-th iterate of a trace, the first one and no more than there are', async () => {
      const task = {
        objective: SHEET_OBJECTIVE,
        learningRate: 0.05,
        starts: [-5, 0.5, 20],
        iterations: 100,
        every: 1,
        bound: 1e6,
      };
      const all = await engine.run(trace, task);
      const some = await engine.run(trace, { ...task, every: 7 });
      expect([all.frames, some.frames]).toEqual([101, 15]);
      for (let frame = 0; frame < 15; frame++) {
        for (let start = 0; start < 3; start++)
          expect(some.iterates[3 * frame + start]).toBe(all.iterates[21 * frame + start]);
      }
    });

    test('a run that leaves the domain of the function stays at its first iterate outside', async () => {
      const task = { objective: 'ln(t)', learningRate: 1, starts: [0.5, -1, 3], iterations: 3, every: 1, bound: 1e6 };
      const { iterates } = await engine.run(trace, task);
      const expected = [0.5, -1, 3, -1.5, -1, 8 / 3, -1.5, -1, 2.2916667, -1.5, -1, 1.855303];
      iterates.forEach((theta, i) => expect(theta).toBeCloseTo(expected[i], 5));
    });

    test('refuses what is no formula', async () => {
      const task = { objective: 't^', learningRate: 1, starts: [1], iterations: 1, every: 1, bound: 1 };
      await expect(engine.run(trace, task)).rejects.toThrow();
    });
  });
}
