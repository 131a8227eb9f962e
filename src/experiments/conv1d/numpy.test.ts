import { expect, test, type TestContext } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { numbersOf, saved } from '../../formula/python.fixtures';
import { SHEET_CONV1D } from '../../math/conv1d-sheet-values';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import { numpy } from './numpy';
import { parameters, type Conv1dData, type Conv1dParameters } from './parameters';
import type { Conv1dRun } from './run';

const defaults = defaultsOf(parameters);
const run = (p: Conv1dParameters, data: Conv1dData = {}): Promise<Conv1dRun> =>
  experiment.run!(experiment.prepare(p, data), chooseEngine('cpu'), {});

/** What the program prints where the data are saved as a person would. */
function printedFor(p: Conv1dParameters, data: Conv1dData, context: TestContext): number[][] {
  const files = Object.entries(data).map(([name, samples]: [string, Float64Array]) => [
    `${name}.txt`,
    samples.join('\n'),
  ]);
  return numbersOf(numpy(p, data), context, saved(Object.fromEntries(files), context));
}

/** Iteration and loss, line by line; sums are taken in another order. */
function expectSame(lines: number[][], losses: ArrayLike<number>): void {
  expect(lines.map(([k]) => k)).toEqual(Array.from(losses, (_, k) => k));
  lines.forEach(([k, loss]) => expect(Math.abs(loss - losses[k])).toBeLessThanOrEqual(1e-9 * losses[k]));
}

const quiet = { noise: 0, outliers: 0 };

test.for<Partial<Conv1dParameters>>([
  quiet,
  { ...quiet, signal: 'bumps', loss: 'square', filter: '0.5 -1 0.25', ridge: 0 },
  { ...quiet, signal: 'doppler', filter: 'box 4', length: 300, learningRate: 0.7, iterations: 30 },
  { ...quiet, signal: 'heavisine', filter: 'difference', length: 200 },
])('without noise, the program of %o prints the losses of the lab', async (change, context) => {
  const p = { ...defaults, ...change };
  expectSame(numbersOf(numpy(p), context), (await run(p)).result.losses);
});

test('at the defaults the losses are alike, and from the same observation they are the same', async (context) => {
  const { result, recovery } = await run(defaults);
  const lines = numbersOf(numpy(defaults), context);
  // Each outlier adds about 4, and both numbers of outliers are binomial; the last loss is of little else.
  const allowed = 4 * 4 * Math.sqrt(2 * recovery.rows * defaults.outliers);
  expect(lines.length).toBe(101);
  for (const [k, loss] of lines) expect(Math.abs(loss - result.losses[k])).toBeLessThan(allowed);
  const data = { observed: recovery.observed };
  expectSame(printedFor(defaults, data, context), result.losses);
});

test("data of one's own are loaded by their names", async (context) => {
  const data = {
    observed: Float64Array.from(SHEET_CONV1D.observed),
    filterTaps: Float64Array.from(SHEET_CONV1D.taps),
    initial: new Float64Array(8).fill(0.25),
  };
  const p = { ...defaults, ridge: SHEET_CONV1D.ridge };
  expectSame(printedFor(p, data, context), (await run(p, data)).result.losses);
  const samples = { samples: Float64Array.from({ length: 90 }, (_, i) => Math.sin(i / 9)) };
  const own: Conv1dParameters = { ...defaults, ...quiet, signal: 'data' };
  expectSame(printedFor(own, samples, context), (await run(own, samples)).result.losses);
});
