import type { Triplets } from '../../math/sparse-table';
import { MAXIMUM_RATINGS, RatingsError } from './ratings';
import { ratingsMessages as say } from './texts';

const BLOCK = 2 ** 18;

/** Triplets of which nobody knows how many will come: kept in blocks, so that growing copies nothing. */
export class GrowingTriplets {
  #full: { rowOf: Uint32Array; columnOf: Uint32Array; values: Float32Array }[] = [];
  #rowOf = new Uint32Array(BLOCK);
  #columnOf = new Uint32Array(BLOCK);
  #values = new Float32Array(BLOCK);
  #at = 0;

  get count(): number {
    return this.#full.length * BLOCK + this.#at;
  }

  /** @throws {RatingsError} if there are too many */
  add(row: number, column: number, value: number): void {
    this.#rowOf[this.#at] = row;
    this.#columnOf[this.#at] = column;
    this.#values[this.#at] = value;
    if (++this.#at === BLOCK) this.#next();
  }

  /** All of them; afterwards there are none. */
  join(): Triplets {
    const size = this.count;
    this.#full.push({
      rowOf: this.#rowOf.subarray(0, this.#at),
      columnOf: this.#columnOf.subarray(0, this.#at),
      values: this.#values.subarray(0, this.#at),
    });
    const all = { rowOf: new Uint32Array(size), columnOf: new Uint32Array(size), values: new Float32Array(size) };
    // From the end, so that blocks are given back one by one.
    for (let at = size, block = this.#full.pop(); block; block = this.#full.pop()) {
      at -= block.values.length;
      all.rowOf.set(block.rowOf, at);
      all.columnOf.set(block.columnOf, at);
      all.values.set(block.values, at);
    }
    this.#at = 0;
    return all;
  }

  #next(): void {
    this.#full.push({ rowOf: this.#rowOf, columnOf: this.#columnOf, values: this.#values });
    if (this.count - this.#at >= MAXIMUM_RATINGS) throw new RatingsError(say('tooMany', { most: MAXIMUM_RATINGS }));
    this.#rowOf = new Uint32Array(BLOCK);
    this.#columnOf = new Uint32Array(BLOCK);
    this.#values = new Float32Array(BLOCK);
    this.#at = 0;
  }
}
