import type { Conv1dDescentTask, Conv1dTask, DescendTask, FactorizeTask, TraceTask } from '../contract';
import { conv1dDescentPlan, type Conv1dDescentPart } from './conv1d-descent-plan';
import type { Conv1dExcerpt } from './conv1d-blocks';
import { conv1dPlan, type Conv1dInput, type Conv1dPart } from './conv1d-plan';
import { descendPlan, type DescendPart } from './descend-plan';
import { factorizePlan, type FactorizePart } from './factorize-plan';
import type { WithGradient } from './gradient-program';
import type { Plan } from './plan';
import { tracePlan } from './trace-plan';

/** Every computation that the engine has, by name. */
export const plans = { descend: descendPlan, trace: tracePlan, conv1d: conv1dPlan, conv1dDescent: conv1dDescentPlan, factorize: factorizePlan };

export type PlanName = keyof typeof plans;
export type Part = DescendPart | Float64Array | Conv1dPart | Conv1dDescentPart | FactorizePart;
export type Task = WithGradient<DescendTask> | WithGradient<TraceTask> | Conv1dTask | Conv1dDescentTask | FactorizeTask;
/** A task, or what is needed of it for some items. */
export type Excerpt = Task | Conv1dExcerpt | Conv1dInput;

/** A plan as the pool sees it, which does not look into tasks and parts. */
export type AnyPlan = Plan<unknown, unknown, unknown, unknown>;
