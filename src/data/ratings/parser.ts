import { joined } from './byte-stream';
import { numberAt, quoted, textAt } from './cells';
import { checkRatings } from './check';
import { GrowingTriplets } from './growing-triplets';
import { inWords, layoutOf, type Layout, type Line } from './layout';
import { LARGEST_ID, TextNumbering, TOO_LARGE, WholeNumbering, type Numbering } from './numbering';
import { LARGEST_RATING, RatingsError, type Ratings } from './ratings';
import type { ColumnMapping } from './source';
import { ratingsMessages as say } from './texts';
import type { Message } from '../../messages';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTATION_MARK = 0x22;
const SPACE = 0x20;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** Longer lines are none of a table of ratings. */
const MAXIMUM_LINE = 2 ** 20;

/** The cells of a line that matter. */
const USER = 0;
const ITEM = 1;
const RATING = 2;
const NO_ROLE = 3;

/**
 * Reads ratings from bytes that come in pieces, wherever these are cut. No text is made of the lines: with 25 million of
 * them that would take most of the time.
 */
export class RatingsParser {
  private layout: Layout | undefined;
  private delimiter = 0;
  private isDouble = false;
  /** Which part each column plays, up to the last that plays one. */
  private roles = new Uint8Array(0);
  private users!: Numbering;
  private items!: Numbering;
  private readonly triplets = new GrowingTriplets();
  /** What the pieces so far left of a line. */
  private rest: Uint8Array = new Uint8Array(0);
  /** How many lines have been read. */
  private lines = 0;
  /** Where a rating does not stand in the line after the one before it: its number, and its line. */
  private readonly leaps: { rating: number; line: number }[] = [];
  private expectedLine = -1;
  /** Of the line read last: how many columns, how many ends of lines within quotation marks, and where its cells are. */
  private columns = 0;
  private innerLines = 0;
  private readonly starts = new Int32Array(4);
  private readonly ends = new Int32Array(4);

  constructor(private readonly mapping?: ColumnMapping) {}

  /** @throws {RatingsError} naming the line, and what should be there */
  push(piece: Uint8Array): void {
    this.read(this.rest.length > 0 ? joined(this.rest, piece) : piece, false);
  }

  /** @throws {RatingsError} as above, or for what is seen at the end only */
  end(): Ratings {
    this.read(joined(this.rest, Uint8Array.of(LINE_FEED)), true);
    if (!this.layout) throw new RatingsError(say('emptyFile'));
    if (this.rest.length > 0) throw this.error(say('openQuotation', { text: quoted(this.rest, 0, this.rest.length) }));
    const { names, user, item, rating } = this.layout;
    const fileColumns = { names, user: names[user], item: names[item], rating: names[rating] };
    const ratings: Ratings = {
      rows: this.users.count,
      columns: this.items.count,
      ...this.triplets.join(),
      userIds: this.users.ids(),
      itemIds: this.items.ids(),
      fileColumns,
    };
    checkRatings(ratings, (index) => say('line', { line: this.lineOf(index) }));
    return ratings;
  }

  private read(data: Uint8Array, isLast: boolean): void {
    let at = this.layout ? 0 : this.open(data, isLast);
    for (let next = at; this.layout && at < data.length; at = next) {
      next = this.scan(data, at);
      if (next < 0) break;
      this.take(data, at, next);
      this.lines += 1 + this.innerLines;
    }
    if (data.length - at > MAXIMUM_LINE) throw this.error(say('longLine', { most: MAXIMUM_LINE }));
    this.rest = data.slice(at);
  }

  /** Makes out the layout as soon as there are lines enough for that; returns where to go on. */
  private open(data: Uint8Array, isLast: boolean): number {
    const isMarked = BYTE_ORDER_MARK.every((byte, i) => data[i] === byte);
    const found: (Line & { start: number })[] = [];
    for (let start = isMarked ? 3 : 0, number = 1; start < data.length && found.length < 2; number++) {
      const { end, inner } = lineEnd(data, start);
      const next = isLast && end === data.length ? end : afterLine(data, end);
      if (next < 0) break;
      const text = textAt(data, start, end);
      if (text.trim() !== '') found.push({ text, number, start });
      number += inner;
      start = next;
    }
    const [first, second] = found;
    if (!first || (!second && !isLast)) return 0;
    this.layout = layoutOf(first, second, this.mapping);
    const { delimiter, user, item, rating, numbers, hasHeader } = this.layout;
    this.delimiter = delimiter.charCodeAt(0);
    this.isDouble = delimiter.length === 2;
    this.roles = new Uint8Array(Math.max(user, item, rating) + 1).fill(NO_ROLE);
    [this.roles[user], this.roles[item], this.roles[rating]] = [USER, ITEM, RATING];
    this.users = numbers.user ? new WholeNumbering() : new TextNumbering();
    this.items = numbers.item ? new WholeNumbering() : new TextNumbering();
    const body = hasHeader ? second! : first;
    this.lines = body.number - 1;
    return body.start;
  }

