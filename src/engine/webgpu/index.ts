import { engineMessages as say } from '../messages';
import type { StartedEngine } from '../candidate';
import { EngineUnavailable, type EngineInfo, type RunOptions } from '../contract';
import { currentGpu, releaseGpu, withGpu } from './device';
import type { Method } from './gpu-kernel';
import { Progress } from './slices';

/**
 * The engine that runs on the graphics processor, in float32. Released, it gives the page's device back, unless a run is under
 * way; its next run gets another device.
 *
 * @throws {EngineUnavailable} saying why there is no device
 */
export async function createEngine(): Promise<Required<StartedEngine>> {
  let info: EngineInfo = { kind: 'webgpu', adapter: (await currentGpu()).adapter };
  /** Makes a method of what its file has: tasks are checked, and the account of their progress is kept. */
  function method<Task, Result extends { engine: EngineInfo }>(load: () => Promise<Method<Task, Result>>) {
    return async (task: Task, options: RunOptions = {}): Promise<Result> => {
      const { validate, steps, compute } = await load().catch(() => {
        throw new EngineUnavailable(say('notLoaded'));
      });
      await validate(task, options);
      const { signal, onProgress } = options;
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
  }
  return {
    get info() {
      return info;
    },
    descend: method(() => import('./descents').then(({ descending }) => descending)),
    trace: method(() => import('./descents').then(({ tracing }) => tracing)),
    conv1d: method(() => import('./convolutions').then(({ convolving }) => convolving)),
    conv1dDescent: method(() => import('./convolutions').then(({ descendingWithConv1d }) => descendingWithConv1d)),
    factorize: method(() => import('./factorizations').then(({ factorizing }) => factorizing)),
    release: releaseGpu,
  };
}
