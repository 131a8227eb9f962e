/** Numbers in either format. */
type Numbers = Float32Array | Float64Array;

/**
 * Lists of indexed values, one after the other: list l holds the entries `starts[l]` up to but not including
 * `starts[l + 1]`. With rows for lists this is what is called compressed sparse row, with columns compressed sparse column.
 */
export interface Lists {
  /** One more than there are lists, from 0 to the number of entries, never falling. */
  starts: Uint32Array;
  /** Of each entry, ascending within a list: its column where lists are rows, its row where they are columns. */
  indices: Uint32Array;
  values: Numbers;
}

/** A table of which some entries are known, with those entries in both orders. */
export interface SparseTable {
  rows: number;
  columns: number;
  byRow: Lists;
  byColumn: Lists;
}

/** Entries of a table in any order: number i stands in row `rowOf[i]` and column `columnOf[i]`. */
export interface Triplets {
  rowOf: Uint32Array;
  columnOf: Uint32Array;
  values: Numbers;
}

/**
 * Sorts the entries of a rows x columns table. Two counting sorts, so the time grows with the number of entries alone;
 * entries of the same place keep their order. The order in which entries come otherwise leaves no trace.
 *
 * @throws {RangeError} naming the entry whose row or column the table does not have
 */
export function sparseTable(rows: number, columns: number, entries: Triplets): SparseTable {
  // Sorted by one index and then, stably, by the other, the lists of the second are ascending in the first.
  const { rowOf, columnOf, values } = entries;
  const columnwise = order(columns, columnOf, 'column');
  const rowwise = order(rows, rowOf, 'row');
  const rowsByColumn = columnwise.places.map((i) => rowOf[i]);
  const columnsByRow = rowwise.places.map((i) => columnOf[i]);
  const byRow = spread(rowwise.starts, rowsByColumn, columnwise.places, columnOf, values);
  const byColumn = spread(columnwise.starts, columnsByRow, rowwise.places, rowOf, values);
  return { rows, columns, byRow, byColumn };
}

/** The entries of lists that are rows as triplets again. */
export function triplets({ starts, indices, values }: Lists): Triplets {
  const rowOf = new Uint32Array(indices.length);
  for (let row = 0; row + 1 < starts.length; row++) rowOf.fill(row, starts[row], starts[row + 1]);
  return { rowOf, columnOf: indices, values };
}

/** Where the list of each key begins, and the places of the entries with key 0, then 1, and so on. */
function order(keys: number, keyOf: Uint32Array, name: string): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(keys + 1);
  keyOf.forEach((key, i) => {
    if (key >= keys)
      throw new RangeError(`entry ${i} is in ${name} ${key}; the table has ${keys}, the first of which is 0`);
    starts[key + 1]++;
  });
  for (let key = 0; key < keys; key++) starts[key + 1] += starts[key];
  const next = starts.slice(0, keys);
  const places = new Uint32Array(keyOf.length);
  for (let i = 0; i < keyOf.length; i++) places[next[keyOf[i]]++] = i;
  return { starts, places };
}

/** Spreads entries, which come in the order `places` and go to list `listOf` of that order, over the lists. */
function spread(
  starts: Uint32Array,
  listOf: Uint32Array,
  places: Uint32Array,
  indexOf: Uint32Array,
  from: Numbers,
): Lists {
  const next = starts.slice(0, -1);
  const indices = new Uint32Array(places.length);
  const values = from instanceof Float32Array ? new Float32Array(places.length) : new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = next[listOf[i]]++;
    indices[place] = indexOf[places[i]];
    values[place] = from[places[i]];
  }
  return { starts, indices, values };
}
