import type { FactorizeResult, FactorizeTask, RunOptions } from '../../contract';
import { validateFactorize } from '../../factorize/validate';
import { factorizePlan } from './plan';
import type { Pool } from '../pool';

export async function factorize(pool: Pool, task: FactorizeTask, options?: RunOptions): Promise<FactorizeResult> {
  validateFactorize(task);
  return pool.run(factorizePlan, task, options);
}
