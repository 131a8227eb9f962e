import { EngineLost, EngineUnavailable, type EngineInfo } from '../contract';
import { engineMessages as say } from '../messages';
import { gpuMessages } from './messages';
import { wordsOf } from '../../messages';
import { whyNoWebGPU } from '../why-no-webgpu';

/** The device that the whole page shares. */
export interface Gpu {
  readonly device: GPUDevice;
  /** The adapter in words, e.g. `google swiftshader`. */
  readonly adapter: string;
  /** Whether it is no graphics processor but a program that does its work on the processor. */
  readonly isFallback: boolean;
  /** Set once the device is lost. */
  lost?: GPUDeviceLostInfo;
  /** The first error that nothing else caught, e.g. that memory ran out; reporting it takes it away. */
  failure?: Error;
}

/** What results say of it. */
export function infoOf({ adapter }: Gpu): EngineInfo {
  return { kind: 'webgpu', precision: 'float32', adapter };
}

let current: Promise<Gpu> | undefined;
let runs = 0;

/** A device keeps some of the memory that a run took; once a buffer was larger than this, that is too much to be kept idly. */
const LARGE_BYTES = 2 ** 24;
const IDLE_MILLISECONDS = 10_000;
let isLarge = false;
let idleTimer: ReturnType<typeof setTimeout> | undefined;

/** Takes note of a buffer: a device that had large ones is given back when it has nothing to do for a while. */
export function noteBuffer(bytes: number): void {
  isLarge ||= bytes > LARGE_BYTES;
}

/**
 * The page's device, made when it is first asked for and after a loss.
 * @throws {EngineUnavailable} saying why there is none
 */
export function currentGpu(): Promise<Gpu> {
  current ??= request().catch((error) => {
    current = undefined;
    throw error;
  });
  return current;
}

/** Gives the device back unless a run is under way; the next run gets another one. */
export async function releaseGpu(): Promise<void> {
  if (runs > 0 || !current) return;
  clearTimeout(idleTimer);
  const gpu = current;
  current = undefined;
  isLarge = false;
  (await gpu.catch(() => undefined))?.device.destroy();
}

/**
 * Runs work on the page's device. If the device is lost on the way, the work is done once more on a new one.
 * @throws {EngineLost} if there is no new one, or it is lost as well
 */
export async function withGpu<Result>(work: (gpu: Gpu) => Promise<Result>): Promise<Result> {
  runs++;
  clearTimeout(idleTimer);
  try {
    let gpu = await currentGpu();
    try {
      return await work(gpu);
    } catch (error) {
      if (!(await isLost(gpu, error))) throw error;
    }
    try {
      gpu = await currentGpu();
    } catch (error) {
      throw new EngineLost(gpuMessages('lostForGood', { reason: wordsOf(error) }));
    }
    try {
      return await work(gpu);
    } catch (error) {
      if (!(await isLost(gpu, error))) throw error;
      throw new EngineLost(
        gpu.lost?.message ? gpuMessages('lostTwiceBecause', { reason: gpu.lost.message }) : gpuMessages('lostTwice'),
      );
    }
  } finally {
    runs--;
    if (runs === 0 && isLarge) idleTimer = setTimeout(() => void releaseGpu(), IDLE_MILLISECONDS);
  }
}

/** Whether an error comes from the loss of the device. */
async function isLost(gpu: Gpu, error: unknown): Promise<boolean> {
  // What waits for a lost device may be rejected a moment before the device says that it is lost.
  if (error instanceof DOMException && !gpu.lost) {
    await Promise.race([gpu.device.lost, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return gpu.lost !== undefined;
}

async function request(): Promise<Gpu> {
  const api = globalThis.navigator?.gpu as GPU | undefined;
  if (!api) throw new EngineUnavailable(whyNoWebGPU()!);
  const adapter = await api.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new EngineUnavailable(say('noAdapter'));
  // As long as the adapter can: a table of many millions of ratings is longer than what every adapter grants.
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const device = await adapter
    .requestDevice({ label: 'Descent Lab', requiredLimits: { maxStorageBufferBindingSize, maxBufferSize } })
    .catch((error: Error) => {
      throw new EngineUnavailable(gpuMessages('noDevice', { reason: error.message }));
    });
  // Older browsers have no `info`.
  const info = adapter.info as GPUAdapterInfo | undefined;
  const gpu: Gpu = { device, adapter: inWords(info), isFallback: info?.isFallbackAdapter ?? false };
  const mine = current;
  void device.lost.then((info) => {
    gpu.lost = info;
    if (current === mine) current = undefined;
  });
  device.addEventListener('uncapturederror', ({ error }) => {
    gpu.failure ??= new Error(`WebGPU: ${error.message}`);
  });
  return gpu;
}

function inWords(info: Partial<GPUAdapterInfo> = {}): string {
  return [info.vendor, info.architecture].filter(Boolean).join(' ') || info.description || 'unnamed adapter';
}
