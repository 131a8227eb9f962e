import type { EngineInfo } from '../contract';
import type { Kernel, Kernels, StartedEngine } from '../engine';
import { currentGpu, infoOf, releaseGpu, withGpu } from './device';
import type { GpuKernel } from './gpu-kernel';
import { Progress } from './slices';

let info: EngineInfo;

const kernels: Kernels = {
  descend: kernel(() => import('./descend')),
  trace: kernel(() => import('./trace')),
  population: kernel(() => import('./population')),
  conv1d: kernel(() => import('./conv1d')),
  conv1dDescent: kernel(() => import('./conv1d-descent')),
  factorize: kernel(() => import('./factorize')),
  networks: kernel(() => import('./networks')),
  leastSquaresDescent: kernel(() => import('./least-squares-descent')),
  replicas: kernel(() => import('./replicas')),
  coverage: kernel(() => import('./coverage')),
  ridgeGrid: kernel(() => import('./ridge-grid')),
};

/** Runs a kernel on the page's device and keeps the account of its progress. */
function kernel<Task, Result extends { engine: EngineInfo }>(
  load: () => Promise<GpuKernel<Task, Result>>,
): () => Promise<Kernel<Task, Result>> {
  return async () => {
    const { steps, compute } = await load();
    return async (task, { signal, onProgress }) => {
      signal?.throwIfAborted();
      const progress = new Progress(steps(task), onProgress);
      const result = await withGpu((gpu) => {
        progress.restart();
        return compute(gpu, task, progress, signal);
      });
      progress.finish();
      info = result.engine;
      return result;
    };
  };
}

/**
 * The engine that runs on the graphics processor, in float32. Released, it gives the page's device back, unless a run is under
 * way; its next run gets another device.
 *
 * @throws {EngineUnavailable} saying why there is no device
 */
export async function createEngine(): Promise<Required<StartedEngine>> {
  const gpu = await currentGpu();
  info = infoOf(gpu);
  return {
    isEmulated: gpu.isFallback,
    get info() {
      return info;
    },
    kernels,
    release: releaseGpu,
  };
}
