import type { StartedEngine } from '../candidate';
import type { EngineInfo, RunOptions } from '../contract';
import { validateDescend, validateTrace } from '../validate';
import { validateConv1d, validateConv1dDescent } from '../validate-conv1d';
import { validateFactorize } from '../validate-factorize';
import { conv1d, stepsOfConv1d } from './conv1d-apply';
import { conv1dDescent, stepsOfDescent } from './conv1d-descent';
import { descend, stepsOf } from './descend';
import { currentGpu, releaseGpu, withGpu, type Gpu } from './device';
import { factorize, stepsOfFactorization } from './factorize';
import { Progress } from './slices';
import { traceOn } from './trace';

/**
 * The engine that runs on the graphics processor, in float32. Released, it gives the page's device back, unless a run is under
 * way; its next run gets another device.
 *
 * @throws {EngineUnavailable} saying why there is no device
 */
export async function createEngine(): Promise<Required<StartedEngine>> {
  let info: EngineInfo = { kind: 'webgpu', adapter: (await currentGpu()).adapter };
  /** Runs a checked task, and keeps the account of its progress. */
  async function run<Task, Result extends { engine: EngineInfo }>(
    task: Task,
    steps: number,
    { signal, onProgress }: RunOptions,
    compute: (gpu: Gpu, task: Task, progress: Progress, signal?: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const progress = new Progress(steps, onProgress);
    const result = await withGpu((gpu) => {
      progress.restart();
      return compute(gpu, task, progress, signal);
    });
    progress.finish();
    info = result.engine;
    return result;
  }
  return {
    get info() {
      return info;
    },
    async descend(task, options = {}) {
      validateDescend(task);
      return run(task, stepsOf(task), options, descend);
    },
    async trace(task, options = {}) {
      validateTrace(task);
      return run(task, task.iterations * task.starts.length, options, traceOn);
    },
    async conv1d(task, options = {}) {
      await validateConv1d(task, options);
      return run(task, stepsOfConv1d(task), options, conv1d);
    },
    async conv1dDescent(task, options = {}) {
      await validateConv1dDescent(task, options);
      return run(task, stepsOfDescent(task), options, conv1dDescent);
    },
    async factorize(task, options = {}) {
      validateFactorize(task);
      return run(task, stepsOfFactorization(task), options, factorize);
    },
    release: releaseGpu,
  };
}
