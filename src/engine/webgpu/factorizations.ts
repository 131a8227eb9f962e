import type { FactorizeResult, FactorizeTask } from '../contract';
import { validateFactorize } from '../factorize/validate';
import { factorize, stepsOfFactorization } from './factorize';
import type { Method } from './gpu-kernel';

export const factorizing: Method<FactorizeTask, FactorizeResult> = {
  validate: validateFactorize,
  steps: stepsOfFactorization,
  compute: factorize,
};
