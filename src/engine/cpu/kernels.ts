import type { Conv1dDescentTask, Conv1dTask, DescendTask, FactorizeTask, TraceTask } from '../contract';
import { conv1d, type Conv1dInput, type Conv1dPart } from './conv1d';
import type { Conv1dExcerpt } from './conv1d-blocks';
import { conv1dDescent, type Conv1dDescentPart } from './conv1d-descent';
import { descend, type DescendPart } from './descend';
import { factorize, type FactorizePart } from './factorize';
import type { Kernel } from './kernel';
import { trace } from './trace';

/** Every computation that the workers know, by name. */
export const kernels = { descend, trace, conv1d, conv1dDescent, factorize };

export type KernelName = keyof typeof kernels;
export type Part = DescendPart | Float64Array | Conv1dPart | Conv1dDescentPart | FactorizePart;
export type Task = DescendTask | TraceTask | Conv1dTask | Conv1dDescentTask | FactorizeTask;
/** A task, or what is needed of it for some items. */
export type Excerpt = Task | Conv1dExcerpt | Conv1dInput;

/** A kernel as the workers' plumbing sees it, which does not look into tasks and parts. */
export type AnyKernel = Kernel<unknown, unknown, unknown, unknown>;
