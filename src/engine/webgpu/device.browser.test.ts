import { afterEach, expect, test, vi } from 'vitest';
import { EngineLost, EngineUnavailable, type DescendTask } from '../contract';
import { sheetTask } from '../sheet-values';
import { createEngine } from '.';
import { currentGpu } from './device';
import { runLosingTheDevice, watchBuffers } from './device-behaviour';

const long: DescendTask = { ...sheetTask(100_000), learningRates: [0.001, 0.003] };

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a device that is lost in the middle of a run is replaced, and the result is the same', async () => {
  const engine = await createEngine();
  const undisturbed = await engine.descend(long);
  expect(await runLosingTheDevice((options) => engine.descend(long, options))).toEqual(undisturbed);
});

test('a device that is lost again and again loses the engine', async () => {
  const engine = await createEngine();
  const timer = setInterval(() => void currentGpu().then(({ device }) => device.destroy(), () => undefined), 5);
  await expect(engine.descend(long)).rejects.toThrow(EngineLost);
  clearInterval(timer);
});

test('a run leaves no buffer behind, whether it ends well or is aborted', async () => {
  const alive = watchBuffers();
  const engine = await createEngine();
  await engine.descend({ ...sheetTask(1000), records: true, histogram: { low: 0, high: 1, count: 3 }, density: { low: 0, high: 1, count: 3, last: 5 } });
  await engine.trace({ objective: 'x^2', learningRate: 0.1, starts: [1, 2], iterations: 10, every: 1, bound: 10 });
  const controller = new AbortController();
  const aborted = engine.descend(long, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(aborted).rejects.toThrow();
  expect(alive.size).toBe(0);
});

test('an engine whose device was given back works with another one', async () => {
  const engine = await createEngine();
  const before = await currentGpu();
  await engine.release();
  expect((await before.device.lost).reason).toBe('destroyed');
  const { counts } = await engine.descend({ ...sheetTask(100), learningRates: [0.3] });
  expect(Array.from(counts)).toEqual([0, 100, 0, 0]);
});

test('a device is not given back under a run', async () => {
  const engine = await createEngine();
  const run = engine.descend({ ...sheetTask(1000), learningRates: [0.3] });
  await engine.release();
  expect((await run).counts[1]).toBe(1000);
  expect((await currentGpu()).lost).toBe(undefined);
});

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
