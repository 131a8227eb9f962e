import type { RunOptions } from '../engine/contract';

const SLICE_MILLISECONDS = 16;

/** Lets the page live between slices of work that is done on it. */
export class Slices {
  private began = performance.now();
  private done = 0;

  constructor(
    private readonly options: RunOptions,
    private readonly total: number,
  ) {}

  /** So much was done; resolves when the next slice may begin, and rejects when it should not. */
  async made(amount: number): Promise<void> {
    this.done += amount;
    if (performance.now() - this.began < SLICE_MILLISECONDS) return;
    this.options.onProgress?.(this.done / this.total);
    await new Promise((resolve) => setTimeout(resolve));
    this.options.signal?.throwIfAborted();
    this.began = performance.now();
  }
}
