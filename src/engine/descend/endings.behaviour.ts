import { describe, expect, test } from 'vitest';
import { chooseEngine } from '../chooser';
import type { engines } from '../engines';
import { SHEET_MINIMA, SHEET_OBJECTIVE } from './sheet.fixtures';
import { descend, endingsAt, outcomesAt, type DescendTask } from '.';

const STARTS = 2000;

/** A task on a function from its range, with what lies there. */
function on(objective: string, low: number, high: number, given: Partial<DescendTask> = {}): DescendTask {
  return {
    objective,
    learningRates: [],
    starts: { sampling: 'grid', count: STARTS, low, high, seed: 1 },
    iterations: 1000,
    minima: [],
    tolerance: 1e-3,
    bound: 1e6,
    ...given,
  };
}

const COSH = on('cosh(x)-2x', -3, 1, { elsewhere: [Math.asinh(2)] });
const EXP = on('exp(-x)+x', 2, 10, { elsewhere: [0] });
const WELL = on('(x^2-1)^2', -0.9, 3, { minima: [1], elsewhere: [-1] });
const QUARTIC = on('x^4', -1, 1, { minima: [0] });
const SHEET = on(SHEET_OBJECTIVE, -5, 20, { minima: SHEET_MINIMA });
const elsewhere = { outcome: 'elsewhere', place: 0 };
const two = { outcome: 'cycling', period: 2 };
const moving = { outcome: 'moving', isFalling: false };
const falling = { outcome: 'moving', isFalling: true };

