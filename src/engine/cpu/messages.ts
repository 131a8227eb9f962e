import type { Piece } from './large-arrays';

/** Few pages do all kinds of computations: a worker brings along the kernels of one kind. */
export type WorkerName = 'formulas' | 'matrices' | 'draws';

/** Some items of a task, to be computed by one worker. */
export interface Job {
  id: number;
  /** The number of the task that it belongs to. */
  order: number;
  /** The name of the computation. */
  kernel: string;
  /** What the plan cut out of the task. */
  task: unknown;
  from: number;
  to: number;
}

/** What the page tells a worker. */
export type Request =
  /** To be there when a job comes. */
  | { type: 'wake'; worker: WorkerName }
  /** A piece of a large array, which all jobs of a task need. */
  | { type: 'keep'; worker: WorkerName; order: number; piece: Piece }
  | { type: 'run'; worker: WorkerName; job: Job }
  /** Nothing more is wanted of a task. */
  | { type: 'cancel'; order: number };

/** What a worker tells the page; `milliseconds` is the time that the job itself took. */
export type Reply =
  | { type: 'share'; id: number; share: number }
  | { type: 'part'; id: number; part: unknown; milliseconds: number }
  | { type: 'error'; id: number; message: string };
