import { GROUP, type Batch } from '../batches';

/** The ending stands above 20 bits of date: see `shaders/batch.wgsl`. */
const ENDING_SHIFT = 20;

/** The results of every single run, put together from batches. */
export class Records {
  readonly arrays: { labels: Uint16Array; dates: Uint32Array; finals: Float32Array };

  constructor(
    rates: number,
    private readonly starts: number,
  ) {
    const runs = rates * starts;
    this.arrays = { labels: new Uint16Array(runs), dates: new Uint32Array(runs), finals: new Float32Array(runs) };
  }

  /** Adds a batch, whose rates are counted from `firstRate`, as it lies in the GPU's memory: with the last group of each rate filled up. */
  add(firstRate: number, { rate, group, groups }: Batch, thetas: Uint32Array, marks: Uint32Array): void {
    const finals = new Float32Array(thetas.buffer, thetas.byteOffset, thetas.length);
    const groupsPerRate = Math.ceil(this.starts / GROUP);
    let row = firstRate + rate;
    let start = group * GROUP;
    for (let from = 0; from < groups * GROUP;) {
      const length = Math.min(this.starts - start, groups * GROUP - from);
      const to = row * this.starts + start;
      this.arrays.finals.set(finals.subarray(from, from + length), to);
      for (let i = 0; i < length; i++) {
        const mark = marks[from + i];
        this.arrays.labels[to + i] = mark >>> ENDING_SHIFT;
        this.arrays.dates[to + i] = mark & (2 ** ENDING_SHIFT - 1);
      }
      from += groupsPerRate * GROUP - start;
      start = 0;
      row++;
    }
  }
}
