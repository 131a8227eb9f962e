import { CodedError, type Message } from '../../messages';
import { inQuotes, numberAt, quoted, textAt } from '../table/cells';
import { countsAgain, isPlace, isSameEverywhere, rises, risesEvenly } from '../table/counters';
import type { Layout, Reading } from '../table/dialect';
import { leastCells, liesOnItsSide } from '../table/layout';
import { tableMessages } from '../table/messages';
import { kindOf, numberIn } from '../table/number-text';
import { readingOf } from '../table/reading';
import { errorInLine, TableError, type Found } from '../table/table-error';
import { isDate } from '../table/divide';
import { isWord } from '../table/header';
import { foundIn, TableReader, type RowTaker } from '../table/table-reader';
import type { RowScanner } from '../table/row-scanner';
import { doubtIn, measuredIn, measureIn, unitTrouble } from '../table/units';
import { sentinelIn } from '../table/sentinel';
import { fileMessages as say } from './messages';

/** What was found in a text of numbers in columns. */
export interface Table {
  /** The columns' names, from the header; empty for one that has none. */
  names: string[];
  /** Which of them hold numbers. */
  numeric: number[];
  /** The column that was read, and its numbers. */
  column: number;
  samples: Float64Array;
  /** How the file was read, in one line, and what of that a person can change. */
  reading: Message;
  found: Found;
}

export interface SignalReading extends Reading {
  /** The column to be read; the first one that holds values, by default. */
  column?: number;
}

/** A long text is seldom shorter than this. */
const FIRST_ROOM = 1024;
const LABELLED = /^\p{L}[^:=]*[:=]\s*[+\u2212\u2013-]?[.,]?\d[\d.,]*$/u;
/** Of the year, whatever time is behind it: beside numbers that do not count it is no value. */
const DAY = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?!\d)/;

/**
 * Reads one column of a table: of several with numbers, the first that is whole and does not just count or tell the time.
 * One row of numbers is read like a column.
 */
export class SignalTable {
  readonly #reader: TableReader;
  #column = 0;
  #unit = '';
  #samples = new Float64Array(FIRST_ROOM);
  #count = 0;

  /** @param most more numbers than this are refused */
  constructor(
    private readonly reading: SignalReading = {},
    private readonly most = Infinity,
  ) {
    this.#reader = new TableReader((layout) => this.#open(layout), { reading, takesOneRow: true });
  }

  /** Takes the text's next piece, wherever that ends. */
  take(piece: Uint8Array): void {
    this.#reader.push(piece);
  }

  /** What was read, once all of the text was taken. */
  finish(): Table {
    this.#reader.end();
    const layout = this.#reader.layout!;
    const samples = this.#samples.slice(0, this.#count);
    if (layout.isOneRow) {
      const table = { names: [''], numeric: [0], column: 0, samples };
      return { ...table, reading: readingOf(layout, [], sentinelWords(samples)), found: foundIn(layout) };
    }
    const { names } = layout;
    const column = this.#column;
    const value = say('valueFrom', { column: nameIn(names, column) });
    const from = names.length > 1 ? [value, ...othersIn(layout, column)] : [];
    return {
      names,
      numeric: numericIn(layout),
      column,
      samples,
      reading: readingOf(layout, from, sentinelWords(samples)),
      found: foundIn(layout),
    };
  }

