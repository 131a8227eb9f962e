/** What work that is done in slices takes besides. */
export interface SliceOptions {
  /** Aborting rejects the promise with the signal's reason within one slice. */
  signal?: AbortSignal;
  /** Called with the finished fraction, from 0 to 1, between two slices. */
  onProgress?: (fraction: number) => void;
}

/** Work holds up the page for so long and not longer, so that it answers and draws in between. */
const SLICE_MILLISECONDS = 10;
/** Numbers that are worked through between two looks at the clock. */
const CHUNK = 4096;

/** When the page last lived; everything that is done in slices shares it, or many short works in a row would add up. */
let breathed = 0;

/**
 * Works through `count` numbers, a chunk at a time, and lets the page live between slices of that.
 *
 * @param work does the numbers from `from` up to but not including `to`
 */
export async function inChunks(
  count: number,
  work: (from: number, to: number) => void,
  options: SliceOptions = {},
  chunk = CHUNK,
): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    const to = Math.min(count, from + chunk);
    work(from, to);
    // What is small is done at once.
    if (count > chunk) await mayBreathe(options, to / count);
  }
}

/** Takes steps to the last one, and lets the page live between slices of them; resolves with what they come to. */
export async function inSteps<Result>(steps: Iterator<unknown, Result>, options: SliceOptions = {}): Promise<Result> {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    await mayBreathe(options);
  }
}

/** Waits until the page has lived, if it is time for that. */
async function mayBreathe({ signal, onProgress }: SliceOptions, fraction?: number): Promise<void> {
  if (performance.now() - breathed < SLICE_MILLISECONDS) return;
  if (fraction !== undefined) onProgress?.(fraction);
  await new Promise((resolve) => setTimeout(resolve));
  breathed = performance.now();
  signal?.throwIfAborted();
}
