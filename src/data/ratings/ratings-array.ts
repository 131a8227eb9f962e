import type { Message } from '../../messages';
import { isNumpy, NumpyError, readArrays, type NumpyArray } from '../numpy';
import { checkRatings } from './check';
import { GrowingTriplets } from './growing-triplets';
import { LARGEST_RATING, RatingsError, type Ratings } from './ratings';
import type { ColumnMapping } from './source';
import { ratingsMessages as say } from './texts';

export { isNumpy };

/**
 * Reads ratings from a `.npy` or `.npz` file: a matrix with a row for each user, or what `scipy.sparse.save_npz` writes.
 *
 * @throws {RatingsError}
 */
export async function readRatingsArray(bytes: Uint8Array<ArrayBuffer>, mapping: ColumnMapping = {}): Promise<Ratings> {
  let arrays: Map<string, NumpyArray>;
  try {
    ({ arrays } = await readArrays(bytes));
  } catch (error) {
    throw error instanceof NumpyError ? new RatingsError(error.words!) : error;
  }
  const ratings = sparse(arrays) ?? dense(arrays, mapping);
  if (ratings.values.length === 0) throw new RatingsError(say('noRatings'));
  checkRatings(ratings, (index) => say('entry', { entry: index + 1 }));
  return ratings;
}

/** SciPy's coordinates, or its compressed rows. */
function sparse(arrays: Map<string, NumpyArray>): Ratings | undefined {
  const [data, row, col, indices, indptr, shape] = ['data', 'row', 'col', 'indices', 'indptr', 'shape'].map(
    (name) => arrays.get(name)?.data,
  );
  if (!data || !shape) return undefined;
  const [rows, columns] = shape;
  const columnOf = col ?? indices;
  const rowOf = row ?? (indptr?.length === rows + 1 ? spread(indptr) : undefined);
  if (!columnOf || !rowOf) return undefined;
  const triplets = new GrowingTriplets();
  for (const [i, value] of data.entries())
    triplets.add(rowOf[i], columnOf[i], checked(value, say('entry', { entry: i + 1 })));
  return { rows, columns, ...triplets.join(), reading: say('sparse') };
}

/** The row of each entry, from where the rows begin. */
function spread(starts: Float64Array): Float64Array {
  const rowOf = new Float64Array(starts.at(-1)!);
  for (let row = 0; row + 1 < starts.length; row++) rowOf.fill(row, starts[row], starts[row + 1]);
  return rowOf;
}

/** The only matrix that there is, with NaN, or a certain number, for no rating. */
function dense(arrays: Map<string, NumpyArray>, { none }: ColumnMapping): Ratings {
  const matrices = [...arrays.values()].filter(({ shape }) => shape.length === 2);
  if (matrices.length !== 1)
    throw new RatingsError(say('oneMatrix', { names: { parts: [...arrays.keys()], between: ', ' } }));
  const [{ data, shape }] = matrices;
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
  return { rows, columns, ...triplets.join(), reading: say('matrix'), found };
}

function checked(value: number, place: Message): number {
  if (Math.abs(value) <= LARGEST_RATING) return value;
  const trouble = Number.isNaN(value)
    ? say('ratingIs', { rating: String(value) })
    : say('ratingTooLarge', { rating: String(value), most: LARGEST_RATING });
  throw new RatingsError(say('placed', { place, trouble }));
}
