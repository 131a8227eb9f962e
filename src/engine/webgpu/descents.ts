/** What is computed of a formula. These are the methods that need formulas: the others do without all that belongs to them. */
import type { DescendResult, DescendTask, TraceResult, TraceTask } from '../contract';
import { validateDescend, validateTrace } from '../descend/validate';
import { descend, stepsOf } from './descend';
import type { Method } from './gpu-kernel';
import { traceOn } from './trace';

export const descending: Method<DescendTask, DescendResult> = {
  validate: validateDescend,
  steps: stepsOf,
  compute: descend,
};

export const tracing: Method<TraceTask, TraceResult> = {
  validate: validateTrace,
  steps: (task) => task.iterations * task.starts.length,
  compute: traceOn,
};
