/** The half of a kernel that runs in a worker: it computes the items of a task, of which the page has cut out what they need. */
export interface WorkerKernel<Excerpt, Part> {
  /** Computes the items from `from` up to but not including `to`; yields the share that is done, every millisecond or so. */
  run: (task: Excerpt, from: number, to: number) => Generator<number, Part>;
  /** The buffers of a part that move to the page instead of being copied. */
  transfer: (part: Part) => ArrayBuffer[];
}

/** A worker's kernels by the names of their computations. */
export type WorkerKernels = Readonly<
  Record<string, Pick<WorkerKernel<never, unknown>, 'run'> & Pick<WorkerKernel<unknown, never>, 'transfer'>>
>;
