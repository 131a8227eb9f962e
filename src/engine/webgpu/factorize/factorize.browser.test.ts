import { afterEach, expect, test, vi } from 'vitest';
import { compute } from '../../engine';
import { sparseTable } from '../../../math/sparse-table';
import { EngineUnavailable } from '../../contract';
import { factorize, type FactorizeTask } from '../../factorize';
import { randomFactorization } from '../../factorize/problems.fixtures';
import { createEngine } from '..';
import { runLosingTheDevice, watchBuffers } from '../device.behaviour';
import { Pace } from '../slices';

afterEach(() => vi.restoreAllMocks());

/** Rows and columns that are cut, an odd number of workgroups, and three rates of which the last one diverges. */
function severalRates(change: Partial<FactorizeTask> = {}): FactorizeTask {
  const task = randomFactorization({ rows: 900, columns: 170, rank: 10, density: 0.5, biases: true, ridge: 0.1 });
  const [rate] = task.learningRates;
  return { ...task, learningRates: [rate, rate / 3, 100 * rate], epochs: 23, every: 4, ...change };
}

test('how the work is sliced does not change a bit of the result', async () => {
  const engine = await createEngine();
  const task = severalRates();
  const whole = await compute(engine, factorize, task);
  expect(whole.diverged.map((date) => date !== null)).toEqual([false, false, true]);
  let slices = 0;
  vi.spyOn(Pace.prototype, 'budget', 'get').mockReturnValue(1);
  vi.spyOn(Pace.prototype, 'record').mockImplementation(() => void slices++);
  expect(await compute(engine, factorize, task)).toEqual(whole);
  expect(slices).toBeGreaterThan(24 * 20);
  // And about three epochs in each slice.
  vi.spyOn(Pace.prototype, 'budget', 'get').mockReturnValue(3.5 * 3 * 2 * 16 * 4 * 77_000);
  slices = 0;
  expect(await compute(engine, factorize, task)).toEqual(whole);
  expect(slices).toBeLessThan(24);
});

test('more rates than fit into a buffer are trained after one another, and give what each gives alone', async () => {
  const engine = await createEngine();
  const task = severalRates({ epochs: 6 });
  const whole = await compute(engine, factorize, task);
  const bytes = 16 * 3 * 900;
  vi.spyOn(GPUSupportedLimits.prototype, 'maxStorageBufferBindingSize', 'get').mockReturnValue(
    Math.max(2.5 * bytes, 8 * 100_000),
  );
  const limits = vi.spyOn(GPUDevice.prototype, 'createBuffer');
  expect(
    await compute(engine, factorize, { ...task, learningRates: Array(40).fill(task.learningRates[0]) }),
  ).toMatchObject({
    u: whole.u,
    v: whole.v,
    iterates: whole.iterates,
    best: 0,
  });
  expect(limits.mock.calls.filter(([{ label }]) => label === 'learning rates').length).toBeGreaterThan(1);
});

test('the best run is told also where it is among those that came later', async () => {
  const engine = await createEngine();
  const task = severalRates({ validation: undefined, epochs: 6, every: 0 });
  const [best] = task.learningRates;
  const alone = await compute(engine, factorize, { ...task, learningRates: [best] });
  const learningRates = [...Array(30).fill(best / 10), best, ...Array(9).fill(best / 20)];
  vi.spyOn(GPUSupportedLimits.prototype, 'maxStorageBufferBindingSize', 'get').mockReturnValue(8 * 100_000);
  const result = await compute(engine, factorize, { ...task, learningRates });
  expect([result.best, result.u, result.columnBiases]).toEqual([30, alone.u, alone.columnBiases]);
});

test('a table that is more than the device takes in one buffer is left to another engine, with the reason', async () => {
  const engine = await createEngine();
  vi.spyOn(GPUSupportedLimits.prototype, 'maxStorageBufferBindingSize', 'get').mockReturnValue(30_000);
  await expect(compute(engine, factorize, severalRates())).rejects.toThrow(EngineUnavailable);
  await expect(compute(engine, factorize, severalRates())).rejects.toThrow(
    /known entries of this table take [\d\u202f]+ bytes, and this adapter allows 30\u202f000 in one buffer/,
  );
});

test('more iterates than a slice may keep are all kept', async () => {
  const engine = await createEngine();
  // 2^22 numbers are kept in a slice: here 34 iterates.
  const task = randomFactorization({ rows: 7000, columns: 600, rank: 16, density: 0.002 }, { epochs: 80, every: 1 });
  vi.spyOn(Pace.prototype, 'budget', 'get').mockReturnValue(1e12);
  const all = await compute(engine, factorize, task);
  const few = await compute(engine, factorize, { ...task, every: 40 });
  const width = 7600 * 16;
  for (let frame = 0; frame < 3; frame++) {
    const kept = all.iterates!.subarray(40 * frame * width, (40 * frame + 1) * width);
    expect(few.iterates!.subarray(frame * width, (frame + 1) * width).every((value, i) => value === kept[i])).toBe(
      true,
    );
  }
});

test('overflow is divergence, whatever comes of it', async () => {
  const engine = await createEngine();
  const task = severalRates({ learningRates: [1e9, 1e-9], ridge: 1e9, bound: 1e30, epochs: 30, every: 0 });
  for (const ridge of [0, 1e9]) {
    const { losses, errors, validationErrors, diverged, best } = await compute(engine, factorize, { ...task, ridge });
    expect(diverged[0]).toBeGreaterThan(0);
    expect(diverged[0]).toBeLessThan(4);
    expect([diverged[1], best]).toEqual([null, 1]);
    for (const curve of [losses, errors]) expect(curve.every((value) => Number.isFinite(value))).toBe(true);
    expect(validationErrors!.every((value) => !Number.isNaN(value))).toBe(true);
  }
});

test('the loss of many entries is summed without losing digits', async () => {
  // Each term is 0.005: one sum from front to back would lose the third digit in float32.
  const [rows, columns] = [2000, 1500];
  const places = Uint32Array.from({ length: rows * columns }, (_, i) => i);
  const ratings = sparseTable(rows, columns, {
    rowOf: places.map((i) => Math.floor(i / columns)),
    columnOf: places.map((i) => i % columns),
    values: new Float32Array(rows * columns).fill(0.1),
  });
  const initial = { u: new Float32Array(rows), v: new Float32Array(columns) };
  const { losses } = await compute(await createEngine(), factorize, {
    ratings,
    rank: 1,
    initial,
    mean: 0,
    biases: false,
    learningRates: [0],
    ridge: 0,
    epochs: 0,
    every: 0,
    bound: 1e9,
  });
  // A few roundings of 6e-8.
  expect(Math.abs(losses[0] / (rows * columns * 0.005) - 1)).toBeLessThan(1e-6);
});

test('a device that is lost in the middle of a factorization is replaced, and the result is the same', async () => {
  const engine = await createEngine();
  const task = severalRates({ epochs: 100, every: 50 });
  const undisturbed = await compute(engine, factorize, task);
  expect(await runLosingTheDevice((options) => compute(engine, factorize, task, options))).toEqual(undisturbed);
});

test('factorizations leave no buffer behind, whether they end well or are aborted', async () => {
  const alive = watchBuffers();
  const engine = await createEngine();
  await compute(engine, factorize, severalRates());
  const controller = new AbortController();
  const long = severalRates({ epochs: 10_000, every: 0 });
  await expect(
    compute(engine, factorize, long, { signal: controller.signal, onProgress: () => controller.abort() }),
  ).rejects.toThrow();
  expect(alive.size).toBe(0);
});
