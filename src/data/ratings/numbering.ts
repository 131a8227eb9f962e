import { textAt } from '../table/cells';
import type { Ids } from './ratings';

/** What stands there is no whole number. */
export const NO_NUMBER = -1;
/** It is one beyond `LARGEST_ID`. */
export const TOO_LARGE = -2;
export const LARGEST_ID = 2 ** 31 - 1;

/** Gives ids numbers from 0, in the order of their first appearance. */
export interface Numbering {
  readonly count: number;
  /** The number of the id that stands there; negative where there is none. */
  numberAt: (data: Uint8Array, start: number, end: number) => number;
  ids: () => Ids;
}

const FIRST_SLOTS = 1024;
/** Ids below this are looked up in a table without hashing: in most files all of them are. */
const SMALL_IDS = 2 ** 22;

/** Ids that are whole numbers: small ones are found again in a table, others by hashing. */
export class WholeNumbering implements Numbering {
  count = 0;
  #ids = new Uint32Array(FIRST_SLOTS / 2);
  /** The number of the id that hashes there plus one, or 0. */
  #slots = new Uint32Array(FIRST_SLOTS);
  /** The number of each small id plus one, or 0. */
  #small = new Uint32Array(FIRST_SLOTS);
  /** Many files are sorted by user: the same id comes again and again. */
  #lastId = -1;
  #lastNumber = 0;

  numberAt(data: Uint8Array, start: number, end: number): number {
    // Of ids, 7 and 007 are two.
    if (start === end || (data[start] === 0x30 && end - start > 1)) return NO_NUMBER;
    let id = 0;
    for (let p = start; p < end; p++) {
      const digit = data[p] - 0x30;
      if (!(digit >= 0 && digit <= 9)) return NO_NUMBER;
      id = id * 10 + digit;
    }
    if (id > LARGEST_ID) return TOO_LARGE;
    if (id !== this.#lastId) {
      this.#lastNumber = this.#find(id);
      this.#lastId = id;
    }
    return this.#lastNumber;
  }

  ids(): Uint32Array {
    return this.#ids.slice(0, this.count);
  }

  #find(id: number): number {
    if (id < SMALL_IDS) return this.#findSmall(id);
    const mask = this.#slots.length - 1;
    let slot = mixed(id) & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#ids[this.#slots[slot] - 1] === id) return this.#slots[slot] - 1;
    }
    if (this.count === this.#ids.length) {
      this.#grow();
      return this.#find(id);
    }
    this.#ids[this.count] = id;
    this.#slots[slot] = ++this.count;
    return this.count - 1;
  }

  #findSmall(id: number): number {
    if (id >= this.#small.length) {
      const larger = new Uint32Array(2 ** Math.ceil(Math.log2(id + 1)));
      larger.set(this.#small);
      this.#small = larger;
    }
    const found = this.#small[id];
    if (found > 0) return found - 1;
    if (this.count === this.#ids.length) this.#grow();
    this.#ids[this.count] = id;
    this.#small[id] = ++this.count;
    return this.count - 1;
  }

  #grow(): void {
    const ids = new Uint32Array(2 * this.#ids.length);
    ids.set(this.#ids);
    this.#ids = ids;
    this.#slots = rehashed(this.#slots.length, this.count, (number) => mixed(ids[number]));
  }
}

/** Ids of any kind: their bytes are kept one after the other, and made into texts at the end. */
export class TextNumbering implements Numbering {
  count = 0;
  #bytes = new Uint8Array(2 ** 16);
  /** Where each id's bytes begin, and the last one's end. */
  #starts = new Uint32Array(FIRST_SLOTS / 2 + 1);
  #hashes = new Uint32Array(FIRST_SLOTS / 2);
  #slots = new Uint32Array(FIRST_SLOTS);

  /** The same numbers for the same ids, which were whole numbers so far. */
  static from(ids: Uint32Array): TextNumbering {
    const numbering = new TextNumbering();
    const encoder = new TextEncoder();
    for (const id of ids) {
      const bytes = encoder.encode(String(id));
      numbering.numberAt(bytes, 0, bytes.length);
    }
    return numbering;
  }

  numberAt(data: Uint8Array, start: number, end: number): number {
    if (start === end) return NO_NUMBER;
    // Fowler, Noll and Vo's hash.
    let hash = 0x811c9dc5;
    for (let p = start; p < end; p++) hash = Math.imul(hash ^ data[p], 0x01000193);
    hash >>>= 0;
    const mask = this.#slots.length - 1;
    let slot = mixed(hash) & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] - 1;
      if (this.#hashes[number] === hash && this.#equals(number, data, start, end)) return number;
    }
    if (this.count === this.#hashes.length) {
      this.#grow();
      return this.numberAt(data, start, end);
    }
    const from = this.#starts[this.count];
    const to = from + end - start;
    if (to > this.#bytes.length) this.#bytes = enlarged(this.#bytes, to);
    this.#bytes.set(data.subarray(start, end), from);
    this.#hashes[this.count] = hash;
    this.#slots[slot] = ++this.count;
    this.#starts[this.count] = to;
    return this.count - 1;
  }

  ids(): string[] {
    return Array.from({ length: this.count }, (_, number) =>
      textAt(this.#bytes, this.#starts[number], this.#starts[number + 1]).replaceAll('""', '"'),
    );
  }

  #equals(number: number, data: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[number];
    const length = this.#starts[number + 1] - from;
    if (length !== end - start) return false;
    for (let i = 0; i < length; i++) if (this.#bytes[from + i] !== data[start + i]) return false;
    return true;
  }

  #grow(): void {
    const hashes = new Uint32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const starts = new Uint32Array(hashes.length + 1);
    starts.set(this.#starts);
    this.#starts = starts;
    this.#slots = rehashed(this.#slots.length, this.count, (number) => mixed(hashes[number]));
  }
}

/** Spreads numbers that follow one another over the low bits. */
function mixed(word: number): number {
  const product = Math.imul(word ^ (word >>> 16), 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** Slots twice as many as there were, for the same numbers. */
function rehashed(before: number, count: number, hashOf: (number: number) => number): Uint32Array<ArrayBuffer> {
  const slots = new Uint32Array(2 * before);
  const mask = slots.length - 1;
  for (let number = 0; number < count; number++) {
    let slot = hashOf(number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  return slots;
}

function enlarged(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, 2 * bytes.length));
  larger.set(bytes);
  return larger;
}
