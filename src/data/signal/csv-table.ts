import { CodedError } from '../../messages';
import { fileMessages as say } from './messages';

/** What was found in a text of numbers in columns. */
export interface Table {
  /** The columns' names, from the header; empty for one that has none. */
  names: string[];
  /** Which of them hold numbers in their first row. */
  numeric: number[];
  /** The column that was read, and its numbers. */
  column: number;
  samples: Float64Array;
}

const DELIMITERS = [';', '\t', ','] as const;
/** A long text is seldom shorter than this. */
const FIRST_ROOM = 1024;

/**
 * Reads a text of numbers, a piece at a time: one number to a line, or in columns divided by commas, semicolons, tabs or
 * spaces, with a header or without. With semicolons or tabs, a comma is the decimal point.
 *
 * Its methods throw a `CodedError` for what cannot be used.
 */
export class TableReader {
  private rest = '';
  private line = 0;
  private delimiter: string | undefined;
  private first: string[] | undefined;
  private names: string[] | undefined;
  private numeric: number[] = [];
  private samples = new Float64Array(FIRST_ROOM);
  private count = 0;

  /**
   * @param column the one to be read; the first one that holds numbers, by default
   * @param most more numbers than this are refused
   */
  constructor(
    private column?: number,
    private readonly most = Infinity,
  ) {}

  /** Takes the text's next piece, wherever that ends. */
  take(text: string): void {
    const lines = (this.rest + (this.line === 0 && this.rest === '' ? text.replace(/^\ufeff/, '') : text)).split(
      /\r\n|\n|\r/,
    );
    this.rest = lines.pop()!;
    // The other half of a line's end may be the next piece's first letter.
    if (text.endsWith('\r')) this.rest = `${lines.pop()!}\r`;
    for (const line of lines) this.takeLine(line);
  }

  /** What was read, once all of the text was taken. */
  finish(): Table {
    for (const line of this.rest.split('\r')) this.takeLine(line);
    if (!this.first) throw new CodedError(say('empty'));
    if (!this.names) throw new CodedError(say('headerOnly'));
    return {
      names: this.names,
      numeric: this.numeric,
      column: this.column!,
      samples: this.samples.slice(0, this.count),
    };
  }

  private takeLine(text: string): void {
    this.line++;
    const line = text.trim();
    if (line === '') return;
    if (!this.first) {
      this.delimiter = DELIMITERS.find((candidate) => text.includes(candidate));
      this.first = this.cellsOf(text);
      if (this.first.every((cell) => this.numberIn(cell) === undefined)) return;
    }
    if (!this.names) this.takeFirstRow(this.cellsOf(text));
    this.add(this.numeric.length === 1 && this.names!.length === 1 ? line : this.cellsOf(text)[this.column!]);
  }

  /** Takes the first row of numbers: the columns' names and which hold numbers. */
  private takeFirstRow(row: string[]): void {
    const hasHeader = this.first!.every((cell) => this.numberIn(cell) === undefined);
    this.names = row.map((_, i) => (hasHeader && this.first![i]) || '');
    this.numeric = row.flatMap((cell, i) => (this.isNumberLike(cell) ? [i] : []));
    if (this.numeric.length === 0)
      throw new CodedError(say('noNumbers', { line: this.line, cell: quoted(row[0] ?? '') }));
    this.column ??= this.numeric[0];
  }

  private add(cell: string | undefined): void {
    if (cell === undefined)
      throw new CodedError(
        say('noCell', {
          line: this.line,
          column: this.names![this.column!] || say('columnNumber', { number: this.column! + 1 }),
        }),
      );
    const value = this.numberIn(cell) ?? this.numberIn(cell.replace(/^"(.*)"$/, '$1'));
    if (value === undefined) throw new CodedError(say('notANumber', { line: this.line, cell: quoted(cell) }));
    if (this.count === this.most) throw new CodedError(say('tooManySamples', { most: this.most }));
    if (this.count === this.samples.length) {
      const longer = new Float64Array(Math.min(2 * this.count, this.most));
      longer.set(this.samples);
      this.samples = longer;
    }
    this.samples[this.count++] = value;
  }

  private cellsOf(line: string): string[] {
    return this.delimiter ? splitCells(line, this.delimiter) : line.trim().split(/\s+/);
  }

  /** A plain decimal number; undefined for anything else and for what is not finite. */
  private numberIn(cell: string): number | undefined {
    let plain = this.delimiter === ';' || this.delimiter === '\t' ? cell.replace(',', '.') : cell;
    if (plain.startsWith('\u2212')) plain = `-${plain.slice(1)}`;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
    const value = Number(plain);
    return Number.isFinite(value) ? value : undefined;
  }

  /** Also NaN and infinities: better refused by their line than passed over with their column. */
  private isNumberLike(cell: string): boolean {
    return this.numberIn(cell) !== undefined || /^[+-]?(nan|inf(inity)?)$/i.test(cell);
  }
}

function quoted(cell: string): string {
  return `“${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}”`;
}

/** The cells of a line; one in quotation marks may hold the delimiter. */
function splitCells(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim());
  const cells: string[] = [''];
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === delimiter && !isQuoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells.map((cell) => cell.trim());
}
