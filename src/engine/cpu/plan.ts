import type { EngineInfo } from '../contract';

/**
 * One heavy computation as the page sees it: how a task is cut into independent items, which can be computed in any
 * grouping and order, and how what comes out is put together. What computes them is a `WorkerKernel`; page and
 * worker each load their half alone.
 */
export interface Plan<Task, Part, Result, Excerpt = Task> {
  /** The name of the computation: what computes the items has it too. */
  kernel: string;
  /** How many items a task has. */
  items: (task: Task) => number;
  /** The fewest items that make a job worth handing out, where that is known: 1 if a single one takes milliseconds. */
  smallestJob?: number;
  /** The most items of a task to a job, where handing over more would hold up the page. */
  largestJob?: (task: Task) => number;
  /** What a worker needs of the task for the items from `from` up to but not including `to`; left out, it gets the whole, its large arrays once. */
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

/** The half of a kernel that the page loads. */
export interface PageKernel<Task, Part, Result, Prepared = Task, Excerpt = Prepared> {
  plan: Plan<Prepared, Part, Result, Excerpt>;
  /** Adds to a task what a worker cannot find out; left out where there is nothing to add. */
  prepare?: (task: Task) => Promise<Prepared>;
}
