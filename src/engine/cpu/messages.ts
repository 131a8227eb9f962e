/** Few pages do all kinds of computations: a worker brings along the kernels of one kind. */
export type WorkerName = 'formulas' | 'matrices' | 'draws';

/** Some items of a task, to be computed by one worker. */
export interface Job {
  id: number;
  /** The name of the computation. */
  kernel: string;
  /** What the plan cut out of the task. */
  task: unknown;
  from: number;
  to: number;
}

/** What the page tells a worker; to wake is to be there when a job comes. */
export type Request =
  { type: 'wake'; worker: WorkerName } | { type: 'run'; worker: WorkerName; job: Job } | { type: 'cancel'; id: number };

/** What a worker tells the page; `milliseconds` is the time that the job itself took. */
export type Reply =
  | { type: 'share'; id: number; share: number }
  | { type: 'part'; id: number; part: unknown; milliseconds: number }
  | { type: 'error'; id: number; message: string };
