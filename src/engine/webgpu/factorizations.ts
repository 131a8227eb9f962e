import type { FactorizeResult, FactorizeTask } from '../contract';
import { validateFactorize } from '../validate-factorize';
import { factorize, stepsOfFactorization } from './factorize';
import type { Method } from './method';

export const factorizing: Method<FactorizeTask, FactorizeResult> = {
  validate: validateFactorize,
  steps: stepsOfFactorization,
  compute: factorize,
};
