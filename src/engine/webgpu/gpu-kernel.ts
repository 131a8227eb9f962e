import type { RunOptions } from '../contract';
import type { Gpu } from './device';
import type { Progress } from './slices';

/** How one method of the engine is computed. The file in which it stands is loaded when the method is first called. */
export interface Method<Task, Result> {
  /** Throws what is wrong with a task. */
  validate: (task: Task, options: RunOptions) => void | Promise<void>;
  /** The steps that the progress of a task is measured by. */
  steps: (task: Task) => number;
  compute: (gpu: Gpu, task: Task, progress: Progress, signal?: AbortSignal) => Promise<Result>;
}
