export type KernelName = 'descend' | 'trace' | 'conv1d' | 'conv1dDescent' | 'factorize';

/** One heavy computation as the workers see it: the items of a task, of which the page has cut out what they need. */
export interface Kernel<Excerpt, Part> {
  /** Computes the items from `from` up to but not including `to`; yields the share that is done, every millisecond or so. */
  run: (task: Excerpt, from: number, to: number) => Generator<number, Part>;
  /** The buffers of a part that move to the page instead of being copied. */
  transfer: (part: Part) => ArrayBuffer[];
}

/** A kernel as the workers' plumbing sees it, which does not look into tasks and parts. */
export type AnyKernel = Kernel<unknown, unknown>;
