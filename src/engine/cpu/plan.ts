import type { EngineInfo } from '../contract';
import type { KernelName } from './worker-kernel';

/**
 * One heavy computation as the page sees it: how a task is cut into independent items, which can be computed in any
 * grouping and order, and how what comes out is put together. What computes them is a `Kernel`; page and worker each
 * load their half alone.
 */
export interface Plan<Task, Part, Result, Excerpt = Task> {
  /** What computes the items. */
  kernel: KernelName;
  /** How many items a task has. */
  items: (task: Task) => number;
  /** The fewest items that make a job worth handing out, where that is known: 1 if a single one takes milliseconds. */
  smallestJob?: number;
  /** The most items of a task to a job, where handing over more would hold up the page. */
  largestJob?: (task: Task) => number;
  /** Whether copying what a job needs takes so long that the page is to live between one job and the next. */
  isBulky?: (task: Task) => boolean;
  /** What a worker needs of the task for the items from `from` up to but not including `to`; left out, it gets the whole. */
  excerpt?: (task: Task, from: number, to: number) => Excerpt;
  /** Puts the result together from parts that come in any order. */
  collect: (task: Task) => Collector<Part, Result>;
}

/** A plan as the pool sees it, which does not look into tasks and parts. */
export type AnyPlan = Plan<unknown, unknown, unknown, unknown>;

export interface Collector<Part, Result> {
  /** Takes the part whose first item is number `from`. */
  add: (part: Part, from: number) => void;
  result: (engine: EngineInfo) => Result;
}
