import { conv1dDescent, type Conv1dDescentTask } from '../../engine/conv1d-descent';
import { expect, test } from 'vitest';
import type { Engine } from '../../engine/contract';
import { chooseEngine } from '../../engine/chooser';
import { Conv1d } from '../../math/conv1d';
import { SHEET_CONV1D } from '../../math/conv1d-sheet-values';
import { gradientDescent } from '../../math/gradient-descent';
import { signalAt } from '../../math/signals';
import { defaultsOf, ParameterError } from '../parameters';
import type { Ui, View } from '../view';
import { experiment } from './experiment';
import { measureCost } from './operator-cost';
import { parameters, type Conv1dData, type Conv1dParameters } from './parameters';
import type { Conv1dProblem } from './problem';
import { affordable, sweepRates } from './rates';
import type { Conv1dRun } from './run';
import { iterateAt, shownIteration, views } from './views';

const defaults = defaultsOf(parameters);
const prepared = (change: Partial<Conv1dParameters> = {}, data: Conv1dData = {}) =>
  experiment.prepare({ ...defaults, ...change }, data);
const run = async (change?: Partial<Conv1dParameters>, data?: Conv1dData, engine?: Engine) =>
  experiment.run!(prepared(change, data), engine ?? chooseEngine('cpu'), {});
const sweep = async (change: Partial<Conv1dParameters>, { recovery }: Conv1dRun, engine?: Engine) =>
  sweepRates({ ...defaults, ...change }, recovery, engine ?? chooseEngine('cpu'), {});
/** What a view's chart draws of a run. */
const drawn = <Data>(
  view: View<Conv1dParameters, Conv1dProblem, Conv1dRun, undefined, Data>,
  run: Conv1dRun,
  change: Partial<Conv1dParameters> = {},
): Data => {
  const parameters = { ...run.result.parameters, ...change };
  const ui = { parameters } as Ui<Conv1dParameters>;
  return view.data({ problem: { ...run.recovery, parameters, data: {} }, run, computed: undefined, others: {}, ui });
};
const sheetData: Conv1dData = {
  observed: Float64Array.from(SHEET_CONV1D.observed),
  filterTaps: Float64Array.from(SHEET_CONV1D.taps),
};
const sheet: Partial<Conv1dParameters> = { ridge: SHEET_CONV1D.ridge, learningRate: SHEET_CONV1D.learningRate };
const messageOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(ParameterError);
    return (error as Error).message;
  }
  return 'nothing was refused';
};

test("given the sheet's numbers, the descent is the sheet's to the letter", async () => {
  const { result, recovery, iterates, every, frames } = await run(sheet, sheetData);
  expect([every, frames, recovery.signal, recovery.length, recovery.rows]).toEqual([1, 101, undefined, 8, 6]);
  for (const { iteration, x, objective } of SHEET_CONV1D.iterates) {
    x.forEach((value, i) => expect(Math.abs(iterates![8 * iteration + i] - value)).toBeLessThan(1e-12));
    expect(Math.abs(result.losses[iteration] - objective)).toBeLessThan(1e-12);
  }
  expect(Math.abs(result.operatorNorm - SHEET_CONV1D.norm)).toBeLessThan(1e-9);
  expect(Math.abs(result.threshold - SHEET_CONV1D.threshold)).toBeLessThan(1e-9);
  expect(result.adjointError).toBeLessThan(1e-15);
  expect([result.normIsBound, result.diverged, result.learningRate]).toEqual([false, null, 0.1]);
});

test('a start of its own is where the descent begins', async () => {
  const initial = Float32Array.from({ length: 8 }, (_, i) => i / 8);
  const { result } = await run(sheet, { ...sheetData, initial });
  const { x } = await gradientDescent({
    A: new Conv1d(SHEET_CONV1D.taps, 8),
    b: SHEET_CONV1D.observed,
    x0: initial,
    loss: 'huber',
    ridge: 0.1,
    learningRate: 0.1,
    iterations: 100,
  });
  x.forEach((value, i) => expect(Math.abs(result.x[i] - value)).toBeLessThan(1e-12));
});

