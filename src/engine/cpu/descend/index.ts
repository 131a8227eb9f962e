import type { DescendResult, DescendTask, RunOptions, TraceResult, TraceTask } from '../../contract';
import { validateDescend, validateTrace } from '../../descend/validate';
import { descendPlan } from './plan';
import type { WithGradient } from '../gradient-program';
import type { Pool } from '../pool';
import { tracePlan } from '../trace/plan';

export async function descend(pool: Pool, task: DescendTask, options?: RunOptions): Promise<DescendResult> {
  validateDescend(task);
  return pool.run(descendPlan, await withGradient(task), options);
}

export async function trace(pool: Pool, task: TraceTask, options?: RunOptions): Promise<TraceResult> {
  validateTrace(task);
  return pool.run(tracePlan, await withGradient(task), options);
}

/** What knows formulas is there already where an element has one. */
async function withGradient<Task extends { objective: string }>(task: Task): Promise<WithGradient<Task>> {
  return (await import('../gradient-program')).withGradient(task);
}
