import type { Message } from '../../messages';
import { numberAt, quoted, textAt } from '../table/cells';
import { isPlace } from '../table/counters';
import type { Layout } from '../table/dialect';
import { kindOf, numberIn } from '../table/number-text';
import type { RowScanner } from '../table/row-scanner';
import type { RowTaker, TableReader } from '../table/table-reader';
import { isSumName } from '../table/totals';
import { GrowingTriplets } from './growing-triplets';
import { holdsRating, RatingsError, ratingTrouble, type Ratings } from './ratings';
import { columnNames, isItemName, isUserName } from './roles';
import type { ColumnMapping } from './source';
import { ratingsMessages as say } from './texts';

/** A row to a user, a column to an item. */
export class MatrixRows implements RowTaker {
  readonly columns: number;
  readonly #triplets = new GrowingTriplets();
  readonly #none: number | undefined;
  /** The columns before the ratings: names of users, or how many ratings follow. */
  readonly #first: number;
  readonly #hasNames: boolean;
  readonly #userIds: string[] = [];
  readonly #lines: number[] = [];
  #rows = 0;

  constructor(
    private readonly layout: Layout,
    private readonly reader: TableReader,
    { none }: ColumnMapping,
  ) {
    this.columns = layout.names.length;
    this.#none = none;
    const [corner = ''] = layout.keys;
    this.#hasNames =
      layout.hasRowNames || !layout.numeric[0] || isPlace(corner) || isUserName(corner) || beginWithIds(layout);
    const sum = layout.keys.slice(1).find(isSumName);
    if (sum) throw new RatingsError(say('sumColumn', { column: `'${sum}'` }));
    const about = this.#hasNames ? aboutUsers(layout) : undefined;
    if (about) throw new RatingsError(say('aboutUsers', { column: `'${about}'` }));
    this.#first = this.#hasNames || this.#hasCounts() ? 1 : 0;
  }

  take(data: Uint8Array, scanner: RowScanner, from: number, to: number, lines: number): void {
    const width = this.columns;
    if (scanner.count < width) throw this.reader.widthError(data, from, to);
    const { starts, ends } = scanner;
    for (let column = this.#first; column < width; column++) {
      scanner.trim(data, column);
      const [start, end] = [starts[column], ends[column]];
      if (start === end) continue;
      const value = numberAt(data, start, end, this.layout.format);
      if (value === this.#none) continue;
      if (holdsRating(value)) this.#triplets.add(this.#rows, column - this.#first, value);
      else if (!Number.isNaN(value) || !isGap(textAt(data, start, end)))
        throw this.reader.error(ratingTrouble(value, quoted(data, start, end)));
    }
    if (this.#hasNames) {
      scanner.trim(data, 0);
      this.#userIds.push(textAt(data, starts[0], ends[0]));
    }
    this.#lines.push(lines);
    this.#rows++;
  }

  ratings(): Ratings {
    const columns = this.columns - this.#first;
    const names = columnNames(this.layout).slice(this.#first);
    return {
      rows: this.#rows,
      columns,
      ...this.#triplets.join(),
      userIds: this.#hasNames ? this.#userIds : Uint32Array.from({ length: this.#rows }, (_, row) => row + 1),
      itemIds: this.layout.keys.length > 0 ? names : Uint32Array.from(names, (_, column) => column + 1),
    };
  }

  words(): Message[] {
    const none = this.#none === undefined ? [] : [say('noneIs', { none: String(this.#none) })];
    const left = this.#hasNames ? [say('namesFirst')] : this.#first > 0 ? [say('countsFirst')] : [];
    const [corner = ''] = this.layout.keys;
    const rows = isItemName(corner) ? [say('itemsInRows', { name: `“${corner}”` })] : [];
    return [say('matrix'), ...left, ...none, ...rows];
  }

  lineOf(): number {
    return this.#lines[0] + 1;
  }

  /** Whether the first column says how many ratings each row has. */
  #hasCounts(): boolean {
    const isRating = (cell: string) => !isGap(cell) && Number(cell.replace(',', '.')) !== this.#none;
    return this.layout.sample.every(([first, ...cells]) => Number(first) === cells.filter(isRating).length);
  }
}

/** What columns are called that say of users how old they are, and the like. */
const ABOUT =
  /^(age|alter|âge|edad|year( of birth)?|birth ?year|geburtsjahr|jahrgang|zip([ -]?code)?|plz|semester|grade|klasse)$/i;

/** The name of a column that is called so, and whose numbers are above all others. */
function aboutUsers({ keys, sample, format }: Layout): string | undefined {
  const numbersIn = (column: number) =>
    sample.map((cells) => numberIn(cells[column] ?? '', format)).filter(Number.isFinite);
  const column = keys.findIndex((key, place) => place > 0 && ABOUT.test(key));
  if (column < 0) return undefined;
  const others = keys.flatMap((_, place) => (place > 0 && place !== column ? numbersIn(place) : []));
  return Math.min(...numbersIn(column)) > Math.max(...others) ? keys[column] : undefined;
}

/** A number that is so many times the largest of the others is no rating. */
const FAR_ABOVE = 5;

/** Whether the first column has a header and holds whole numbers, each another one, that begin with 0 or are far above all others. */
function beginWithIds({ keys, sample, format }: Layout): boolean {
  const ids = sample.map(([first]) => first);
  if (keys.length === 0 || ids.length < 2 || new Set(ids).size < ids.length || !ids.every((id) => /^\d+$/.test(id)))
    return false;
  const others = sample.flatMap(([, ...cells]) => cells.map((cell) => numberIn(cell, format)).filter(Number.isFinite));
  return ids.some((id) => /^0\d/.test(id)) || Math.min(...ids.map(Number)) > FAR_ABOVE * Math.max(...others);
}

const isGap = (cell: string) => kindOf(cell) === 'gap' || /^nan$/i.test(cell);
