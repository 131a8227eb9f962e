import type { FactorizeResult, FactorizeTask, RunOptions } from '../contract';
import { validateFactorize } from '../validate-factorize';
import { factorizePlan } from './factorize-plan';
import type { Pool } from './pool';

export async function factorize(pool: Pool, task: FactorizeTask, options?: RunOptions): Promise<FactorizeResult> {
  validateFactorize(task);
  return pool.run(factorizePlan, task, options);
}
