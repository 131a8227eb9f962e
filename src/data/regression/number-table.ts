import type { Message } from '../../messages';
import { textPieces } from '../table/byte-stream';
import { numberAt, quoted } from '../table/cells';
import type { Layout, Reading } from '../table/dialect';
import { kindOf } from '../table/number-text';
import type { RowScanner } from '../table/row-scanner';
import { TableError } from '../table/table-error';
import { foundIn, TableReader, type RowTaker } from '../table/table-reader';
import type { NumberRows } from './content';
import { regressionMessages as say } from './messages';

/** A table's columns of numbers, each row whole. */
export interface NumberTable extends NumberRows {
  layout: Layout;
  /** Where each of these columns stands in the file. */
  places: number[];
}

const FIRST_ROOM = 4096;

/**
 * Reads every column of numbers of a delimited text, as it comes in.
 *
 * @throws {TableError} naming the line of what is missing, or is no number
 */
export async function readNumberTable(
  file: Blob,
  reading: Reading,
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
  #values = new Float64Array(FIRST_ROOM);
  #count = 0;

  constructor(
    reading: Reading,
    private readonly most: number,
  ) {
    this.reader = new TableReader((layout) => this.#open(layout), { reading });
  }

  finish(): NumberTable {
    this.reader.end();
    const columns = this.#places.length;
    const values = this.#values.slice(0, this.#count);
    return { layout: this.reader.layout!, places: this.#places, rows: this.#count / columns, columns, values };
  }

  #open(layout: Layout): RowTaker {
    const { numeric, hasRowNames } = layout;
    const places = numeric.flatMap((is, column) => (is && !(hasRowNames && column === 0) ? [column] : []));
    if (places.length === 0) throw new TableError(say('noNumericColumn'), foundIn(layout));
    this.#places = places;
    const columns = places.at(-1)! + 1;
    return {
      columns,
      take: (data, scanner, from, to) => {
        if (scanner.count < columns) throw this.reader.widthError(data, from, to);
        for (const column of places) this.#add(data, scanner, column, layout);
      },
    };
  }

  #add(data: Uint8Array, scanner: RowScanner, column: number, layout: Layout): void {
    scanner.trim(data, column);
    const [start, end] = [scanner.starts[column], scanner.ends[column]];
    const value = numberAt(data, start, end, layout.format);
    if (Number.isNaN(value)) this.#refuse(data, start, end, columnName(layout.names, column));
    if (this.#count === this.most) throw this.reader.error(say('manyNumbers', { most: this.most }));
    if (this.#count === this.#values.length) {
      const longer = new Float64Array(Math.min(2 * this.#count, this.most));
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#count++] = value;
  }

  #refuse(data: Uint8Array, start: number, end: number, column: Message): never {
    if (start === end) throw this.reader.error(say('noCell', { column }));
    const text = quoted(data, start, end).slice(1, -1);
    const cell = `“${text}”`;
    const kind = kindOf(text);
    if (kind === 'gap') throw this.reader.error(say('noCell', { column }));
    throw this.reader.error(kind === 'number' ? say('otherFormat', { cell }) : say('notANumber', { cell, column }));
  }
}

/** A column's name as people read it, or its number where it has none. */
export function columnName(names: readonly string[], column: number): Message {
  return names[column] ? say('column', { name: `“${names[column]}”` }) : say('columnNumber', { number: column + 1 });
}
