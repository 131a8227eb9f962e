import { afterEach, expect, test, vi } from 'vitest';
import { compute } from '../engine';
import { trace } from '../trace';
import { EngineLost, EngineUnavailable } from '../contract';
import { descend, type DescendTask } from '../descend';
import { sheetTask } from '../descend/sheet.fixtures';
import { createEngine } from '.';
import { Buffers } from './buffers';
import { currentGpu, releaseGpu, withGpu } from './device';
import { setWords } from '../../words/set-words';
import { runLosingTheDevice, watchBuffers } from './device.behaviour';

const long: DescendTask = { ...sheetTask(100_000), learningRates: [0.001, 0.003] };

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  setWords();
  // Another test is not to meet an adapter that pretends.
  await releaseGpu();
});

test('a device that is lost in the middle of a run is replaced, and the result is the same', async () => {
  const engine = await createEngine();
  const undisturbed = await compute(engine, descend, long);
  expect(await runLosingTheDevice((options) => compute(engine, descend, long, options))).toEqual(undisturbed);
});

test('a device that is lost again and again loses the engine', async () => {
  const engine = await createEngine();
  const timer = setInterval(
    () =>
      void currentGpu().then(
        ({ device }) => device.destroy(),
        () => undefined,
      ),
    5,
  );
  await expect(compute(engine, descend, long)).rejects.toThrow(EngineLost);
  clearInterval(timer);
});

test('a run leaves no buffer behind, whether it ends well or is aborted', async () => {
  const alive = watchBuffers();
  const engine = await createEngine();
  await compute(engine, descend, {
    ...sheetTask(1000),
    records: true,
    histogram: { low: 0, high: 1, count: 3 },
    density: { low: 0, high: 1, count: 3, last: 5 },
  });
  await compute(engine, trace, {
    objective: 'x^2',
    learningRate: 0.1,
    starts: [1, 2],
    iterations: 10,
    every: 1,
    bound: 10,
  });
  const controller = new AbortController();
  const aborted = compute(engine, descend, long, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(aborted).rejects.toThrow();
  expect(alive.size).toBe(0);
});

test('an engine whose device was given back works with another one', async () => {
  const engine = await createEngine();
  const before = await currentGpu();
  await engine.release();
  expect((await before.device.lost).reason).toBe('destroyed');
  const { counts } = await compute(engine, descend, { ...sheetTask(100), learningRates: [0.3] });
  expect(Array.from(counts.slice(0, 4))).toEqual([0, 100, 0, 0]);
});

test('a device is not given back under a run', async () => {
  const engine = await createEngine();
  const gpu = await currentGpu();
  let released: Promise<void> | undefined;
  await compute(engine, descend, long, { onProgress: () => void (released ??= engine.release()) });
  await released;
  expect(released).toBeDefined();
  expect(gpu.lost).toBe(undefined);
  expect((await currentGpu()) === gpu).toBe(true);
});

/** The next device is of an adapter that says this of itself. */
async function pretend(info?: Partial<GPUAdapterInfo>): Promise<void> {
  vi.unstubAllGlobals();
  await releaseGpu();
  const adapter = (await navigator.gpu.requestAdapter())!;
  const value = info && { vendor: '', architecture: '', description: '', ...info };
  Object.defineProperty(adapter, 'info', { value });
  vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter } });
}

test('an adapter is called by its names, by its description, or unnamed', async () => {
  await pretend({ vendor: 'maker', architecture: 'kind', description: 'more' });
  expect((await createEngine()).info.adapter).toBe('maker kind');
  await pretend({ description: 'a board' });
  expect((await createEngine()).info.adapter).toBe('a board');
  for (const unnamed of [{}, undefined]) {
    await pretend(unnamed);
    expect((await createEngine()).info.adapter).toBe('unnamed adapter');
  }
});

test.each([
  [true, 0],
  [false, 1],
])(
  'exponentials are arithmetic where an adapter computes on the processor (%s), and built in elsewhere',
  async (isFallbackAdapter, uses) => {
    await pretend({ isFallbackAdapter });
    const engine = await createEngine();
    const compile = vi.spyOn(GPUDevice.prototype, 'createShaderModule');
    const { counts } = await compute(engine, descend, { ...sheetTask(100), learningRates: [0.3] });
    expect(Array.from(counts.slice(0, 4))).toEqual([0, 100, 0, 0]);
    const kernels = compile.mock.calls
      .map(([{ code }]) => code)
      .filter((code) => /fn (gradient|gradients)\(/.test(code));
    expect(kernels.length).toBeGreaterThanOrEqual(3);
    for (const code of kernels) expect(Math.min(1, code.split('exp2(').length - 1)).toBe(uses);
  },
);

test('buffers may be as long as the adapter allows', async () => {
  await createEngine();
  const { limits } = (await currentGpu()).device;
  const adapter = await navigator.gpu.requestAdapter();
  expect(limits.maxStorageBufferBindingSize).toBe(adapter!.limits.maxStorageBufferBindingSize);
  expect(limits.maxBufferSize).toBe(adapter!.limits.maxBufferSize);
});

test('the cause of a missing engine is told: no secure context, no API, no adapter', async () => {
  await (await createEngine()).release();
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal('navigator', {});
  await expect(createEngine()).rejects.toThrow(/HTTPS/);
  vi.stubGlobal('isSecureContext', true);
  await expect(createEngine()).rejects.toThrow(/does not offer WebGPU/);
  vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => null } });
  await expect(createEngine()).rejects.toThrow(/no WebGPU adapter/);
  await expect(createEngine()).rejects.toThrow(EngineUnavailable);
});

test('a device that had large buffers is given back when it is idle, as it keeps some of their memory; another one is kept', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const makeBuffer = (words: number) =>
      withGpu(async ({ device }) => {
        const buffers = new Buffers(device);
        buffers.storage('test', words);
        buffers.destroy();
      });
    const gpu = await currentGpu();
    await makeBuffer(2 ** 10);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await currentGpu()) === gpu).toBe(true);
    await makeBuffer(2 ** 23);
    await vi.advanceTimersByTimeAsync(5000);
    expect((await currentGpu()) === gpu).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await currentGpu()) === gpu).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