  #open(layout: Layout): RowTaker {
    if (layout.isOneRow) return { columns: 1, take: (data, scanner) => this.#add(data, scanner, layout) };
    if (layout.sample.length === 0) throw new TableError(tableMessages('headerOnly'), foundIn(layout));
    if (numericIn(layout).length === 0) {
      // The names above are not to blame.
      const row = Math.max(
        0,
        layout.sample.findIndex((cells) => !cells.every(isWord)),
      );
      const cell = `“${layout.sample[row][0].slice(0, 40)}”`;
      throw new TableError(say('noNumbers', { line: layout.sampleLines[row] + 1, cell }), foundIn(layout));
    }
    const column = (this.#column = this.reading.column ?? columnOf(layout));
    this.#unit = layout.units[column];
    const doubt = doubtIn(layout, column);
    if (doubt) throw new TableError(doubt.words!, this.#found(layout));
    const least = leastCells(layout, column + 1);
    const take = (data: Uint8Array, scanner: RowScanner, from: number, to: number) => {
      if (scanner.count < least) {
        if (scanner.count > column || layout.keys.length === 0) throw this.#reader.widthError(data, from, to);
        this.#refuse(say('noCell', { column: nameIn(layout.names, column) }));
      }
      this.#add(data, scanner, layout);
    };
    return { columns: column + 1, take };
  }

  #add(data: Uint8Array, scanner: RowScanner, layout: Layout): void {
    const column = this.#column;
    scanner.trim(data, column);
    const [start, end] = [scanner.starts[column], scanner.ends[column]];
    const unit = this.#unit;
    const value = unit
      ? measuredIn(textAt(data, start, end), unit, layout.format)
      : numberAt(data, start, end, layout.format);
    if (Number.isNaN(value)) {
      if (start === end) this.#refuse(say('noCell', { column: nameIn(layout.names, this.#column) }));
      const text = quoted(data, start, end).slice(1, -1);
      const trouble = unit && unitTrouble(text, unit);
      if (trouble) this.#refuse(trouble);
      const cell = `“${text}”`;
      const isNumber = kindOf(text) === 'number';
      this.#refuse(isNumber ? say('otherFormat', { cell }) : say('notANumber', { cell }));
    }
    if (this.#count === this.most) throw new CodedError(say('tooManySamples', { most: this.most }));
    if (this.#count === this.#samples.length) {
      const longer = new Float64Array(Math.min(2 * this.#count, this.most));
      longer.set(this.#samples);
      this.#samples = longer;
    }
    this.#samples[this.#count++] = value;
  }

  #refuse(trouble: Message): never {
    throw new TableError(this.#reader.error(trouble).words!, this.#found(this.#reader.layout!));
  }

  /** What a person may say instead: another column, too. */
  #found(layout: Layout): Found {
    return { ...foundIn(layout), choice: { names: layout.names, numeric: numericIn(layout) } };
  }
}

/** Whether several columns without names are more likely one signal, some numbers of it in each line. */
export const mayBeLines = (columns: number, rows: number): boolean => columns > 2 || (columns > 1 && columns > rows);

/**
 * The first column of values; the last one if all of them count.
 *
 * @throws {TableError} if none but one that counts holds numbers, where another seems to, or lines may follow each other
 */
function columnOf(layout: Layout): number {
  refuseLabels(layout);
  const numeric = numericIn(layout);
  const values = numeric.filter((column) => !countsRows(layout, column));
  if (layout.keys.length === 0 && mayBeLines(values.length, layout.sample.length)) {
    const choice = { names: layout.names, numeric };
    const trouble = liesOnItsSide(layout)
      ? tableMessages('lyingTable', { name: inQuotes(layout.sample[0][0]) })
      : say('linesOrColumns', { columns: numeric.length });
    throw new TableError(trouble, { ...foundIn(layout), choice });
  }
  const isWhole = (column: number) => layout.sample.every((cells) => kindOf(cells[column] ?? '') !== 'gap');
  const strange = layout.names.findIndex((_, column) => isStrange(layout, column, numeric.at(-1)!));
  if (values.length === 0 && strange >= 0) {
    const others = layout.sample.map((cells) => kindOf(cells[strange] ?? '') === 'other');
    const unread = layout.sample.findIndex((cells, row) => others[row] && !measureIn(cells[strange]));
    const row = unread < 0 ? others.indexOf(true) : unread;
    const said = { column: nameIn(layout.names, numeric.at(-1)!), other: nameIn(layout.names, strange) };
    const trouble = say('onlyCounts', { ...said, cell: `“${layout.sample[row][strange].slice(0, 40)}”` });
    throw errorInLine(layout.sampleLines[row], trouble, foundIn(layout));
  }
  const likely = values.filter((column) => !seemsPlace(layout, column, values));
  return likely.find(isWhole) ?? values.find(isWhole) ?? values[0] ?? numeric.at(-1)!;
}

/** @throws {TableError} where a number shares its cell with a name, as in `acc: 1, 2, 3`: it would be left out */
function refuseLabels(layout: Layout): void {
  const { sample, numeric, sampleLines } = layout;
  const column = numeric.findIndex((is, place) => !is && sample.every((cells) => LABELLED.test(cells[place] ?? '')));
  if (column < 0) return;
  const cell = `“${sample[0][column].slice(0, 40)}”`;
  throw errorInLine(sampleLines[0], say('labelled', { cell }), foundIn(layout));
}

/**
 * Whether a column more likely says where values stand that another has: it counts and begins again, is the same number
 * everywhere, or rises, without a name, beside one that does not.
 */
function seemsPlace(layout: Layout, column: number, values: readonly number[]): boolean {
  const places = numbersIn(layout, column);
  if (countsAgain(places) || isSameEverywhere(places)) return true;
  return layout.keys.length === 0 && rises(places) && values.some((other) => !rises(numbersIn(layout, other)));
}

/** Whether a column should have the values, and not the one that counts or tells the time: any, where that is called so, else one with a number or with digits in every cell. */
function isStrange(layout: Layout, column: number, counter: number): boolean {
  const { sample, numeric, keys } = layout;
  const cells = sample.map((row) => row[column] ?? '').filter((cell) => kindOf(cell) !== 'gap');
  const isCalledSo = isPlace(keys[counter]);
  const isValue = (cell: string) => isCalledSo || (/\d/.test(cell) && !isDate(cell));
  const hasNumber = cells.some((cell) => kindOf(cell) === 'number' || measureIn(cell));
  const areDays = cells.every((cell) => DAY.test(cell)) && !risesEvenly(numbersIn(layout, counter));
  const isMeant = (isCalledSo || keys.length === 0) && cells.every(isValue) && !areDays;
  return !numeric[column] && cells.length > 0 && (isMeant || hasNumber);
}

/** Of columns without names: how many more there are. */
function othersIn(layout: Layout, column: number): Message[] {
  const others = numericIn(layout).filter((other) => other !== column && !countsRows(layout, other));
  return layout.keys.length === 0 && others.length > 0 ? [say('others', { count: others.length })] : [];
}

function numericIn({ numeric, hasRowNames }: Layout): number[] {
  return numeric.flatMap((is, column) => (is && !(hasRowNames && column === 0) ? [column] : []));
}

/** Whether a column says where a value stands: it is called so, or rises evenly. */
function countsRows(layout: Layout, column: number): boolean {
  return isPlace(layout.keys[column]) || risesEvenly(numbersIn(layout, column));
}

const numbersIn = ({ sample, format }: Layout, column: number): number[] =>
  sample.map((cells) => numberIn(cells[column] ?? '', format));

/** Says of a number that may stand for no value that it was read. */
function sentinelWords(samples: Float64Array): Message[] {
  const found = sentinelIn(samples);
  return found ? [tableMessages('sentinel', { value: String(found.value), count: found.count })] : [];
}

const nameIn = (names: readonly string[], column: number) =>
  names[column] || say('columnNumber', { number: column + 1 });
