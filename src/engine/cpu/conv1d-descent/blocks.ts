import type { Samples } from '../../contract';
import type { Conv1dDescentTask } from '../../conv1d-descent';
import { ROWS } from '../conv1d/work';

const SMALLEST_BLOCK = 2 * ROWS;
/** How many times as wide a block is as the margin that is computed twice for it. */
const BLOCK_PER_MARGIN = 4;

/**
 * How a descent is cut for several workers. Iterate k + 1 depends, at each place, on iterate k up to r - 1 places to
 * either side; so a block of the last iterate can be computed without the others from a start that reaches
 * iterations * (r - 1) further on either side, and needs less and less of that margin on the way.
 *
 * Places, rows and blocks are those of the whole signal. Blocks hold whole groups of `ROWS` rows, so that every sum is
 * taken over the same numbers in the same order, however the work is cut.
 */
export class Blocks {
  /** n, and the rows of A. */
  readonly length: number;
  readonly rows: number;
  /** Places of a block; the last one may have fewer. */
  readonly size: number;
  readonly count: number;
  /** r - 1 */
  readonly reach: number;

  constructor(
    taps: number,
    rows: number,
    private readonly iterations: number,
  ) {
    this.rows = rows;
    this.length = rows + taps - 1;
    this.reach = taps - 1;
    const wanted = Math.max(SMALLEST_BLOCK, BLOCK_PER_MARGIN * iterations * this.reach);
    this.size = wanted >= this.length ? this.length : Math.ceil(wanted / ROWS) * ROWS;
    this.count = Math.ceil(this.length / this.size);
  }

  /** The first place of a block; that of the block after the last is the end. */
  begin(block: number): number {
    return Math.min(this.length, block * this.size);
  }

  /** The places of iterate k that the blocks from `first` up to but not including `last` need: from, up to but not including. */
  needed(first: number, last: number, iteration: number): [number, number] {
    const left = (this.iterations - iteration) * this.reach;
    return [Math.max(0, this.begin(first) - left), Math.min(this.length, this.begin(last) + left + this.reach)];
  }
}

/** The part of a task's numbers that some blocks need. */
export interface Conv1dExcerpt extends Conv1dDescentTask {
  /** How many rows the whole task has. */
  rows: number;
  /** The place at which `observed` and `initial` begin. */
  first: number;
}

/** Cuts from a task what the items from `from` up to but not including `to` need; item number `rate * blocks + block`. */
export function excerptOf(task: Conv1dDescentTask, from: number, to: number): Conv1dExcerpt {
  const { taps, observed, initial, iterations } = task;
  const rows = observed.length;
  const blocks = new Blocks(taps.length, rows, iterations);
  const block = from % blocks.count;
  const [begin, end] =
    block + to - from > blocks.count ? [0, blocks.length] : blocks.needed(block, block + to - from, 0);
  return {
    ...task,
    observed: cut(observed, begin, Math.min(end, rows)),
    initial: initial && cut(initial, begin, end),
    rows,
    first: begin,
  };
}

/** Numbers of their own: a view into all of them would take all of them along to a worker. */
function cut(samples: Samples, begin: number, end: number): Samples {
  return begin === 0 && end === samples.length && samples.byteLength === samples.buffer.byteLength
    ? samples
    : samples.slice(begin, Math.max(begin, end));
}
