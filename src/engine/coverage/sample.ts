import type { CoverageTask } from './task';

/** Fewer epochs. */
export function sampleCoverage(task: CoverageTask, work: number): CoverageTask {
  const each = task.examples.reduce((sum, count) => sum + count, 0);
  return { ...task, epochs: Math.max(1, Math.min(1_000_000, Math.round(work / each))) };
}