test('as it stands, a blurred signal with noise and outliers is recovered', async () => {
  const { result, recovery } = await run();
  const { signal, observed, rows, length, taps } = recovery;
  expect([length, rows, taps.length, result.x.length, result.losses.length]).toEqual([1024, 994, 31, 1024, 101]);
  expect(signal![511]).toBe(signalAt('blocks', 511, 1024));
  const off = Array.from(new Conv1d(taps, length).apply(signal!), (value, i) => observed[i] - value);
  const outliers = off.filter((value) => Math.abs(value) > 1);
  const noise = off.filter((value) => Math.abs(value) <= 1);
  // One in a hundred, and 0.02: to four standard errors.
  expect(Math.abs(outliers.length - 10)).toBeLessThan(4 * Math.sqrt(10));
  expect(
    Math.abs(Math.sqrt(noise.reduce((sum, value) => sum + value * value, 0) / noise.length) / 0.02 - 1),
  ).toBeLessThan(4 / Math.sqrt(2 * noise.length));
  expect(result.learningRate).toBeCloseTo(0.9 * result.threshold, 12);
  expect(result.threshold).toBeCloseTo(2 / (result.operatorNorm ** 2 + 0.01), 12);
  // What is recovered is closer to the signal than zero is, by far; its jumps stay a little blurred.
  const distance = (x: ArrayLike<number>) =>
    Math.sqrt(Array.from(signal!).reduce((sum, value, i) => sum + (value - x[i]) ** 2, 0));
  expect(distance(result.x) / distance(new Float64Array(1024))).toBeLessThan(0.35);
});

test('the square loss is thrown off further by outliers', async () => {
  const errors = await Promise.all(
    (['huber', 'square'] as const).map(async (loss) => {
      const { result, recovery } = await run({ loss, outliers: 0.05, signal: 'heavisine' });
      return Array.from(recovery.signal!)
        .slice(40, -40)
        .reduce((sum, value, i) => sum + (value - result.x[i + 40]) ** 2, 0);
    }),
  );
  expect(errors[1]).toBeGreaterThan(2 * errors[0]);
});

test('the same seed makes the same problem, another seed another one', async () => {
  const [one, same, other] = await Promise.all([run(), run(), run({ seed: 2 })]);
  expect(same.recovery.observed).toEqual(one.recovery.observed);
  expect(same.result.x).toEqual(one.result.x);
  expect(other.recovery.observed).not.toEqual(one.recovery.observed);
  expect(other.recovery.signal).toEqual(one.recovery.signal);
});

test('a signal that was loaded is blurred like the others', async () => {
  const signal = Float32Array.from({ length: 300 }, (_, i) => Math.sin(i / 20));
  const { recovery } = await run({ signal: 'data', filter: 'box 2', noise: 0, outliers: 0 }, { samples: signal });
  expect([recovery.length, recovery.rows]).toEqual([300, 296]);
  recovery.observed.forEach((value, i) =>
    expect(value).toBeCloseTo(signal.slice(i, i + 5).reduce((a, b) => a + b) / 5, 12),
  );
  expect(recovery.signal).toBe(signal);
});

test.each([1e-3, 1, 1e6])(
  'noise and outliers of a signal that was loaded are in units of its spread: %d',
  async (unit) => {
    const signal = Float64Array.from(
      { length: 2000 },
      (_, i) => unit * (5 + Math.SQRT2 * Math.sin((2 * Math.PI * i) / 100)),
    );
    const off = async (change: Partial<Conv1dParameters>) => {
      const { recovery } = await run({ signal: 'data', filter: '1', iterations: 1, ...change }, { samples: signal });
      return Array.from(recovery.observed, (value, i) => (value - signal[i]) / unit);
    };
    const noise = await off({ noise: 0.5, outliers: 0 });
    expect(Math.abs(Math.sqrt(noise.reduce((sum, value) => sum + value * value, 0) / 2000) / 0.5 - 1)).toBeLessThan(
      4 / Math.sqrt(4000),
    );
    const outliers = (await off({ noise: 0, outliers: 0.1 })).filter((value) => Math.abs(value) > 1e-6).map(Math.abs);
    expect(Math.min(...outliers)).toBeGreaterThan(3 - 1e-6);
    expect(Math.max(...outliers)).toBeLessThan(6 + 1e-6);
  },
);

