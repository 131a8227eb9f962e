import { correlate } from '../../../math/correlate';
import type { Blocks, Conv1dExcerpt } from './blocks';
import { ROWS, SampleClock } from '../conv1d/work';

/**
 * The descent of some blocks in a row at one learning rate.
 *
 * An iteration is one sweep from left to right. As soon as the residuals' slopes of `ROWS` rows are there, the same
 * places of x are updated: the transpose looks only to the left, and the rows that follow look only to the right.
 */
export class Descent {
  /** Blocks x (iterations + 1): each block's share of the objective at every iterate. */
  readonly losses: Float64Array;
  /** Frames x places of the blocks, if they are kept. */
  readonly iterates: Float64Array | undefined;

  private readonly taps: Float64Array;
  private readonly reversed: Float64Array;
  /** The present iterate, from place `origin` on. */
  private readonly places: Float64Array;
  private readonly origin: number;
  /** loss'(A x - b) from row `origin - reach` on; zero where there are no rows. */
  private readonly slopes: Float64Array;
  /** A' slopes at the places of one step of the sweep. */
  private readonly gradient = new Float64Array(ROWS);
  private readonly begin: number;
  private readonly end: number;

  constructor(
    private readonly task: Conv1dExcerpt,
    private readonly blocks: Blocks,
    private readonly firstBlock: number,
    private readonly lastBlock: number,
    private readonly learningRate: number,
    keepsFrames: boolean,
  ) {
    const { initial, first, iterations, every } = task;
    this.taps = Float64Array.from(task.taps);
    this.reversed = this.taps.slice().reverse();
    this.begin = blocks.begin(firstBlock);
    this.end = blocks.begin(lastBlock);
    const [from, to] = blocks.needed(firstBlock, lastBlock, 0);
    this.origin = from;
    this.places = new Float64Array(to - from);
    if (initial) this.places.set(initial.subarray(from - first, to - first));
    this.slopes = new Float64Array(to - from + blocks.reach);
    this.losses = new Float64Array((lastBlock - firstBlock) * (iterations + 1));
    if (keepsFrames && every > 0)
      this.iterates = new Float64Array((Math.floor(iterations / every) + 1) * (this.end - this.begin));
  }

  /** Where the blocks are at present. */
  x(): Float64Array {
    return this.places.slice(this.begin - this.origin, this.end - this.origin);
  }

  /** Makes all iterations; yields the share that is done every now and then. */
  *run(): Generator<number> {
    const { iterations, bound } = this.task;
    const { blocks, firstBlock, lastBlock } = this;
    const clock = new SampleClock(this.taps.length);
    for (let k = 0; k <= iterations; k++) {
      this.keep(k);
      const isLast = k === iterations;
      // The last iterate is not moved on from, but its objective is to be known.
      const [from, to] = isLast ? [this.begin, this.end] : blocks.needed(firstBlock, lastBlock, k + 1);
      const firstRow = isLast ? from : Math.max(0, from - blocks.reach);
      for (let row = firstRow; row < to;) {
        const next = Math.min(to, (Math.floor(row / ROWS) + 1) * ROWS);
        this.addRidge(k, row, next);
        this.findSlopes(k, row, Math.min(next, blocks.rows));
        if (!isLast) this.update(Math.max(row, from), next);
        if (clock.isTimeToPause(2 * (next - row))) yield (k + (next - firstRow) / (to - firstRow)) / (iterations + 1);
        row = next;
      }
      // Where this is the whole signal its objective is known, and a descent that has diverged goes no further.
      if (blocks.count === 1 && !(this.losses[k] <= bound)) return this.keepOn(k + 1);
    }
  }

  /** Adds (ridge / 2) |x|^2 of some places to the objective of iterate k. */
  private addRidge(k: number, from: number, to: number): void {
    if (from < this.begin || from >= this.end) return;
    const { places, origin } = this;
    let sum = 0;
    for (let i = from - origin; i < to - origin; i++) sum += places[i] * places[i];
    this.add(k, from, (this.task.ridge / 2) * sum);
  }

  /** Finds loss'(A x - b) of some rows, and adds their loss to the objective of iterate k. */
  private findSlopes(k: number, from: number, to: number): void {
    if (from >= to) return;
    const { slopes, origin, blocks, task } = this;
    const at = from - (origin - blocks.reach);
    correlate(this.taps, this.places, from - origin, slopes, at, to - from);
    const { observed, first } = task;
    const bend = task.loss === 'huber' ? 1 : Infinity;
    let sum = 0;
    for (let i = at, b = from - first; i < at + to - from; i++, b++) {
      const residual = slopes[i] - observed[b];
      const slope = Math.max(-bend, Math.min(bend, residual));
      // t^2/2 where the slope is t, and |t| - 1/2 where it is the sign of t.
      sum += slope * (residual - slope / 2);
      slopes[i] = slope;
    }
    if (from >= this.begin && from < this.end) this.add(k, from, sum);
  }

  /** x <- x - rate (A' slopes + ridge x) at some places, at most `ROWS`. */
  private update(from: number, to: number): void {
    if (from >= to) return;
    const { places, origin, gradient, learningRate } = this;
    const { ridge } = this.task;
    // Row c - reach of the slopes is where place c of the buffer is.
    correlate(this.reversed, this.slopes, from - origin, gradient, 0, to - from);
    for (let i = 0, c = from - origin; i < to - from; i++, c++)
      places[c] -= learningRate * (gradient[i] + ridge * places[c]);
  }

  private add(k: number, place: number, loss: number): void {
    const block = Math.floor(place / this.blocks.size) - this.firstBlock;
    this.losses[block * (this.task.iterations + 1) + k] += loss;
  }

  private keep(k: number): void {
    const { every } = this.task;
    if (this.iterates && k % every === 0) this.iterates.set(this.x(), (k / every) * (this.end - this.begin));
  }

  /** What would come from iterate k on is no longer computed. */
  private keepOn(k: number): void {
    for (; k <= this.task.iterations; k++) this.keep(k);
  }
}
