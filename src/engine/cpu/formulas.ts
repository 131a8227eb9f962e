import { descend } from './descend/kernel';
import { population } from './population/kernel';
import { trace } from './trace/kernel';
import type { WorkerKernels } from './worker-kernel';

/** What a worker for formulas computes. */
export const formulas = { descend, trace, population } satisfies WorkerKernels;
