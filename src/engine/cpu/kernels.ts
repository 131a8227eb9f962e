import type { DescendTask, TraceTask } from '../contract';
import { descend, type DescendPart } from './descend';
import type { Kernel } from './kernel';
import { trace } from './trace';

/** Every computation that the workers know, by name. */
export const kernels = { descend, trace };

export type KernelName = keyof typeof kernels;
export type Part = DescendPart | Float64Array;
export type Task = DescendTask | TraceTask;

/** A kernel as the workers' plumbing sees it, which does not look into tasks and parts. */
export type AnyKernel = Kernel<unknown, unknown, unknown>;
