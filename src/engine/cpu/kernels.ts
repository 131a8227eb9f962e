import { conv1d } from './conv1d';
import { conv1dDescent } from './conv1d-descent';
import { descend } from './descend';
import { factorize } from './factorize';
import type { KernelName } from './kernel';
import { trace } from './trace';

/** Every computation that the workers know, by name. */
export const kernels = { descend, trace, conv1d, conv1dDescent, factorize } satisfies Record<KernelName, unknown>;
