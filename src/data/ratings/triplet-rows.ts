import type { Message } from '../../messages';
import { numberAt, quoted } from '../table/cells';
import type { Layout } from '../table/dialect';
import { leastCells } from '../table/layout';
import { kindOf } from '../table/number-text';
import { isBlank, type RowScanner } from '../table/row-scanner';
import type { RowTaker, TableReader } from '../table/table-reader';
import { GrowingTriplets } from './growing-triplets';
import { LARGEST_ID, NO_NUMBER, TextNumbering, TOO_LARGE, WholeNumbering, type Numbering } from './numbering';
import { holdsRating, ratingTrouble, type Ratings } from './ratings';
import { columnInWords } from './column-in-words';
import { columnNames, rolesOf, type Roles } from './roles';
import type { ColumnMapping } from './source';
import { ratingsMessages as say } from './texts';

/** A rating to a row: a user, an item and what the one gives the other. */
export class TripletRows implements RowTaker {
  readonly columns: number;
  readonly #triplets = new GrowingTriplets();
  readonly #roles: Roles;
  readonly #least: number;
  #users: Numbering;
  #items: Numbering;
  /** Where a rating does not stand in the line after the one before it: its number, and its line. */
  readonly #leaps: { rating: number; line: number }[] = [];
  #expectedLine = -1;
  #none: number | undefined;

  /** @throws {RatingsError} if it is not clear which columns hold what */
  constructor(
    private readonly layout: Layout,
    private readonly reader: TableReader,
    private readonly mapping?: ColumnMapping,
  ) {
    const roles = (this.#roles = rolesOf(layout, mapping));
    this.columns = Math.max(roles.user, roles.item, roles.rating) + 1;
    this.#least = leastCells(layout, this.columns);
    const numbering = (column: number) => (this.#areNumbers(column) ? new WholeNumbering() : new TextNumbering());
    this.#users = numbering(roles.user);
    this.#items = numbering(roles.item);
  }

  take(data: Uint8Array, scanner: RowScanner, from: number, to: number, lines: number): void {
    if (scanner.count < this.#least) {
      if (isBlank(data, from, to)) return;
      throw this.reader.widthError(data, from, to);
    }
    const roles = this.#roles;
    const user = this.#numberOf(data, scanner, roles.user, true);
    const item = this.#numberOf(data, scanner, roles.item, false);
    scanner.trim(data, roles.rating);
    const value = numberAt(data, scanner.starts[roles.rating], scanner.ends[roles.rating], this.layout.format);
    if (!holdsRating(value)) this.#refuseRating(value, cellAt(data, scanner, roles.rating));
    if (lines !== this.#expectedLine) this.#leaps.push({ rating: this.#triplets.count, line: lines });
    this.#expectedLine = lines + 1;
    this.#triplets.add(user, item, value);
  }

  /** The same without the rows in which a number stands for no rating. */
  without(none: number): RowTaker {
    const rating = this.#roles.rating;
    this.#none = none;
    return {
      columns: this.columns,
      take: (data, scanner, from, to, lines) => {
        if (scanner.count >= this.#least) {
          scanner.trim(data, rating);
          if (numberAt(data, scanner.starts[rating], scanner.ends[rating], this.layout.format) === none) return;
        }
        this.take(data, scanner, from, to, lines);
      },
    };
  }

  ratings(): Ratings {
    const names = columnNames(this.layout);
    const { user, item, rating } = this.#roles;
    return {
      rows: this.#users.count,
      columns: this.#items.count,
      ...this.#triplets.join(),
      userIds: this.#users.ids(),
      itemIds: this.#items.ids(),
      fileColumns: { names, user: names[user], item: names[item], rating: names[rating] },
    };
  }

  /** Which columns were taken for what, in words. */
  words(): Message[] {
    const names = columnNames(this.layout);
    const { user, item, rating } = this.#roles;
    const [users, items, ratings] = [user, item, rating].map((column) => columnInWords(names[column]));
    return [
      say('usersFrom', { column: users }),
      say('itemsFrom', { column: items }),
      say('ratingsFrom', { column: ratings }),
      ...(this.#none === undefined ? [] : [say('noneIs', { none: String(this.#none) })]),
    ];
  }

  lineOf(rating: number): number {
    const leap = this.#leaps.findLast((candidate) => candidate.rating <= rating)!;
    return leap.line + 1 + rating - leap.rating;
  }

  #areNumbers(column: number): boolean {
    if (this.mapping?.ids) return this.mapping.ids === 'numbers';
    return this.layout.sample.every((cells) => /^(0|[1-9]\d{0,9})$/.test(cells[column] ?? ''));
  }

  #numberOf(data: Uint8Array, scanner: RowScanner, column: number, isUser: boolean): number {
    scanner.trim(data, column);
    const start = scanner.starts[column];
    const end = scanner.ends[column];
    const numbering = isUser ? this.#users : this.#items;
    const number = numbering.numberAt(data, start, end);
    if (number >= 0) return number;
    if (start < end && numbering instanceof WholeNumbering && this.mapping?.ids !== 'numbers') {
      // Ids that begin as numbers and go on as words are texts, all of them.
      const texts = TextNumbering.from(numbering.ids());
      if (isUser) this.#users = texts;
      else this.#items = texts;
      return texts.numberAt(data, start, end);
    }
    return this.#refuseId(isUser, number, numbering, cellAt(data, scanner, column));
  }

  #refuseId(isUser: boolean, number: number, numbering: Numbering, cell: Message | string): never {
    const [user, item, most] = [cell, cell, LARGEST_ID];
    if (number === TOO_LARGE)
      throw this.reader.error(isUser ? say('userTooLarge', { user, most }) : say('itemTooLarge', { item, most }));
    if (number === NO_NUMBER && numbering instanceof WholeNumbering)
      throw this.reader.error(isUser ? say('userNoNumber', { user, most }) : say('itemNoNumber', { item, most }));
    throw this.reader.error(isUser ? say('userIs', { user }) : say('itemIs', { item }));
  }

  #refuseRating(value: number, rating: Message | string): never {
    const isNumber = typeof rating === 'string' && kindOf(rating.slice(1, -1)) === 'number';
    const isOtherwise = Number.isNaN(value) && isNumber;
    throw this.reader.error(isOtherwise ? say('otherFormat', { rating }) : ratingTrouble(value, rating));
  }
}

function cellAt(data: Uint8Array, { starts, ends }: RowScanner, column: number): Message | string {
  return starts[column] === ends[column] ? say('missing') : quoted(data, starts[column], ends[column]);
}
