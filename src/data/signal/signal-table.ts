import { CodedError, type Message } from '../../messages';
import { inMarks, numberAt, quoted, textAt } from '../table/cells';
import type { Layout, Reading } from '../table/dialect';
import { leastCells } from '../table/layout';
import { tableMessages } from '../table/messages';
import { noNumbers } from '../table/no-numbers';
import { kindOf } from '../table/number-text';
import { readingOf } from '../table/reading';
import { TableError, type Found } from '../table/table-error';
import { foundIn } from '../table/found-in';
import { TableReader, type RowTaker } from '../table/table-reader';
import type { RowScanner } from '../table/row-scanner';
import { parenthesesTrouble } from '../table/signs';
import { doubtIn, measuredIn, unitTrouble } from '../table/units';
import { sentinelIn } from '../table/sentinel';
import { fileMessages as say } from './messages';
import { columnOf, nameIn, numericIn, othersIn } from './value-column';

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

  readonly #most: number;
  readonly #largest: number;

  /** @param limits more numbers are refused, and larger ones */
  constructor(
    private readonly reading: SignalReading = {},
    { most = Infinity, largest = Infinity }: { most?: number; largest?: number } = {},
  ) {
    this.#most = most;
    this.#largest = largest;
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
    if (numericIn(layout).length === 0) throw noNumbers(layout);
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
      const trouble = (unit && unitTrouble(text, unit)) || parenthesesTrouble(text);
      if (trouble) this.#refuse(trouble);
      const cell = `“${text}”`;
      const isNumber = kindOf(text) === 'number';
      this.#refuse(isNumber ? say('otherFormat', { cell }) : say('notANumber', { cell }));
    }
    if (Math.abs(value) > this.#largest)
      this.#refuse(tableMessages('beyond', { cell: inMarks(textAt(data, start, end)), most: this.#largest }));
    if (this.#count === this.#most) throw new CodedError(say('tooManySamples', { most: this.#most }));
    if (this.#count === this.#samples.length) {
      const longer = new Float64Array(Math.min(2 * this.#count, this.#most));
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

/** Says of a number that may stand for no value that it was read. */
function sentinelWords(samples: Float64Array): Message[] {
  const found = sentinelIn(samples);
  return found ? [tableMessages('sentinel', { value: String(found.value), count: found.count })] : [];
}