test.each<{ title: string; change: Partial<Conv1dParameters> }>([
  { title: "the sheet's filter on a signal", change: { filter: '0.5 -1 0.25', length: 200, noise: 0.1, outliers: 0 } },
  { title: 'the defaults', change: {} },
  { title: 'the square loss', change: { loss: 'square', length: 500 } },
  { title: 'few iterations', change: { iterations: 5, length: 300, filter: 'box 4' } },
  { title: 'differences', change: { filter: 'difference', length: 400, ridge: 0.1 } },
  { title: 'no ridge', change: { ridge: 0, length: 300 } },
  { title: 'nearly nothing but the ridge', change: { ridge: 1000, length: 200 } },
  { title: 'a single tap', change: { filter: '2', length: 100 } },
  { title: 'a box as long as the signal', change: { filter: 'box 100', length: 201 } },
  { title: 'a long signal', change: { filter: 'box 2', length: 2000, iterations: 10 } },
  ...(['huber', 'square'] as const).flatMap((loss) =>
    [0, 0.2].flatMap((outliers) =>
      ['gaussian 15', 'box 4', '0.5 -1 0.25'].map((filter) => ({
        title: `${loss}, ${outliers} outliers, ${filter}`,
        change: { loss, outliers, filter, length: 200, iterations: 30 },
      })),
    ),
  ),
])('the rate at which a disturbance was seen to grow is within 1 % of 2/(|A|² + λ): $title', async ({ change }) => {
  const p = { ...defaults, ...change };
  const computed = await run(p);
  const view = await sweep(p, computed);
  expect([view.learningRates.length, view.losses.length, view.iterations, view.length]).toEqual([
    100,
    100,
    p.iterations,
    p.length,
  ]);
  expect(view.predicted).toBe(computed.result.threshold);
  expect(Math.abs(view.measured! / view.predicted - 1)).toBeLessThan(0.01);
  expect(view.start).toBe(computed.result.losses[0]);
  // The losses are those of single descents.
  const i = view.learningRates.findIndex((rate) => rate > 0.5 * view.predicted);
  const alone = await run({ ...p, learningRate: view.learningRates[i] });
  expect(view.losses[i] / alone.result.losses[p.iterations]).toBeCloseTo(1, 12);
});

test("for the sheet's own numbers, too", async () => {
  const { predicted, measured } = await sweep(sheet, await run(sheet, sheetData));
  expect(Math.abs(predicted - SHEET_CONV1D.threshold)).toBeLessThan(1e-9);
  expect(Math.abs(measured! / predicted - 1)).toBeLessThan(0.01);
});

test('a hundred descents that would take too long are made on the beginning of the signal', async () => {
  const tasks: number[] = [];
  const cpu = chooseEngine('cpu');
  // Computes the beginning of the signal, too, so that it does not take long.
  const engine: Engine = {
    run: (computation, task, options) => {
      if (computation.name !== conv1dDescent.name) return cpu.run(computation, task, options);
      const { observed, initial } = task as Conv1dDescentTask;
      tasks.push(observed.length);
      const begun = { ...task, observed: observed.slice(0, 100), initial: initial?.slice(0, 102) };
      return cpu.run(computation, begun, options);
    },
  };
  const p = { length: 100_000, iterations: 1000, filter: 'box 1' };
  const view = await sweep(p, await run(p, {}, engine), engine);
  expect(tasks[0]).toBe(99_998);
  expect(tasks[1]).toBe(view.length - 2);
  // These samples, taps, steps and rates, forth and back, make the six thousand million multiply-adds that are allowed.
  expect(view.length).toBe(10_000);
});

