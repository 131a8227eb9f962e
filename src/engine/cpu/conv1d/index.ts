import type { Conv1dDescentResult, Conv1dDescentTask, Conv1dResult, Conv1dTask, RunOptions } from '../../contract';
import { validateConv1d, validateConv1dDescent } from '../../conv1d-descent/validate';
import { conv1dDescentPlan } from '../conv1d-descent/plan';
import { conv1dPlan } from './plan';
import type { Pool } from '../pool';

export async function conv1d(pool: Pool, task: Conv1dTask, options?: RunOptions): Promise<Conv1dResult> {
  await validateConv1d(task, options);
  return pool.run(conv1dPlan, task, options);
}

export async function conv1dDescent(
  pool: Pool,
  task: Conv1dDescentTask,
  options?: RunOptions,
): Promise<Conv1dDescentResult> {
  await validateConv1dDescent(task, options);
  return pool.run(conv1dDescentPlan, task, options);
}
