import type { Excerpt, Part, PlanName } from './plans';

/** Some items of a task, to be computed by one worker. */
export interface Job {
  id: number;
  kernel: PlanName;
  task: Excerpt;
  from: number;
  to: number;
}

/** What the page tells a worker. */
export type Request = { type: 'run'; job: Job } | { type: 'cancel'; id: number };

/** What a worker tells the page; `milliseconds` is the time that the job itself took. */
export type Reply =
  | { type: 'share'; id: number; share: number }
  | { type: 'part'; id: number; part: Part; milliseconds: number }
  | { type: 'error'; id: number; message: string };
