import type { TraceTask } from './task';

/** Fewer iterations. */
export function sampleTrace(task: TraceTask, work: number): TraceTask {
  return { ...task, iterations: Math.min(task.iterations, Math.ceil(work / task.starts.length)) };
}
