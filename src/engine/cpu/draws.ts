import { coverage } from './coverage/kernel';
import { replicas } from './replicas/kernel';
import type { WorkerKernels } from './worker-kernel';

/** What a worker for random draws computes. */
export const draws = { coverage, replicas } satisfies WorkerKernels;