test('the iterate that is asked for is shown, or the last kept one before it', async () => {
  const p = { length: 64, filter: 'box 1', iterations: 2500 };
  const computed = await run(p);
  expect([computed.every, computed.frames]).toEqual([3, 834]);
  expect([null, 2500, 9999, 0, 8].map((asked) => shownIteration(computed, asked))).toEqual([2500, 2500, 2500, 0, 6]);
  expect(Array.from(iterateAt(computed, 0))).toEqual(Array(64).fill(0));
  expect(iterateAt(computed, 2500)).toBe(computed.result.x);
  const early = await run({ ...p, iterations: 7 });
  expect(Array.from(iterateAt(computed, 6))).toEqual(Array.from(early.iterates!.subarray(6 * 64, 7 * 64)));
  expect(iterateAt(computed, 6), 'drawn again, it is the same object').toBe(iterateAt(computed, 6));
});

test('the signal picture has the observation where the filter saw it, and the recovery at the shown iteration', async () => {
  const computed = await run({ length: 64, filter: 'box 1', iterations: 20 });
  const { panels, iteration, iterations, length } = drawn(views.signal, computed, { iteration: 5 });
  const [{ series: observations }, { series: recovered }] = panels;
  expect([iteration, iterations, length]).toEqual([5, 20, 64]);
  expect([observations[0].values, observations[0].offset]).toEqual([computed.recovery.observed, 1]);
  expect(recovered.map(({ values }) => values)).toEqual([computed.recovery.signal, iterateAt(computed, 5)]);
  const blind = await run(
    { iterations: 20 },
    { observed: computed.recovery.observed, filterTaps: computed.recovery.taps },
  );
  expect(drawn(views.signal, blind).panels[1].series).toHaveLength(1);
});

test.each([
  { unit: 1e-3, loss: 'huber' },
  { unit: 1000, loss: 'huber' },
  { unit: 1000, loss: 'square' },
] as const)(
  'what is recovered of a signal that was loaded does not depend on its unit: $unit, $loss',
  async ({ unit, loss }) => {
    const ramp = Float64Array.from({ length: 120 }, (_, i) => i / 120);
    const initial = ramp.map((value) => value / 2);
    const of = async (times: number) => {
      const data = { samples: ramp.map((value) => value * times), initial: initial.map((value) => value * times) };
      const computed = await run({ signal: 'data', outliers: 0.05, loss }, data);
      return { ...computed, rates: await sweep({ signal: 'data', loss, iterations: 20 }, computed) };
    };
    const [one, other] = [await of(1), await of(unit)];
    const near = (a: ArrayLike<number>, b: ArrayLike<number>, times: number) =>
      Array.from(a).forEach((value, i) =>
        expect(Math.abs(b[i] / times - value)).toBeLessThan(1e-9 * Math.max(1, value)),
      );
    near(one.result.x, other.result.x, unit);
    near(one.iterates!, other.iterates!, unit);
    near(one.result.losses, other.result.losses, unit ** 2);
    near(one.rates.losses, other.rates.losses, unit ** 2);
    expect(other.rates.diverged).toEqual(one.rates.diverged);
    expect(other.result.unit / unit).toBeCloseTo(one.result.unit, 12);
  },
);

test('no iterates are kept of a signal that is too long for two of them: the last one is shown', async () => {
  const observed = new Float32Array(5_000_000);
  observed[7] = 1;
  const computed = await run({ iterations: 1, filter: '1' }, { observed });
  expect([computed.every, computed.frames, computed.iterates]).toEqual([0, 0, undefined]);
  expect(shownIteration(computed, 0)).toBe(1);
  expect(iterateAt(computed, 0)).toBe(computed.result.x);
  expect(computed.result.x[7]).toBeCloseTo((0.9 * 2) / 1.01, 12);
});

