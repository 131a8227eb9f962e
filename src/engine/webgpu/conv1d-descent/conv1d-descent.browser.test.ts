import { afterEach, expect, test, vi } from 'vitest';
import { compute } from '../../engine';
import { conv1d } from '../../conv1d';
import { conv1dDescent, type Conv1dDescentResult, type Conv1dDescentTask } from '../../conv1d-descent';
import { randomConv1d } from '../../conv1d-descent/problems.fixtures';
import { createEngine } from '..';
import { kernelFor } from './kernel-for';
import { layoutOf } from '../conv1d/layout';
import { runLosingTheDevice, watchBuffers } from '../device.behaviour';
import { Pace } from '../slices';

afterEach(() => vi.restoreAllMocks());

/** A size for each kernel, none a multiple of a tile. */
const KERNELS = [
  ['small', 301, 7],
  ['fused', 30_011, 7],
  ['pair', 20_003, 33],
] as const;

/** Equal bit for bit: `toEqual` takes long for long arrays. */
function expectSame(a: Conv1dDescentResult, b: Conv1dDescentResult): void {
  const bits = ({ x, iterates }: Conv1dDescentResult) =>
    [x, iterates!].map((values) => new Uint32Array(values.buffer, values.byteOffset, values.length));
  expect(bits(a).map(({ length }) => length)).toEqual(bits(b).map(({ length }) => length));
  bits(a).forEach((values, i) => expect(values.findIndex((value, j) => value !== bits(b)[i][j])).toBe(-1));
  expect(a.losses).toEqual(b.losses);
  expect([a.diverged, a.frames]).toEqual([b.diverged, b.frames]);
}

/** Learning rates of which the last one makes the descent diverge. */
function severalRates(length: number, taps: number): Conv1dDescentTask {
  const task = randomConv1d(length, taps, { iterations: 23, every: 4, loss: 'square' });
  const [rate] = task.learningRates;
  return { ...task, learningRates: [rate, rate / 3, 5 * rate] };
}

test.each(KERNELS)(
  '%s: how the work is sliced does not change a bit of the result (%i numbers, %i taps)',
  async (kernel, length, taps) => {
    expect(kernelFor(layoutOf(taps, length - taps + 1))).toBe(kernel);
    const engine = await createEngine();
    const task = severalRates(length, taps);
    const whole = await compute(engine, conv1dDescent, task);
    expect(whole.diverged.map((date) => date !== null)).toEqual([false, false, true]);
    let slices = 0;
    vi.spyOn(Pace.prototype, 'budget', 'get').mockReturnValue(1);
    vi.spyOn(Pace.prototype, 'record').mockImplementation(() => void slices++);
    expectSame(await compute(engine, conv1dDescent, task), whole);
    expect(slices).toBeGreaterThanOrEqual(24);
    // And cut in the middle of the signal's iterations: three or so in each slice.
    vi.spyOn(Pace.prototype, 'budget', 'get').mockReturnValue(3.5 * 3 * 2 * length * (taps + 9));
    expectSame(await compute(engine, conv1dDescent, task), whole);
  },
);

test('how a product is sliced does not change a bit of it', async () => {
  const engine = await createEngine();
  const { taps, initial } = randomConv1d(20_003, 33);
  const task = { taps, input: initial!, transpose: true, repeats: 3 };
  const whole = await compute(engine, conv1d, task);
  vi.spyOn(Pace.prototype, 'budget', 'get').mockReturnValue(1);
  expect((await compute(engine, conv1d, task)).output).toEqual(whole.output);
});

test('more rates than are computed at once give what each gives alone', async () => {
  const engine = await createEngine();
  const task = randomConv1d(50, 5);
  const learningRates = Array.from({ length: 300 }, (_, i) => (task.learningRates[0] * i) / 300);
  const together = await compute(engine, conv1dDescent, { ...task, learningRates });
  for (const i of [0, 255, 256, 299]) {
    const alone = await compute(engine, conv1dDescent, { ...task, learningRates: [learningRates[i]] });
    expect(together.losses.subarray(21 * i, 21 * i + 21)).toEqual(alone.losses);
  }
});

test('more iterates than a slice may keep are all kept', async () => {
  const engine = await createEngine();
  // 2^22 numbers are kept in a slice: here 52 iterates.
  const task = randomConv1d(80_001, 3, { iterations: 130, every: 1 });
  vi.spyOn(Pace.prototype, 'budget', 'get').mockReturnValue(1e12);
  const all = await compute(engine, conv1dDescent, task);
  const few = await compute(engine, conv1dDescent, { ...task, every: 65 });
  for (let frame = 0; frame < 3; frame++) {
    const kept = all.iterates!.subarray(65 * frame * 80_001, (65 * frame + 1) * 80_001);
    expect(few.iterates!.subarray(frame * 80_001, (frame + 1) * 80_001).every((value, i) => value === kept[i])).toBe(
      true,
    );
  }
});

