import { EngineUnavailable, type Engine, type EngineInfo } from '../contract';
import { validateDescend, validateTrace } from '../validate';
import { descend, stepsOf } from './descend';
import { currentGpu, releaseGpu, withGpu } from './device';
import { Progress } from './slices';
import { traceOn } from './trace';

/** The engine that runs on the graphics processor, in float32. */
export interface WebGPUEngine extends Engine {
  readonly info: EngineInfo;
  /** Gives the device back unless a run is under way. The engine still works: its next run gets another device. */
  release: () => Promise<void>;
}

/**
 * @throws {EngineUnavailable} saying why there is no device
 */
export async function createEngine(): Promise<WebGPUEngine> {
  let info: EngineInfo = { kind: 'webgpu', adapter: (await currentGpu()).adapter };
  return {
    get info() {
      return info;
    },
    async descend(task, { signal, onProgress } = {}) {
      validateDescend(task);
      signal?.throwIfAborted();
      const progress = new Progress(stepsOf(task), onProgress);
      const result = await withGpu((gpu) => {
        progress.restart();
        return descend(gpu, task, progress, signal);
      });
      progress.finish();
      info = result.engine;
      return result;
    },
    async trace(task, { signal, onProgress } = {}) {
      validateTrace(task);
      signal?.throwIfAborted();
      const progress = new Progress(task.iterations * task.starts.length, onProgress);
      const result = await withGpu((gpu) => {
        progress.restart();
        return traceOn(gpu, task, progress, signal);
      });
      progress.finish();
      info = result.engine;
      return result;
    },
    conv1d: () => Promise.reject(new EngineUnavailable('the kernel for convolutions is not there yet')),
    conv1dDescent: () => Promise.reject(new EngineUnavailable('the kernel for convolutions is not there yet')),
    release: releaseGpu,
  };
}
