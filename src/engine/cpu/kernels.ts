import { conv1d } from './conv1d';
import { conv1dDescent } from './conv1d-descent';
import { descend } from './descend';
import { factorize } from './factorize';
import type { Kernel } from './kernel';
import type { PlanName } from './plans';
import { trace } from './trace';

/** Every computation that the workers know, by name. */
export const kernels = { descend, trace, conv1d, conv1dDescent, factorize } satisfies Record<PlanName, unknown>;

/** A kernel as the workers' plumbing sees it, which does not look into tasks and parts. */
export type AnyKernel = Kernel<unknown, unknown>;
