import type { Gpu } from './device';
import type { Progress } from './slices';

/** How the GPU computes the tasks of one computation. */
export interface GpuKernel<Task, Result> {
  /** The steps that the progress of a task is measured by. */
  steps: (task: Task) => number;
  compute: (gpu: Gpu, task: Task, progress: Progress, signal?: AbortSignal) => Promise<Result>;
}
