import { CodedError, type Message } from '../../messages';
import { readArrays, type Archive, type NumpyArray } from '../numpy';
import { tableMessages } from '../table/messages';
import { checkRatings } from './check';
import { columnInWords } from './column-in-words';
import { GrowingTriplets } from './growing-triplets';
import { LARGEST_ID } from './numbering';
import { holdsRating, RatingsError, ratingTrouble, type Ratings } from './ratings';
import { columnNames, inWords, MOST_UNNAMED, placesOf, type Roles } from './roles';
import type { ColumnMapping } from './source';
import { ratingsMessages as say } from './texts';

/**
 * Reads ratings from a `.npy` or `.npz` file: a matrix with a row for each user, a rating a row, or what
 * `scipy.sparse.save_npz` writes.
 *
 * @throws {RatingsError}
 */
export async function readRatingsArray(bytes: Uint8Array<ArrayBuffer>, mapping: ColumnMapping = {}): Promise<Ratings> {
  let archive: Archive;
  try {
    archive = await readArrays(bytes);
  } catch (error) {
    throw error instanceof CodedError ? new RatingsError(error.words!) : error;
  }
  const ratings = sparse(archive) ?? ofMatrix(matrixOf(archive.arrays), mapping);
  if (ratings.values.length === 0) throw new RatingsError(say('noRatings'));
  checkRatings(ratings, (index) => say('entry', { entry: index + 1 }));
  return ratings;
}

/** SciPy's coordinates, its compressed rows or its compressed columns: a square matrix of these looks like one of those. */
function sparse({ arrays, texts }: Archive): Ratings | undefined {
  const format = texts.get('format');
  if (format !== undefined && !['coo', 'csr', 'csc'].includes(format))
    throw new RatingsError(say('sparseFormat', { format }));
  const [data, row, col, indices, indptr, shape] = ['data', 'row', 'col', 'indices', 'indptr', 'shape'].map(
    (name) => arrays.get(name)?.data,
  );
  if (!data || !shape) return undefined;
  const [rows, columns] = shape;
  const isByColumns = format ? format === 'csc' : indptr?.length === columns + 1 && indptr.length !== rows + 1;
  const outer = indptr?.length === (isByColumns ? columns : rows) + 1 ? spread(indptr) : undefined;
  const [rowOf, columnOf] = isByColumns ? [indices, outer] : [row ?? outer, col ?? indices];
  if (!columnOf || !rowOf) return undefined;
  const triplets = new GrowingTriplets();
  for (const [i, value] of data.entries())
    triplets.add(rowOf[i], columnOf[i], checked(value, say('entry', { entry: i + 1 })));
  return { rows, columns, ...triplets.join(), reading: say('sparse') };
}

/** The row of each entry, or its column, from where these begin. */
function spread(starts: Float64Array): Float64Array {
  const numbers = new Float64Array(starts.at(-1)!);
  for (let i = 0; i + 1 < starts.length; i++) numbers.fill(i, starts[i], starts[i + 1]);
  return numbers;
}

function matrixOf(arrays: Map<string, NumpyArray>): NumpyArray {
  const matrices = [...arrays.values()].filter(({ shape }) => shape.length === 2);
  if (matrices.length !== 1)
    throw new RatingsError(say('oneMatrix', { names: { parts: [...arrays.keys()], between: ', ' } }));
  return matrices[0];
}

/** A row for each user, or for each rating, as a person says; asks where it may be either. */
function ofMatrix(array: NumpyArray, mapping: ColumnMapping): Ratings {
  const names = columnNames({ keys: [], names: Array<string>(array.shape[1]).fill('') });
  const { user, item, rating, matrix } = mapping;
  const areTriplets = matrix === false || (!matrix && [user, item, rating].some((column) => column !== undefined));
  if (areTriplets) return triplets(array, names, mapping);
  if (!matrix && mayBeTriplets(array))
    throw new RatingsError(say('arrayMatrixOrTriplets', { columns: inWords(names) }), names, {});
  return dense(array, mapping);
}

const isId = (value: number) => Number.isInteger(value) && value >= 0 && value <= LARGEST_ID;

/** Whether the first two of three or four columns may be numbers of users and of items. */
function mayBeTriplets({ data, shape: [, columns] }: NumpyArray): boolean {
  if (columns < 3 || columns > MOST_UNNAMED) return false;
  return data.every((value, i) => i % columns > 1 || isId(value));
}

/** A rating to a row. */
function triplets({ data, shape }: NumpyArray, names: string[], mapping: ColumnMapping): Ratings {
  const roles = placesOf(names, { user: 0, item: 1, rating: 2 }, mapping);
  const [rows, columns] = shape;
  const found = new GrowingTriplets();
  const users = new Map<number, number>();
  const items = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const at = (role: keyof Roles) => data[row * columns + roles[role]];
    const placeOf = (role: keyof Roles) => say('cell', { row: row + 1, column: roles[role] + 1 });
    const numberOf = (role: 'user' | 'item', numbers: Map<number, number>) => {
      const id = at(role);
      if (!isId(id)) {
        const trouble = say('noId', { id: String(id), most: LARGEST_ID });
        throw new RatingsError(say('placed', { place: placeOf(role), trouble }), names, {});
      }
      if (!numbers.has(id)) numbers.set(id, numbers.size);
      return numbers.get(id)!;
    };
    found.add(numberOf('user', users), numberOf('item', items), checked(at('rating'), placeOf('rating')));
  }
  const [user, item, rating] = [roles.user, roles.item, roles.rating].map((column) => names[column]);
  const words = [
    say('usersFrom', { column: columnInWords(user) }),
    say('itemsFrom', { column: columnInWords(item) }),
    say('ratingsFrom', { column: columnInWords(rating) }),
  ];
  return {
    rows: users.size,
    columns: items.size,
    ...found.join(),
    userIds: Uint32Array.from(users.keys()),
    itemIds: Uint32Array.from(items.keys()),
    fileColumns: { names, user, item, rating },
    reading: tableMessages('readingAlone', { how: { parts: words, between: ', ' } }),
    found: {},
  };
}

/** A row for each user, with NaN, or a certain number, for no rating. */
function dense({ data, shape, first }: NumpyArray, { none }: ColumnMapping): Ratings {
  const [rows, columns] = shape;
  const found = {};
  if (none === undefined && data.includes(0) && !data.some(Number.isNaN))
    throw new RatingsError(say('zeros'), undefined, found);
  const triplets = new GrowingTriplets();
  for (let i = 0; i < data.length; i++) {
    if (Number.isNaN(data[i]) || data[i] === none) continue;
    const [row, column] = [Math.floor(i / columns), i % columns];
    triplets.add(row, column, checked(data[i], say('cell', { row: row + 1, column: column + 1 })));
  }
  const ids = first && {
    userIds: Uint32Array.from({ length: rows }, (_, row) => row + first),
    itemIds: Uint32Array.from({ length: columns }, (_, column) => column + first),
  };
  return { rows, columns, ...triplets.join(), ...ids, reading: say('matrix'), found };
}

function checked(value: number, place: Message): number {
  if (holdsRating(value)) return value;
  throw new RatingsError(say('placed', { place, trouble: ratingTrouble(value, String(value)) }));
}
