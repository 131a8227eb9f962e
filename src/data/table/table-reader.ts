import { quoted, textAt } from './cells';
import { DataSets, setsIn } from './data-sets';
import type { Message } from '../../messages';
import type { Layout } from './dialect';
import { FOOTER_BYTES, footerOf } from './footer';
import { foundIn } from './found-in';
import { joined } from './joined';
import { layoutOf } from './layout';
import { checkEntries } from './matrix-market';
import { refuseNamelessEnd } from './nameless-end';
import { tableMessages as say } from './messages';
import { afterLine, isBlank, lineEnd, RowScanner } from './row-scanner';
import { errorAt, TableError } from './table-error';
import { isReadWhole, wrappingOf, type Known, type Wrapping } from './wrapping';

/** So much of a table is looked at to see how it is written. */
const HEAD_BYTES = 2 ** 16;
/** Longer lines are none of a table; a longer first one is all there is, a row of numbers. */
const MAXIMUM_LINE = 2 ** 20;
const MAXIMUM_FIRST_LINE = MAXIMUM_LINE;
const LINE_FEED = 0x0a;
const LINE_END = Uint8Array.of(LINE_FEED);
const TAB = 0x09;
const QUOTATION_MARK = 0x22;

/** What is done with each row. */
export interface RowTaker {
  /** How many of the first columns' cells are wanted. */
  columns: number;
  /** Takes the row that the scanner has found between two bytes; `lines` come before it. */
  take: (data: Uint8Array, scanner: RowScanner, from: number, to: number, lines: number) => void;
}

export interface TableOptions extends Known {
  /** Whether one row of numbers is taken for a column of them. */
  takesOneRow?: boolean;
}

/** Reads a table from bytes that come in pieces, wherever these are cut, and hands its rows on one by one. */
export class TableReader {
  layout: Layout | undefined;
  #taker: RowTaker | undefined;
  #wrapping: Wrapping | undefined;
  #scanner!: RowScanner;
  #sets!: DataSets;
  #rest: Uint8Array = new Uint8Array(0);
  #lines = 0;
  #taken = 0;
  /** Of one row: how many cells without anything have been seen since the last number. */
  #gaps = 0;
  #isOneRow = false;
  /** Of one row: whether a quotation mark is open. */
  #isQuoted = false;
  #width = 0;

  /** @param open says what is done with the rows of a table that is written so */
  constructor(
    private readonly open: (layout: Layout) => RowTaker,
    private readonly options: TableOptions = {},
  ) {}