test.each(['huber', 'square'] as const)('overflow is divergence, whatever comes of it: %s', async (loss) => {
  const engine = await createEngine();
  for (const [, length, taps] of KERNELS) {
    const task = randomConv1d(length, taps, {
      loss,
      learningRates: [1e9, 1e-9],
      ridge: 1e9,
      bound: 1e30,
      iterations: 30,
    });
    const { losses, diverged } = await compute(engine, conv1dDescent, task);
    expect(diverged[0]).toBeGreaterThan(0);
    expect(diverged[0]).toBeLessThan(4);
    expect(diverged[1]).toBe(null);
    expect(losses.every((objective) => Number.isFinite(objective))).toBe(true);
  }
});

test('the objective of many numbers is summed without losing digits', async () => {
  // Each term is 0.005: one sum from front to back would lose the third digit in float32.
  const observed = new Float32Array(3_000_001).fill(0.1);
  const { losses } = await compute(await createEngine(), conv1dDescent, {
    taps: Float32Array.of(1),
    observed,
    loss: 'square',
    ridge: 0,
    learningRates: [0],
    iterations: 0,
    every: 0,
    bound: 1e9,
  });
  // A few roundings of 6e-8.
  expect(Math.abs(losses[0] / (3_000_001 * 0.005) - 1)).toBeLessThan(1e-6);
});

test('a device that is lost in the middle of a descent is replaced, and the result is the same', async () => {
  const engine = await createEngine();
  const task = randomConv1d(100_003, 31, { iterations: 60, every: 30 });
  const undisturbed = await compute(engine, conv1dDescent, task);
  expectSame(await runLosingTheDevice((options) => compute(engine, conv1dDescent, task, options)), undisturbed);
});

test('convolutions leave no buffer behind, whether they end well or are aborted', async () => {
  const alive = watchBuffers();
  const engine = await createEngine();
  for (const [, length, taps] of KERNELS) await compute(engine, conv1dDescent, severalRates(length, taps));
  await compute(engine, conv1d, {
    taps: Float32Array.of(1, 2),
    input: new Float32Array(1000),
    transpose: false,
    repeats: 3,
  });
  const controller = new AbortController();
  const long = randomConv1d(300_000, 64, { iterations: 1000 });
  await expect(
    compute(engine, conv1dDescent, long, { signal: controller.signal, onProgress: () => controller.abort() }),
  ).rejects.toThrow();
  expect(alive.size).toBe(0);
});

test('a signal of 16,777,216 numbers under 64 taps descends with progress, and can be aborted', async () => {
  const engine = await createEngine();
  const taps = Float32Array.from({ length: 64 }, (_, j) => (j === 5 ? 1 : 1 / 256));
  const observed = Float32Array.from({ length: 2 ** 24 - 63 }, (_, i) => (i % 7 === 0 ? 2 : 0));
  const task: Conv1dDescentTask = {
    taps,
    observed,
    loss: 'huber',
    ridge: 0,
    learningRates: [0.5],
    iterations: 1,
    every: 0,
    bound: 1e30,
  };
  const fractions: number[] = [];
  const { x, losses } = await compute(engine, conv1dDescent, task, {
    onProgress: (fraction) => fractions.push(fraction),
  });
  // From x = 0 the residuals are -2 and 0, and their slopes -1 and 0.
  const slope = (row: number) => (row >= 0 && row < observed.length && observed[row] > 0 ? -1 : 0);
  for (const i of [0, 5, 70, 8_388_608, 8_388_613, 2 ** 24 - 64, 2 ** 24 - 1]) {
    let gradient = 0;
    for (let j = 0; j < 64; j++) gradient += taps[j] * slope(i - j);
    expect(Math.abs(x[i] + 0.5 * gradient)).toBeLessThan(1e-6);
  }
  expect(Math.abs(losses[0] / (1.5 * Math.ceil(observed.length / 7)) - 1)).toBeLessThan(1e-6);
  expect(losses[1]).toBeLessThan(losses[0]);
  expect(fractions.length).toBeGreaterThan(10);

  const controller = new AbortController();
  const run = compute(
    engine,
    conv1dDescent,
    { ...task, iterations: 100 },
    {
      signal: controller.signal,
      onProgress: (fraction) => {
        if (fraction >= 0.003) controller.abort(new Error('no longer wanted'));
      },
    },
  );
  await expect(run).rejects.toThrow('no longer wanted');
});