test('the filter picture has the gain at each frequency, highest at its bound', async () => {
  const { response, norm } = drawn(views.filter, await run({ filter: 'difference', length: 64 }));
  const last = response.gain.length - 1;
  expect([response.frequency[0], response.gain[0], response.frequency[last]]).toEqual([0, 0, 0.5]);
  expect(response.gain[last]).toBeCloseTo(2, 12);
  expect(norm).toBeCloseTo(Math.sqrt(2 + 2 * Math.cos(Math.PI / 64)), 9);
});

test('the operator picture measures the matrix where it fits, and the operator anywhere', async () => {
  const computed = await run();
  const small = await measureCost(prepared(), chooseEngine('cpu'), {});
  expect([small.dense.bytes, small.operator.bytes, small.dense.multiplyAdds, small.operator.multiplyAdds]).toEqual([
    8 * 994 * 1024,
    8 * 31,
    994 * 1024,
    994 * 31,
  ]);
  expect(small.dense.milliseconds).toBeGreaterThan(0);
  expect(small.operator.milliseconds).toBeGreaterThan(0);
  expect(computed.adjoint.error).toBeLessThan(1e-14);
  expect(Math.abs(computed.adjoint.left)).toBeGreaterThan(1);
  const large = await measureCost(prepared({ length: 20_000 }), chooseEngine('cpu'), {});
  expect(large.dense.milliseconds).toBe(null);
  expect(large.operator.milliseconds).toBeGreaterThan(0);
});

test('divergence is a result', async () => {
  const { result } = await run({ learningRate: 10, loss: 'square' });
  expect(result.diverged).toBeGreaterThan(0);
  expect(result.losses[100]).toBe(result.losses[result.diverged!]);
});

test('a long signal takes its norm from the filter, one in between from the operator', async () => {
  const long = await run({ length: 200_000, iterations: 1 });
  expect([long.result.normIsBound, long.result.operatorNorm]).toEqual([
    true,
    new Conv1d(long.recovery.taps, 31).normBound(),
  ]);
  const between = await run({ length: 5000, iterations: 1 });
  expect(between.result.normIsBound).toBe(false);
  expect(between.result.operatorNorm).toBeLessThan(1);
});

test('every claim is held against what was computed', async () => {
  for (const { result } of [await run(), await run(sheet, sheetData)]) {
    expect((await experiment.claims!()).map((claim) => claim.compute(result)?.verdict)).toEqual([
      'agrees',
      'agrees',
      'agrees',
      'agrees',
    ]);
  }
  const { result } = await run({ learningRate: 3 });
  const outcome = (await experiment.claims!()).at(-1)!.compute(result)!;
  expect(outcome.verdict).toBe('imprecise');
  expect(outcome.computed).toContain('151\u202f%');
  expect((await experiment.claims!())[1].compute({ ...result, adjointError: 0.1 })!.verdict).toBe('differs');
});

test.each<[string, Partial<Conv1dParameters>, Conv1dData | undefined]>([
  [
    'filter="gaussian 15" cannot be used: it takes no more taps than the signal has samples: 30 here, and this filter has 31 taps',
    { length: 30 },
    undefined,
  ],
  [
    'filter-taps="3 numbers" cannot be used: it takes no more taps than the signal has samples: 2 here, and this filter has 3 taps',
    { signal: 'data' },
    { samples: new Float32Array(2), filterTaps: Float64Array.of(1, 2, 3) },
  ],
  ['filter-taps="2 numbers" cannot be used', {}, { filterTaps: Float64Array.of(0, 0) }],
  ['filter-taps="1 number" cannot be used', {}, { filterTaps: Float64Array.of(NaN) }],
  ['signal="data" cannot be used: it takes data only once there is some', { signal: 'data' }, undefined],
  [
    'initial="7 numbers" cannot be used: it takes 8 numbers, as many as x has',
    {},
    { ...sheetData, initial: new Float64Array(7) },
  ],
  ['observed="0 numbers" cannot be used', {}, { observed: new Float64Array(0) }],
  [
    'observed="1 2 3" cannot be used: it takes a Float32Array or a Float64Array',
    {},
    { observed: [1, 2, 3] as unknown as Float64Array },
  ],
  [
    'observed="16\u202f777\u202f216 numbers" cannot be used: it takes few enough that x has at most 16\u202f777\u202f216',
    {},
    { observed: new Float32Array(2 ** 24) },
  ],
  ['iteration="101" cannot be used', { iteration: 101 }, undefined],
])('%s', async (message, change, data) => {
  expect(await messageOf(() => experiment.check!({ ...defaults, ...change }, data ?? {}, new Set()))).toContain(
    message,
  );
});