  /** Finds the cells of the line that begins there; returns where the next one begins, or -1 if this one has not ended. */
  private scan(data: Uint8Array, from: number): number {
    const { delimiter, isDouble, roles, starts, ends } = this;
    const { length } = data;
    let p = from;
    this.innerLines = 0;
    for (let column = 0; ; column++) {
      let start = p;
      let end = -1;
      if (data[p] === QUOTATION_MARK) {
        start = p + 1;
        end = this.closing(data, start);
        if (end < 0) return -1;
        p = end + 1;
      }
      let byte = 0;
      for (; p < length; p++) {
        byte = data[p];
        if (
          byte === delimiter ? !isDouble || data[p + 1] === delimiter : byte === LINE_FEED || byte === CARRIAGE_RETURN
        )
          break;
      }
      if (p >= length) return -1;
      const role = column < roles.length ? roles[column] : NO_ROLE;
      starts[role] = start;
      ends[role] = end < 0 ? p : end;
      if (byte !== delimiter) {
        this.columns = column + 1;
        return afterLine(data, p);
      }
      p += isDouble ? 2 : 1;
    }
  }

  /** Where the quotation mark is that closes a cell: two of them stand for one. */
  private closing(data: Uint8Array, from: number): number {
    for (let p = from; p < data.length; p++) {
      if (data[p] === LINE_FEED) this.innerLines++;
      if (data[p] !== QUOTATION_MARK) continue;
      if (data[p + 1] !== QUOTATION_MARK) return p + 1 < data.length ? p : -1;
      p++;
    }
    return -1;
  }

  private take(data: Uint8Array, from: number, next: number): void {
    if (this.columns < this.roles.length) {
      if (isBlank(data, from, next)) return;
      throw this.error(
        say('columnsFound', {
          count: this.columns,
          text: quoted(data, from, next),
          number: this.layout!.names.length,
          columns: inWords(this.layout!.names),
        }),
      );
    }
    const row = this.numberOf(data, USER, this.users);
    const column = this.numberOf(data, ITEM, this.items);
    this.trim(data, RATING);
    const value = numberAt(data, this.starts[RATING], this.ends[RATING], this.layout!.takesComma);
    if (!(Math.abs(value) <= LARGEST_RATING)) {
      const rating = this.cell(data, RATING);
      throw this.error(
        Number.isNaN(value) ? say('ratingIs', { rating }) : say('ratingTooLarge', { rating, most: LARGEST_RATING }),
      );
    }
    if (this.lines !== this.expectedLine) this.leaps.push({ rating: this.triplets.count, line: this.lines });
    this.expectedLine = this.lines + 1;
    this.triplets.add(row, column, value);
  }

  private numberOf(data: Uint8Array, role: number, numbering: Numbering): number {
    this.trim(data, role);
    const number = numbering.numberAt(data, this.starts[role], this.ends[role]);
    if (number >= 0) return number;
    const cell = this.cell(data, role);
    const [user, item] = [{ user: cell }, { item: cell }];
    const isUser = role === USER;
    const most = LARGEST_ID;
    if (number === TOO_LARGE)
      throw this.error(isUser ? say('userTooLarge', { ...user, most }) : say('itemTooLarge', { ...item, most }));
    if (numbering instanceof WholeNumbering)
      throw this.error(isUser ? say('userNoNumber', { ...user, most }) : say('itemNoNumber', { ...item, most }));
    throw this.error(isUser ? say('userIs', user) : say('itemIs', item));
  }

  private trim(data: Uint8Array, role: number): void {
    const { starts, ends } = this;
    while (starts[role] < ends[role] && data[starts[role]] === SPACE) starts[role]++;
    while (starts[role] < ends[role] && data[ends[role] - 1] === SPACE) ends[role]--;
  }

  private cell(data: Uint8Array, role: number): Message | string {
    return this.starts[role] === this.ends[role] ? say('missing') : quoted(data, this.starts[role], this.ends[role]);
  }

  /** About the line that is being read. */
  private error(trouble: Message): RatingsError {
    return new RatingsError(say('atLine', { line: this.lines + 1, trouble }));
  }

  private lineOf(rating: number): number {
    const leap = this.leaps.findLast((candidate) => candidate.rating <= rating)!;
    return leap.line + 1 + rating - leap.rating;
  }
}

/** Where the line ends that begins there, and how many ends of lines it holds within quotation marks. */
function lineEnd(data: Uint8Array, start: number): { end: number; inner: number } {
  let isQuoted = false;
  let inner = 0;
  let end = start;
  for (; end < data.length; end++) {
    if (data[end] === QUOTATION_MARK) isQuoted = !isQuoted;
    else if (isQuoted && data[end] === LINE_FEED) inner++;
    else if (!isQuoted && (data[end] === LINE_FEED || data[end] === CARRIAGE_RETURN)) break;
  }
  return { end, inner };
}

/** Where the line begins that follows the end of one, which is LF, CR LF or CR; -1 if that is not yet known. */
function afterLine(data: Uint8Array, end: number): number {
  let p = end;
  while (data[p] === CARRIAGE_RETURN) p++;
  if (p >= data.length) return -1;
  return data[p] === LINE_FEED ? p + 1 : p;
}

function isBlank(data: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (data[p] > SPACE) return false;
  return true;
}
