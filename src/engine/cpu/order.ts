import type { Packed } from './large-arrays';
import type { WorkerName } from './messages';
import type { AnyPlan, Collector } from './plan';

/** A task that somebody waits for. */
export interface Order {
  id: number;
  worker: WorkerName;
  plan: AnyPlan;
  task: unknown;
  packed: Packed;
  items: number;
  /** Items below this one were handed out. */
  next: number;
  /** Jobs whose worker died, to be done again. */
  returned: { from: number; to: number }[];
  finished: number;
  itemsPerJob: number;
  smallestJob: number;
  largestJob: number;
  collector: Collector<unknown, unknown>;
  progress: number;
  report: (fraction: number) => void;
  settle: (error?: unknown) => void;
}

/** Whether some of an order is yet to be handed out. */
export const isLeft = ({ returned, next, items }: Order) => returned.length > 0 || next < items;

/** The next items of an order of which some are left, which so many jobs are to share. */
export function cut(order: Order, jobs: number): { from: number; to: number } {
  const again = order.returned.pop();
  if (again) return { from: again.from, to: again.to };
  const left = order.items - order.next;
  // Towards the end the jobs get smaller, so that no worker waits long for the last one.
  const share = Math.ceil(left / jobs);
  const from = order.next;
  order.next += Math.min(left, order.itemsPerJob, Math.max(order.smallestJob, share));
  return { from, to: order.next };
}
