import { abortable } from '../abortable';
import type { RunOptions } from '../contract';
import type { Gpu } from './device';

/** A piece of work that has been handed to the GPU. */
export interface Slice {
  /** Steps that the slice was sized for. */
  readonly steps: number;
  /** What such slices are sized by. */
  readonly pace: Pace;
  /** Resolves, once the GPU is through, with the steps that it really made; fewer where runs came to rest. */
  readonly done: () => Promise<number>;
}

/** Milliseconds that a slice should take: long compared with a submission, short for the eye. */
const TARGET = 20;
/** Below this a measurement says more about the submission than about the work. */
const TELLING = 6;
const FIRST_BUDGET = 1_000_000;
const GROWTH = 4;
/** One slice is computed while the next one waits, so that the GPU never does. */
const IN_FLIGHT = 2;

/** Learns from measured times how many steps make a slice of the right length. */
export class Pace {
  private suitable = FIRST_BUDGET;

  /** Steps that the next slice may make. */
  get budget(): number {
    return this.suitable;
  }

  /** @param planned steps that the slice was sized for; `made` of them took `milliseconds`. */
  record(planned: number, made: number, milliseconds: number): void {
    const suitable = (made / Math.max(milliseconds, 0.1)) * TARGET;
    // A short slice tells only that more would have been possible.
    if (milliseconds < TELLING && suitable < this.budget) return;
    // One slice may have been held up by something else, hence the mean. And a small one is no ground to go far beyond it.
    const most = Math.max(this.budget, GROWTH * Math.max(planned, FIRST_BUDGET));
    this.suitable = Math.max(1, Math.min(Math.sqrt(this.budget * suitable), most));
  }
}

const paces = new WeakMap<object, Pace>();

/** How fast a program is, learned for as long as it is kept: how long a step takes depends on what is composed. */
export function paceOf(program: object): Pace {
  const pace = paces.get(program) ?? new Pace();
  paces.set(program, pace);
  return pace;
}

/**
 * Hands slices to the GPU one after the other, and lets the page live between them.
 *
 * @param slices submits a slice each time it is asked for one, sized by its pace's budget
 * @param report called with the steps of each slice that is through
 */
export async function inSlices(
  gpu: Gpu,
  slices: Iterator<Slice>,
  report: (steps: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const waiting: { slice: Slice; made: Promise<number>; submitted: number }[] = [];
  let idleSince = 0;
  for (;;) {
    while (waiting.length < IN_FLIGHT) {
      signal?.throwIfAborted();
      const next = slices.next();
      if (next.done) break;
      const made = next.value.done();
      // If the run ends before this slice is waited for, nobody else will take its rejection.
      made.catch(() => undefined);
      waiting.push({ slice: next.value, made, submitted: performance.now() });
    }
    const oldest = waiting.shift();
    if (!oldest) return;
    const made = await abortable(oldest.made, signal);
    if (gpu.failure) {
      const failure = gpu.failure;
      gpu.failure = undefined;
      throw failure;
    }
    const now = performance.now();
    const { slice, submitted } = oldest;
    if (slice.steps > 0) slice.pace.record(slice.steps, made, now - Math.max(submitted, idleSince));
    idleSince = now;
    report(slice.steps);
  }
}

/** Reports the finished fraction of a total that never goes back, not even when a run is repeated on a new device. */
export class Progress {
  private done = 0;
  private reported = 0;

  constructor(
    private readonly total: number,
    private readonly onProgress: RunOptions['onProgress'],
  ) {}

  restart(): void {
    this.done = 0;
  }

  add(steps: number): void {
    this.done += steps;
    const fraction = this.total > 0 ? Math.min(1, this.done / this.total) : 0;
    if (fraction > this.reported) this.onProgress?.((this.reported = fraction));
  }

  finish(): void {
    if (this.reported < 1) this.onProgress?.((this.reported = 1));
  }
}
