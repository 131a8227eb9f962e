import type { Message } from '../../messages';
import { tableMessages } from '../table/messages';
import type { Layout } from '../table/dialect';
import { readingOf } from '../table/reading';
import { placeIn, TableError } from '../table/table-error';
import { foundIn } from '../table/found-in';
import { TableReader, type RowTaker } from '../table/table-reader';
import { labelledError, labelsIn } from '../table/unread-value';
import { checkRatings } from './check';
import { MatrixRows } from './matrix-rows';
import { RatingsError, type Ratings } from './ratings';
import { areNames, columnNames } from './roles';
import type { ColumnMapping } from './source';
import { sentinelAmong } from './sentinel-among';
import { ratingsMessages as say } from './texts';
import { TripletRows } from './triplet-rows';

interface RatingRows {
  ratings: () => Ratings;
  words: () => Message[];
  lineOf: (rating: number) => number;
}

/** Reads ratings from bytes that come in pieces, wherever these are cut: triplets, or a matrix. */
export class RatingsParser {
  readonly #reader: TableReader;
  #rows!: RatingRows;

  constructor(private readonly mapping?: ColumnMapping) {
    this.#reader = new TableReader((layout) => this.#open(layout), { reading: mapping, areNames });
  }

  /** @throws {RatingsError} naming the line, and what should be there */
  push(piece: Uint8Array): void {
    this.#said(() => this.#reader.push(piece));
  }

  /** @throws {RatingsError} as above, or for what is seen at the end only */
  end(): Ratings {
    return this.#said(() => {
      this.#reader.end();
      const layout = this.#reader.layout!;
      const ratings: Ratings = {
        ...this.#rows.ratings(),
        found: foundIn(layout),
      };
      ratings.reading = readingOf(layout, this.#rows.words(), this.#sentinelWords(ratings.values));
      if (ratings.values.length === 0) throw new RatingsError(say('noRatings'));
      checkRatings(ratings, (index) => placeIn(layout, this.#rows.lineOf(index) - 1));
      return ratings;
    });
  }

  #open(layout: Layout): RowTaker {
    if (this.mapping?.rating === undefined) refuseRowLabels(layout);
    if (this.mapping?.matrix) return (this.#rows = new MatrixRows(layout, this.#reader, this.mapping));
    const rows = (this.#rows = new TripletRows(layout, this.#reader, this.mapping));
    if (layout.sample.length === 0) throw new TableError(tableMessages('headerOnly'));
    const none = this.mapping?.none;
    return none === undefined ? rows : rows.without(none);
  }

  /** Says of a number that may stand for no rating that it was read, unless a person has said which one does. */
  #sentinelWords(values: Ratings['values']): Message[] {
    const value = this.mapping?.none === undefined ? sentinelAmong(values) : undefined;
    if (value === undefined) return [];
    let count = 0;
    for (const other of values) if (other === value) count++;
    return [say('sentinel', { value: String(value), count })];
  }

  /** What goes wrong is wrong with ratings, and says how they would be read. */
  #said<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const { layout } = this.#reader;
      if (error instanceof RatingsError) throw layout ? error.with(this.#found(layout)) : error;
      if (error instanceof TableError)
        throw new RatingsError(error.words!, undefined, layout ? this.#found(layout) : error.found);
      throw error;
    }
  }

  #found(layout: Layout) {
    return { ...foundIn(layout), columns: columnNames(layout) };
  }
}

/** @throws {TableError} where the name of a row shares its cell with the first rating: each row has another, as ids have not */
function refuseRowLabels(layout: Layout): void {
  const labels = labelsIn(layout, 0) ?? [];
  if (labels.length < 2 || new Set(labels).size < labels.length) return;
  throw labelledError(layout, 0);
}