test('a sample that is not a number is refused by its index', async () => {
  const signal = new Float32Array(100);
  signal[42] = NaN;
  expect(await messageOf(() => run({ signal: 'data' }, { samples: signal }))).toContain(
    'signal="NaN at index 42" cannot be used: it takes numbers from',
  );
  expect(await messageOf(() => run({}, { observed: signal }))).toContain('observed="NaN at index 42"');
  expect(await messageOf(() => run({ length: 100 }, { initial: signal }))).toContain('initial="NaN at index 42"');
});

test('making a long signal reports progress, and can be stopped', async () => {
  const controller = new AbortController();
  const progress: number[] = [];
  const onProgress = (fraction: number) => {
    progress.push(fraction);
    if (progress.length === 3) controller.abort(new Error('enough'));
  };
  await expect(
    experiment.run!(prepared({ length: 16_000_000 }), chooseEngine('cpu'), { signal: controller.signal, onProgress }),
  ).rejects.toThrow('enough');
  progress.forEach((fraction, i) => expect(fraction).toBeGreaterThan(progress[i - 1] ?? 0));
  expect(progress[2]).toBeLessThan(0.05);
});

test('of a signal too long for a hundred descents, the liveliest piece is descended on', async () => {
  const taps = new Float64Array(31).fill(1 / 31);
  const length = 100_000;
  const rows = length - taps.length + 1;
  const observed = new Float64Array(rows);
  for (let i = 60_000; i < 61_000; i++) observed[i] = Math.sin(i);
  const initial = Float64Array.from({ length }, (_, i) => i);
  const { part: piece, count } = await affordable({ taps, length, rows, observed, initial, unit: 1 }, 200, {});
  expect(count).toBe(100);
  expect(piece.length).toBeLessThan(length);
  expect(piece.rows).toBe(piece.length - 30);
  expect(Math.max(...piece.observed)).toBeGreaterThan(0.9);
  expect(piece.initial!.length).toBe(piece.length);
  expect(piece.initial![0] % 1).toBe(0);
  // The starts belong to the same place as the observations.
  expect(observed[piece.initial![0]]).toBe(piece.observed[0]);
});

test('the length follows from the data, where there are any', () => {
  const decided = (change: Partial<Conv1dParameters>, data: Conv1dData) =>
    experiment.decided!({ ...defaults, ...change }, data).length?.value;
  const samples = new Float64Array(50);
  expect(decided({}, {})).toBe(undefined);
  expect(decided({}, { samples }), 'a test signal is shown').toBe(undefined);
  expect(decided({ signal: 'data' }, { samples })).toBe(50);
  expect(decided({}, { observed: samples, filterTaps: Float64Array.of(1, 2, 3) })).toBe(52);
});

test('fewer iterations than the one that is shown show the last one', () => {
  const follow = (iterations: number, iteration: number | null) =>
    experiment.follow!('iterations', iterations, { ...defaults, iteration });
  expect([follow(5, 6), follow(5, 5), follow(5, null)]).toEqual([{ iteration: null }, {}, {}]);
});

test('the head has the loss in force: squares with their half, or huber by its name', () => {
  const head = (loss: 'huber' | 'square') => experiment.head!({ ...defaults, loss });
  expect(head('huber').match(/huber/g)).toHaveLength(2);
  expect(head('square')).not.toMatch(/huber|square/);
  expect(head('square')).toContain('<mfrac><mn>1</mn><mn>2</mn></mfrac><munder>');
});
