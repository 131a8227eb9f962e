import { describe, expect, test } from 'vitest';
import { Conv1d } from '../../math/conv1d';
import { SHEET_ADJOINT, SHEET_CONV1D } from '../../math/conv1d-sheet-values';
import { PRECISIONS, relativeError } from '../acceptance.behaviour';
import { chooseEngine } from '../chooser';
import type { Samples } from '../contract';
import { CONV1D_SIZES, randomConv1d } from '../conv1d-descent/problems.fixtures';
import type { engines } from '../engines';
import { conv1d } from '.';

const dot = (a: Samples, b: Samples) => Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);

/** What every engine must do: run for each of them. Where an engine cannot be had, every test fails. */
export function describeConv1d(entry: (typeof engines)[number]): void {
  const engine = chooseEngine(entry.kind, [entry]);
  // The sums of 4,096 products lose about sqrt(4096) roundings. That is 1e-12 in float64 and 1e-5 in float32.
  const tolerance = PRECISIONS[entry.precision].rounding > 1e-10 ? 1e-5 : 1e-12;
  const taps = Float64Array.from(SHEET_CONV1D.taps);

  describe(`${entry.kind} convolves`, () => {
    test("and knows the sheet's products, exactly", async () => {
      const forward = await engine.run(conv1d, {
        taps,
        input: Float64Array.from(SHEET_ADJOINT.x),
        transpose: false,
        repeats: 1,
      });
      const back = await engine.run(conv1d, {
        taps,
        input: Float32Array.from(SHEET_ADJOINT.y),
        transpose: true,
        repeats: 5,
      });
      // Few binary digits: nothing is rounded in either format.
      expect(Array.from(forward.output)).toEqual(SHEET_ADJOINT.Ax);
      expect(Array.from(back.output)).toEqual(SHEET_ADJOINT.transposedY);
      expect(forward.engine).toMatchObject({ kind: entry.kind, precision: entry.precision });
      for (const { milliseconds } of [forward, back]) expect(milliseconds).toBeGreaterThanOrEqual(0);
    });

    test.each(CONV1D_SIZES)(
      'with %i samples and %i taps as the library does, and its transpose is the adjoint',
      async (length, taps) => {
        const { taps: filter, observed: y, initial: x } = randomConv1d(length, taps);
        const A = new Conv1d(filter, length);
        const forward = (await engine.run(conv1d, { taps: filter, input: x!, transpose: false, repeats: 2 })).output;
        const back = (await engine.run(conv1d, { taps: filter, input: y, transpose: true, repeats: 1 })).output;
        expect(relativeError(forward, A.apply(x!))).toBeLessThan(tolerance);
        expect(relativeError(back, A.transpose.apply(y))).toBeLessThan(tolerance);
        const scale = Math.sqrt(dot(forward, forward) * dot(y, y)) + 1;
        expect(Math.abs(dot(forward, y) - dot(x!, back)) / scale).toBeLessThan(tolerance);
      },
    );

    test('and refuses a task by name and value', async () => {
      const task = { taps, input: new Float64Array(2), transpose: false, repeats: 1 };
      await expect(engine.run(conv1d, task)).rejects.toThrow('input.length is 2; it takes 3 to 16777216 numbers');
    });
  });
}
