import type { Delimiter } from './dialect';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTATION_MARK = 0x22;
const SPACE = 0x20;
const TAB = 0x09;
/** More columns than there can be: a small integer, for the sake of speed. */
const ALL = 2 ** 29;

/**
 * Finds the cells of rows in bytes. No text is made of them: with 25 million rows that would take most of the time.
 * Of each row it keeps the cells of as many columns as are wanted.
 */
export class RowScanner {
  /** How many cells the row has, and how many ends of lines lie within quotation marks. */
  count = 0;
  /** The same without the empty ones at its end. */
  filled = 0;
  innerLines = 0;
  /** Whether something follows a closing quotation mark that should not be there. */
  isBroken = false;
  /** Where the cell of each wanted column begins and ends. */
  starts = new Int32Array(8);
  ends = new Int32Array(8);
  readonly #delimiter: number;
  readonly #width: number;
  readonly #isBlanks: boolean;
  /** No byte above this one ends a cell: one comparison passes over most. */
  readonly #highestEnd: number;

  /** @param wanted how many of the first columns' cells are kept */
  constructor(
    delimiter: Delimiter,
    readonly quoting: boolean,
    private readonly wanted = ALL,
  ) {
    this.#delimiter = delimiter === '' ? -1 : delimiter.charCodeAt(0);
    this.#width = delimiter.length;
    this.#isBlanks = delimiter === ' ';
    this.#highestEnd = Math.max(this.#delimiter, CARRIAGE_RETURN);
    if (wanted < ALL) this.#makeRoom(wanted);
  }

  /** Finds the cells of the row that begins there; returns where the next one begins, or -1 if this one has not ended. */
  scan(data: Uint8Array, from: number): number {
    const { wanted, quoting } = this;
    const delimiter = this.#delimiter;
    const isBlanks = this.#isBlanks;
    const isDouble = this.#width === 2;
    const highestEnd = this.#highestEnd;
    const { length } = data;
    let p = isBlanks ? pastBlanks(data, from) : from;
    this.innerLines = 0;
    this.isBroken = false;
    let filled = 0;
    let { starts, ends } = this;
    for (let column = 0; ; column++) {
      let start = p;
      let end = -1;
      if (quoting && data[p] <= QUOTATION_MARK) {
        const mark = pastBlanks(data, p);
        if (data[mark] === QUOTATION_MARK) {
          start = mark + 1;
          end = this.#closing(data, start);
          if (end < 0) return -1;
          p = end + 1;
        }
      }
      const afterMark = p;
      let byte = 0;
      for (; p < length; p++) {
        byte = data[p];
        if (byte > highestEnd) continue;
        if (
          byte === delimiter
            ? !isDouble || data[p + 1] === delimiter
            : byte === LINE_FEED || byte === CARRIAGE_RETURN || (isBlanks && byte === TAB)
        )
          break;
      }
      if (p >= length) return -1;
      if (end < 0) end = p;
      else if (!isBlank(data, afterMark, p)) this.isBroken = true;
      if (end > start) filled = column + 1;
      if (column < wanted) {
        if (column >= starts.length) ({ starts, ends } = this.#makeRoom(2 * column));
        starts[column] = start;
        ends[column] = end;
      }
      if (isBlanks) {
        p = pastBlanks(data, p);
        if (p >= length) return -1;
        byte = data[p];
      }
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        this.count = column + 1;
        this.filled = filled;
        return afterLine(data, p);
      }
      if (!isBlanks) p += this.#width;
    }
  }

  /** Leaves out blanks around a cell, and the marks around it where the format itself knows no quoting. */
  trim(data: Uint8Array, column: number): void {
    const { starts, ends } = this;
    let start = starts[column];
    let end = ends[column];
    // Blanks and quotation marks come before whatever numbers and words begin and end with.
    if (start < end && data[start] > QUOTATION_MARK && data[end - 1] > QUOTATION_MARK) return;
    while (start < end && isBlankByte(data[start])) start++;
    while (start < end && isBlankByte(data[end - 1])) end--;
    if (!this.quoting && end - start > 1 && data[start] === QUOTATION_MARK && data[end - 1] === QUOTATION_MARK) {
      start++;
      end--;
    }
    starts[column] = start;
    ends[column] = end;
  }

  /** Where the quotation mark is that closes a cell: two of them stand for one. */
  #closing(data: Uint8Array, from: number): number {
    for (let p = from; p < data.length; p++) {
      if (data[p] === LINE_FEED) this.innerLines++;
      if (data[p] !== QUOTATION_MARK) continue;
      if (data[p + 1] !== QUOTATION_MARK) return p + 1 < data.length ? p : -1;
      p++;
    }
    return -1;
  }

  #makeRoom(least: number): { starts: Int32Array<ArrayBuffer>; ends: Int32Array<ArrayBuffer> } {
    const larger = [this.starts, this.ends].map((before) => {
      const after = new Int32Array(Math.max(least, 8));
      after.set(before.subarray(0, Math.min(before.length, after.length)));
      return after;
    });
    [this.starts, this.ends] = larger;
    return this;
  }
}

/** Where the line begins that follows the end of one, which is LF, CR, or any number of CR with LF; -1 if that is not yet known. */
export function afterLine(data: Uint8Array, end: number): number {
  let p = end;
  while (data[p] === CARRIAGE_RETURN) p++;
  if (p >= data.length) return -1;
  return data[p] === LINE_FEED ? p + 1 : end + 1;
}

/** Where a line ends, or the data do. */
export function lineEnd(data: Uint8Array, start: number): number {
  let end = start;
  while (end < data.length && data[end] !== LINE_FEED && data[end] !== CARRIAGE_RETURN) end++;
  return end;
}

export function isBlank(data: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (data[p] > SPACE) return false;
  return true;
}

const isBlankByte = (byte: number) => byte === SPACE || byte === TAB;

function pastBlanks(data: Uint8Array, from: number): number {
  let p = from;
  while (isBlankByte(data[p])) p++;
  return p;
}
