import type { Message } from '../../messages';

/** What may stand between two columns, in the order of preference, and whether a cell may be quoted there. */
export const DELIMITERS = [
  { text: '::', quoting: false, name: 'doubleColons' },
  { text: '\t', quoting: false, name: 'tabs' },
  { text: ';', quoting: true, name: 'semicolons' },
  { text: '|', quoting: true, name: 'bars' },
  { text: ',', quoting: true, name: 'commas' },
  // Any run of blanks.
  { text: ' ', quoting: true, name: 'blanks' },
  // One column.
  { text: '', quoting: false, name: 'oneColumn' },
] as const;

export type Delimiter = (typeof DELIMITERS)[number]['text'];

/** How the numbers of a file are written. */
export interface NumberFormat {
  decimal: '.' | ',';
  /** Whether the other sign may group thousands: where the file, or a person, has shown which is which. */
  groups: boolean;
}

/** What a person says about how a file is written; the rest is seen from the file. */
export interface Reading {
  delimiter?: Delimiter;
  decimal?: '.' | ',';
  /** In which line of the file the header ends, counted as messages count: comments and blank lines too. */
  header?: number;
}

/** How a table is written, as far as it has been made out. */
export interface Layout {
  delimiter: Delimiter;
  quoting: boolean;
  /** The byte that a comment begins with; 0 where there are none. */
  comment: number;
  format: NumberFormat;
  /** In which line of the file the header ends; 0 where there is none. */
  headerLines: number;
  /** The columns' names; empty for one that has none. */
  names: string[];
  /** The first row of the header as it stands there, for looking up columns. */
  keys: string[];
  numeric: boolean[];
  /** The unit behind the numbers of each column, or the words for powers of ten; empty for one without. */
  units: string[];
  /** Why a column cannot be read although its cells are numbers: their units differ, or may be powers of ten. */
  doubts: (Doubt | undefined)[];
  /** Whether the first column, which the header leaves out, names the rows. */
  hasRowNames: boolean;
  /** One row of many numbers: each of them is read as a row. */
  isOneRow: boolean;
  /** What rows are counted as: lines of the file, rows of a matrix, or numbers of each list. */
  counted: 'line' | 'row' | 'number';
  /** Where the first row of data begins: the byte, and how many lines come before it. */
  body: { at: number; lines: number };
  /** The first rows of data, the numbers without their units, and how many lines come before each. */
  sample: string[][];
  sampleLines: number[];
  /** How many rows there should be, where the file states it. */
  entries?: number;
  /** The last lines that are no data but sum them up, once the end has been seen. */
  totals: string[];
}

export interface Doubt {
  trouble: Message;
  /** How many lines come before the one that it is about. */
  lines: number;
}

export function delimiterOf(text: Delimiter): (typeof DELIMITERS)[number] {
  return DELIMITERS.find((candidate) => candidate.text === text)!;
}
