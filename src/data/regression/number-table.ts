import type { Message } from '../../messages';
import { textPieces } from '../table/byte-stream';
import { inMarks, inQuotes, numberAt, quoted, textAt } from '../table/cells';
import type { Layout } from '../table/dialect';
import { leastCells, liesOnItsSide } from '../table/layout';
import { tableMessages } from '../table/messages';
import { noNumbers } from '../table/no-numbers';
import { kindOf } from '../table/number-text';
import type { RowScanner } from '../table/row-scanner';
import { TableError } from '../table/table-error';
import { parenthesesTrouble } from '../table/signs';
import { doubtIn, measuredIn, unitTrouble } from '../table/units';
import { foundIn } from '../table/found-in';
import { TableReader, type RowTaker } from '../table/table-reader';
import type { NumberRows, ReadOptions } from './content';
import { regressionMessages as say } from './messages';

/** A table's columns of numbers, each row whole. */
export interface NumberTable extends NumberRows {
  layout: Layout;
  /** Where each of these columns stands in the file. */
  places: number[];
  /** Of each column, its first cell that cannot be used: no matter, unless the column is used. */
  gaps: (Gap | undefined)[];
  /** Of each column of digits alone, its first cell that begins with zeros, as ids do: `01069`. */
  padded: (string | undefined)[];
}

/** A cell without a number, or with one that is too large. */
export interface Gap {
  row: number;
  error: TableError;
}

const FIRST_ROOM = 4096;

/**
 * Reads every column of numbers of a delimited text, as it comes in.
 *
 * @throws {TableError} naming the line of what cannot be divided into columns
 */
export async function readNumberTable(
  file: Blob,
  reading: ReadOptions,
  mostNumbers: number,
  onBytes: (bytes: number) => void,
): Promise<NumberTable> {
  const table = new NumberRowsTaker(reading, mostNumbers);
  for await (const piece of textPieces(file.stream(), onBytes)) table.reader.push(piece);
  return table.finish();
}

class NumberRowsTaker {
  readonly reader: TableReader;
  #places: number[] = [];
  readonly #gaps: (Gap | undefined)[] = [];
  readonly #padded: (string | undefined)[] = [];
  /** Of each column, whether there is anything but digits. */
  readonly #hasSigns: boolean[] = [];
  #values = new Float64Array(FIRST_ROOM);
  #count = 0;
  readonly #largest: number;

  constructor(
    reading: ReadOptions,
    private readonly most: number,
  ) {
    this.#largest = reading.largest ?? Infinity;
    const arePoints = reading.mostFeatures === 1;
    this.reader = new TableReader((layout) => this.#open(layout), { reading, arePoints });
  }

  finish(): NumberTable {
    this.reader.end();
    const columns = this.#places.length;
    const values = this.#values.slice(0, this.#count);
    const rows = this.#count / columns;
    const padded = this.#padded.map((cell, place) => (this.#hasSigns[place] ? undefined : cell));
    return { layout: this.reader.layout!, places: this.#places, gaps: this.#gaps, padded, rows, columns, values };
  }

  #open(layout: Layout): RowTaker {
    const { numeric, hasRowNames } = layout;
    const places = numeric.flatMap((is, column) => (is && !(hasRowNames && column === 0) ? [column] : []));
    if (layout.sample.length === 0) throw new TableError(tableMessages('headerOnly'), foundIn(layout));
    if (places.length === 0) throw noNumbers(layout);
    if (liesOnItsSide(layout) && layout.sample.every(([name]) => name.length < 3))
      throw new TableError(tableMessages('lyingTable', { name: inQuotes(layout.sample[0][0]) }), foundIn(layout));
    this.#places = places;
    const columns = places.at(-1)! + 1;
    const least = leastCells(layout, columns);
    for (const [place, column] of places.entries()) {
      const error = doubtIn(layout, column);
      if (error) this.#gaps[place] = { row: 0, error };
    }
    return {
      columns,
      take: (data, scanner, from, to) => {
        if (scanner.count < least) throw this.reader.widthError(data, from, to);
        for (let place = 0; place < places.length; place++) this.#add(data, scanner, place, layout);
      },
    };
  }

  #add(data: Uint8Array, scanner: RowScanner, place: number, layout: Layout): void {
    const column = this.#places[place];
    scanner.trim(data, column);
    const [start, end] = [scanner.starts[column], scanner.ends[column]];
    const unit = layout.units[column];
    this.#hasSigns[place] ||= !areDigits(data, start, end);
    if (data[start] === ZERO && end - start > 1) this.#padded[place] ??= textAt(data, start, end);
    const value = unit
      ? measuredIn(textAt(data, start, end), unit, layout.format)
      : numberAt(data, start, end, layout.format);
    if (!(Math.abs(value) <= this.#largest))
      this.#gaps[place] ??= {
        row: Math.floor(this.#count / this.#places.length),
        error: Number.isNaN(value)
          ? this.#gapIn(data, start, end, columnName(layout.names, column), unit)
          : this.#beyond(inMarks(textAt(data, start, end)), columnName(layout.names, column)),
      };
    if (this.#count === this.most) throw this.reader.error(say('manyNumbers', { most: this.most }));
    if (this.#count === this.#values.length) {
      const longer = new Float64Array(Math.min(2 * this.#count, this.most));
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#count++] = value;
  }

  #beyond(cell: string, column: Message): TableError {
    return this.reader.error(say('beyond', { cell, column, most: this.#largest }));
  }

  #gapIn(data: Uint8Array, start: number, end: number, column: Message, unit: string): TableError {
    const text = start === end ? '' : quoted(data, start, end).slice(1, -1);
    const cell = `“${text}”`;
    const kind = kindOf(text);
    const trouble = (unit && unitTrouble(text, unit)) || parenthesesTrouble(text);
    if (trouble) return this.reader.error(trouble);
    if (kind === 'gap') return this.reader.error(say(text === '' ? 'noCell' : 'noNumber', { cell, column }));
    return this.reader.error(say(kind === 'number' ? 'otherFormat' : 'notANumber', { cell, column }));
  }
}

const ZERO = 0x30;
const NINE = 0x39;

function areDigits(data: Uint8Array, start: number, end: number): boolean {
  for (let p = start; p < end; p++) if (data[p] < ZERO || data[p] > NINE) return false;
  return true;
}

/** A column's name as people read it, or its number where it has none. */
export function columnName(names: readonly string[], column: number): Message {
  return names[column] ? say('column', { name: `“${names[column]}”` }) : say('columnNumber', { number: column + 1 });
}