/** What every engine makes of runs that do not end in a minimum of the range, as computed apart from this lab in float64. */
export function describeEndings(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  const run = async (task: DescendTask, rate: number) => engine.run(descend, { ...task, learningRates: [rate] });

  describe(`${entry.kind} tells`, () => {
    test.each([
      { task: COSH, rate: 0.1, expected: [{ ...elsewhere, count: STARTS }] },
      { task: COSH, rate: 0.5, expected: [{ ...elsewhere, count: STARTS }] },
      {
        task: COSH,
        rate: 0.9,
        expected: [
          { ...two, count: 1396 },
          { outcome: 'diverged', count: 604 },
        ],
      },
      {
        task: COSH,
        rate: 1,
        expected: [
          { ...two, count: 1181 },
          { outcome: 'diverged', count: 819 },
        ],
      },
      { task: EXP, rate: 0.1, expected: [{ ...elsewhere, count: STARTS }] },
      { task: EXP, rate: 1, expected: [{ ...elsewhere, count: STARTS }] },
      { task: EXP, rate: 1.9, expected: [{ ...elsewhere, count: STARTS }] },
      { task: EXP, rate: 2.1, expected: [{ ...two, count: STARTS }] },
      {
        task: WELL,
        rate: 0.05,
        expected: [
          { outcome: 'converged', place: 0, count: 1256 },
          { ...elsewhere, count: 744 },
        ],
      },
      {
        task: QUARTIC,
        rate: 0.1,
        expected: [
          { outcome: 'converged', place: 0, count: 2 },
          { ...moving, count: 1998 },
        ],
      },
      // A step multiplies the distance to 4 by -1.002, so 1,000 of them by 7.4: nothing is beyond the bound yet.
      { task: on('x^2-8x', -2, 10, { minima: [4] }), rate: 1.001, expected: [{ ...moving, count: STARTS }] },
      { task: on('x', -5, 20), rate: 0.1, expected: [{ ...falling, count: STARTS }] },
      { task: on('x', -5, 20), rate: 4, expected: [{ ...falling, count: STARTS }] },
      // In 1,000 steps, ever shorter ones, they come to about 1/30 of the saddle point, or to the edge of the flat half.
      { task: on('x^3', 1, 5, { level: [0] }), rate: 0.01, expected: [{ ...moving, count: STARTS }] },
      { task: on('max(0,x)^2', 1, 5, { level: [0] }), rate: 1e-3, expected: [{ ...moving, count: STARTS }] },
      { task: on('x^3', 1, 5), rate: 0.01, expected: [{ ...falling, count: STARTS }] },
      { task: on('x^3', -5, -1, { level: [0], iterations: 5 }), rate: 1e-5, expected: [{ ...falling, count: STARTS }] },
    ])('where runs on $task.objective end at rate $rate', async ({ task, rate, expected }) => {
      expect(endingsAt(await run(task, rate), 0)).toEqual(expected);
    });

    // Followed apart from this lab in float64 for 20,000 steps: none comes round, and none goes anywhere.
    test.each([
      { task: on('cos(3x)+x^2/50', -10, 10, { minima: [-1.042636, 1.042636] }), rate: 0.5 },
      { task: on('cos(3x)+x^2/50', -10, 10, { minima: [-1.042636, 1.042636] }), rate: 1 },
      { task: on('sin(x)', -10, 10, { minima: [-1.5707963267948966, 4.71238898038469] }), rate: 4.5 },
      { task: on('(x^2-1)^2', -1.2, 1.2, { minima: [-1, 1] }), rate: 0.4 },
    ])('that chaos on $task.objective at rate $rate wanders', async ({ task, rate }) => {
      expect(endingsAt(await run(task, rate), 0)).toEqual([{ outcome: 'wandering', count: STARTS }]);
    });

    test('that a run on its way to a kink, over which it jumps for ever, does not wander but moves', async () => {
      const outcomes = outcomesAt(await run(on('abs(x)', -6, 6, { minima: [0], iterations: 20 }), 0.01), 0);
      expect(outcomes.wandering).toBe(0);
      // Those that come there before step 84 are in a cycle of two for the last 64 of 148: 0.84 of 6 on either side.
      expect(outcomes.cycling / STARTS).toBeCloseTo(0.14, 2);
      expect(outcomes.cycling + outcomes.moving).toBe(STARTS);
    });

    test('on the sheet’s function the slow from the cycling and the chaotic', async () => {
      const slow = outcomesAt(await run(SHEET, 0.001), 0);
      expect(slow.moving).toBe(STARTS - slow.converged);
      expect(slow.moving / STARTS).toBeCloseTo(0.673, 3);
      const chaotic = outcomesAt(await run(SHEET, 0.1), 0);
      expect(chaotic.moving).toBe(0);
      expect((chaotic.cycling + chaotic.wandering) / STARTS).toBeCloseTo(0.254, 3);
    });

    test.each([
      ['x^4-3x^2+x', -5, 20, [-1.3008395659415772, 1.1309011226299859], [0.3]],
      ['(x^2-1)^2', -2, 2, [-1, 1], [0.26, 0.4, 0.5]],
      ['x^2/20+2cos(2x)', -6, 6, [-4.654098868, -1.5513647, 1.5513647, 4.654098868], [0.3, 1, 2]],
      [SHEET_OBJECTIVE, -5, 3.2, SHEET_MINIMA.slice(0, 1), [0.1, 0.105, 0.2]],
    ])(
      'that on %s no run has converged above the limits of its minima',
      async (objective, low, high, minima, rates) => {
        const task = on(objective, low, high, { minima });
        const result = await engine.run(descend, {
          ...task,
          starts: { ...task.starts, count: 5000 },
          learningRates: rates,
        });
        rates.forEach((_, row) => expect(outcomesAt(result, row).converged, `${rates[row]}`).toBe(0));
        expect(result.medianIterations).toEqual(rates.map(() => null));
      },
    );

    test.each(['ln(x)', 'sqrt(x)', 'x^(2/3)'])('that every run leaves the domain of %s', async (objective) => {
      const { starts, ...task } = on(objective, -5, 20, { records: true });
      const result = await run({ ...task, starts }, 0.3);
      expect(endingsAt(result, 0)).toEqual([{ outcome: 'left', count: STARTS }]);
      // A start that is outside has left at once, and ends where it began.
      expect([result.dates![0], result.dates![399]]).toEqual([0, 0]);
      expect(result.dates![400]).toBeGreaterThan(0);
      expect(result.finals![0]).toBeCloseTo(-5 + 0.5 * (25 / STARTS), 5);
      expect(result.finals!.every((theta) => theta <= 0)).toBe(true);
    });

    test('runs that stay inside the domain from those that leave it', async () => {
      const task = on('x - ln(x)', -1, 3, { minima: [1], iterations: 2000 });
      const result = await run(task, 0.5);
      expect(endingsAt(result, 0)).toEqual([
        { outcome: 'converged', place: 0, count: 1500 },
        { outcome: 'left', count: 500 },
      ]);
      const root = await run(on('x sqrt(x) - x', -1, 3, { minima: [4 / 9] }), 0.2);
      expect(outcomesAt(root, 0)).toMatchObject({ converged: 1500, left: 500 });
    });

    test('what stands still from what has converged', async () => {
      const saddle = {
        ...WELL,
        minima: [-1, 1],
        elsewhere: [],
        starts: { ...WELL.starts, count: 1, low: -1, high: 1 },
      };
      expect(endingsAt(await run(saddle, 0.1), 0)).toEqual([{ outcome: 'still', count: 1 }]);
      const minimum = { ...saddle, starts: { ...saddle.starts, low: 0, high: 2 } };
      expect(endingsAt(await run(minimum, 0.1), 0)).toEqual([{ outcome: 'converged', place: 1, count: 1 }]);
      // Beyond 1/4 the minimum is no better than a maximum: a push would drive the run away.
      expect(endingsAt(await run(minimum, 0.3), 0)).toEqual([{ outcome: 'still', count: 1 }]);
    });

    test('what has not happened by the last iteration from what has', async () => {
      const task = on('-x^2', 1, 2, { iterations: 3 });
      expect(endingsAt(await run(task, 1), 0)).toEqual([{ ...falling, count: STARTS }]);
      expect(endingsAt(await run({ ...task, iterations: 30 }, 1), 0)).toEqual([{ outcome: 'diverged', count: STARTS }]);
    });

    test('periods of cycles', async () => {
      // A step makes 3.84 t (1 - t) of t, and the cycle of three draws runs to it: its derivative over three steps is -0.88.
      const { starts, ...task } = on('1.28t^3 - 1.42t^2', 0, 1);
      const result = await run({ ...task, starts: { ...starts, count: 1 } }, 1);
      expect(endingsAt(result, 0)).toEqual([{ outcome: 'cycling', period: 3, count: 1 }]);
    });
  });
}