  /** @throws {TableError} naming the line, and what should be there */
  push(piece: Uint8Array): void {
    if (this.#taker) {
      const data = this.#withRest(this.#inRows(this.#wrapping?.rows(piece) ?? piece));
      this.#read(data, data.length - FOOTER_BYTES);
    } else {
      this.#rest = this.#withRest(piece);
      const { length } = this.#rest;
      const isBegun = length >= HEAD_BYTES && (hasLine(this.#rest) || length >= MAXIMUM_FIRST_LINE);
      if (isBegun && !isReadWhole(this.#rest, this.options)) this.#begin(this.#rest, false);
    }
  }

  /** @throws {TableError} as above, or for what is seen at the end only */
  end(): void {
    const open = this.#wrapping?.rest?.();
    const last = joined(open ? joined(this.#rest, open) : this.#rest, LINE_END);
    if (!this.#taker) this.#begin(last, true);
    else if (this.#isOneRow) this.#read(last);
    else {
      const { at, totals } = footerOf(last);
      this.layout!.totals = totals;
      refuseNamelessEnd(last.subarray(0, at), this.#lines, this.layout!);
      this.#read(last.subarray(0, at));
    }
    if (!this.layout) throw new TableError(say('emptyFile'));
    this.#sets.end(this.#lines);
    this.#sets.refuseSeveral((rows) => this.#linesBefore(rows));
    this.#wrapping?.end?.();
    if (this.layout.entries !== undefined) checkEntries(this.layout.entries, this.#taken);
    if (this.#rest.length > 0)
      throw this.error(say('openQuotation', { text: quoted(this.#rest, 0, this.#rest.length) }));
  }

  /** How many lines of the file come before a row, which may share its own with others. */
  #linesBefore(rows: number): number {
    return this.#wrapping?.linesBefore?.(rows) ?? rows;
  }

  /** About the row that is being read. */
  error(trouble: Message): TableError {
    return errorAt(this.layout!, this.#linesBefore(this.#lines), trouble, foundIn(this.layout!));
  }

  /** About a row with more cells, or fewer, than there should be. */
  widthError(data: Uint8Array, from: number, to: number): TableError {
    const { names } = this.layout!;
    const count = this.#scanner.count;
    return this.error(say('columnsFound', { count, text: quoted(data, from, to), number: names.length }));
  }

  #begin(given: Uint8Array, isWhole: boolean): void {
    const { takesOneRow, areNames } = this.options;
    this.#wrapping = wrappingOf(given, this.options, isWhole);
    const all = this.#wrapping?.rows(given) ?? given;
    const footer = isWhole ? footerOf(all) : undefined;
    const head = footer ? all.subarray(0, footer.at) : all;
    const reading = { ...this.#wrapping?.reading, ...this.options.reading };
    const isOpen = !hasLine(head);
    const layout = layoutOf(isOpen ? joined(head, LINE_END) : head, reading, {
      areNames,
      names: this.#wrapping?.names,
      counted: this.#wrapping?.counted,
    });
    if (!layout) {
      this.#rest = new Uint8Array(0);
      return;
    }
    layout.isOneRow &&= takesOneRow === true;
    if (layout.isOneRow) layout.counted = 'number';
    const linesBefore = (rows: number) => this.#linesBefore(rows);
    layout.sampleLines = layout.sampleLines.map(linesBefore);
    layout.doubts = layout.doubts.map((doubt) => doubt && { ...doubt, lines: linesBefore(doubt.lines) });
    layout.totals = footer?.totals ?? [];
    // pandas prints the index in front.
    layout.hasRowNames ||= footer?.isSeries === true && layout.names.length > 1;
    if (isOpen && !layout.isOneRow) throw new TableError(say('longLine', { most: head.length }));
    this.layout = layout;
    this.#isOneRow = layout.isOneRow;
    this.#width = layout.names.length;
    this.#lines = layout.isOneRow ? 0 : layout.body.lines;
    this.#sets = new DataSets(this.#lines);
    const body = head.subarray(layout.body.at);
    try {
      this.#open(layout, body, isWhole);
    } catch (error) {
      // Sets of other widths are told as such, where all of them are at hand.
      if (isWhole && !layout.isOneRow) setsIn(body, layout.body.lines, layout.comment).refuseSeveral();
      throw error;
    }
  }

  #open(layout: Layout, body: Uint8Array, isWhole: boolean): void {
    this.#taker = this.open(layout);
    this.#scanner = layout.isOneRow
      ? new RowScanner('', false, 1)
      : new RowScanner(layout.delimiter, layout.quoting, this.#taker.columns);
    if (isWhole && !layout.isOneRow) refuseNamelessEnd(body, layout.body.lines, layout);
    const rows = this.#inRows(body);
    this.#read(rows, isWhole ? rows.length : rows.length - FOOTER_BYTES);
  }

  #withRest(piece: Uint8Array): Uint8Array {
    return this.#rest.length > 0 ? joined(this.#rest, piece) : piece;
  }

  /** One row of many cells is read as many rows of one. */
  #inRows(data: Uint8Array): Uint8Array {
    if (!this.layout!.isOneRow) return data;
    const { delimiter, quoting } = this.layout!;
    const divides = (byte: number) => byte === delimiter.charCodeAt(0) || (delimiter === ' ' && byte === TAB);
    return data.map((byte) => {
      if (quoting && byte === QUOTATION_MARK) this.#isQuoted = !this.#isQuoted;
      return divides(byte) && !this.#isQuoted ? LINE_FEED : byte;
    });
  }

  /** Reads rows up to a byte, and keeps what comes after the last of them. */
  #read(data: Uint8Array, to = data.length): void {
    const piece = data.subarray(0, Math.max(0, to));
    const scanner = this.#scanner;
    const taker = this.#taker!;
    const { comment } = this.layout!;
    const isOneRow = this.#isOneRow;
    let at = 0;
    for (let next = 0; at < piece.length; at = next) {
      if (comment !== 0 && piece[at] === comment) next = this.#passComment(piece, at);
      else next = this.#readRow(piece, at, scanner, taker);
      if (next < 0) break;
      if (!isOneRow) this.#lines += 1 + scanner.innerLines;
    }
    if (piece.length - at > MAXIMUM_LINE) throw this.error(say('longLine', { most: MAXIMUM_LINE }));
    this.#rest = data.slice(at);
  }

  #passComment(data: Uint8Array, at: number): number {
    const end = lineEnd(data, at);
    const next = afterLine(data, end);
    if (next >= 0 && !this.#isOneRow) this.#sets.comment(this.#lines, textAt(data, at, end));
    return next;
  }

  #readRow(data: Uint8Array, at: number, scanner: RowScanner, taker: RowTaker): number {
    const next = scanner.scan(data, at);
    if (next < 0) return next;
    if (scanner.isBroken) throw this.error(say('textAfterQuotation', { text: quoted(data, at, next) }));
    if (scanner.count === 1 && isBlank(data, at, next)) {
      if (this.#isOneRow) this.#gaps++;
      else this.#sets.blank(this.#lines);
    } else if (this.#isOneRow) this.#takeNumber(data, at, next);
    else if (scanner.filled > this.#width) throw this.widthError(data, at, next);
    else {
      taker.take(data, scanner, at, next, this.#linesBefore(this.#lines));
      this.#taken++;
    }
    return next;
  }

  /** Of one row: the next number. */
  #takeNumber(data: Uint8Array, from: number, to: number): void {
    const { delimiter } = this.layout!;
    // A double colon ends two rows.
    if (this.#gaps >= delimiter.length && delimiter !== ' ') throw this.error(say('missing'));
    this.#gaps = 0;
    this.#taker!.take(data, this.#scanner, from, to, this.#lines);
    this.#lines++;
  }
}

const hasLine = (data: Uint8Array) => afterLine(data, lineEnd(data, 0)) >= 0;
