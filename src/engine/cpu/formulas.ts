import type { DescendResult, DescendTask, RunOptions, TraceResult, TraceTask } from '../contract';
import { validateDescend, validateTrace } from '../validate';
import { descendPlan } from './descend-plan';
import { withGradient } from './gradient-program';
import type { Pool } from './pool';
import { tracePlan } from './trace-plan';

export async function descend(pool: Pool, task: DescendTask, options?: RunOptions): Promise<DescendResult> {
  validateDescend(task);
  return pool.run(descendPlan, withGradient(task), options);
}

export async function trace(pool: Pool, task: TraceTask, options?: RunOptions): Promise<TraceResult> {
  validateTrace(task);
  return pool.run(tracePlan, withGradient(task), options);
}
