import type { Work } from './work';

/** Does long work in time slices, so that others get the thread in between. */
export class Turns {
  #began = performance.now();

  /** @param afterOthers calls back as soon as those had their turn who wait already */
  constructor(
    private readonly sliceMilliseconds: number,
    private readonly afterOthers: (then: () => void) => void,
  ) {}

  /** What to wait for before going on; nothing while the slice lasts. Rejects with the signal's reason once that is aborted. */
  pause(signal: AbortSignal): Promise<void> | undefined {
    if (performance.now() - this.#began < this.sliceMilliseconds) return undefined;
    return new Promise<void>((resolve) => this.afterOthers(resolve)).then(() => {
      this.#began = performance.now();
      signal.throwIfAborted();
    });
  }

  async run<T>(work: Work<T>, signal: AbortSignal, onProgress: (fraction: number) => void): Promise<T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      const pause = this.pause(signal);
      if (!pause) continue;
      onProgress(step.value);
      await pause;
    }
  }
}
