import { textAt } from './cells';
import { tableMessages as say } from './messages';
import { afterLine, isBlank, lineEnd } from './row-scanner';
import { TableError } from './table-error';

/** How Octave begins each of several variables. */
const VARIABLE = /^[#%]\s*name:/;

/**
 * Counts the sets of numbers that stand one below the other in a file: gnuplot parts them by two blank lines, Octave names
 * each. It is told of the lines without numbers alone, so that rows cost nothing; lines are counted from 0.
 */
export class DataSets {
  #count = 0;
  /** The line in which the second one begins, counted from 1. */
  #second = 0;
  /** The most rows that one has: sets of one row each are a column with gaps between. */
  #most = 0;
  #lastBlank = -2;
  /** The line after the last one without numbers above the set. */
  #begins: number;
  /** Lines without numbers, and rows of sets that have ended. */
  #passed: number;

  /** @param lines how many lines come before the first row */
  constructor(lines: number) {
    this.#passed = this.#begins = lines;
  }

  blank(line: number): void {
    if (line === this.#lastBlank + 1) this.end(line);
    this.#lastBlank = line;
    this.#pass(line);
  }

  comment(line: number, text: string): void {
    if (VARIABLE.test(text)) this.end(line);
    // What is said between two blank lines does not join them.
    if (line === this.#lastBlank + 1) this.#lastBlank = line;
    this.#pass(line);
  }

  /** No row of a set comes after those before this line. */
  end(line: number): void {
    const rows = line - this.#passed;
    if (rows <= 0) return;
    this.#count++;
    if (this.#count === 2) this.#second = this.#begins + 1;
    this.#most = Math.max(this.#most, rows);
    this.#passed += rows;
  }

  /**
   * @param linesBefore how many lines of the file come before a row
   * @throws {TableError} where there are several sets
   */
  refuseSeveral(linesBefore = (rows: number) => rows): void {
    if (this.#count > 1 && this.#most > 1)
      throw new TableError(say('dataSets', { count: this.#count, line: linesBefore(this.#second - 1) + 1 }));
  }

  #pass(line: number): void {
    if (line === this.#passed) this.#begins = line + 1;
    this.#passed++;
  }
}

/** The same of rows that are there as a whole, and cannot be read one by one. */
export function setsIn(rows: Uint8Array, lines: number, commentMark: number): DataSets {
  const sets = new DataSets(lines);
  let line = lines;
  for (let at = 0, next = 0; at < rows.length; at = next, line++) {
    const end = lineEnd(rows, at);
    next = afterLine(rows, end);
    if (next < 0) break;
    if (commentMark !== 0 && rows[at] === commentMark) sets.comment(line, textAt(rows, at, end));
    else if (isBlank(rows, at, end)) sets.blank(line);
  }
  sets.end(line);
  return sets;
}
