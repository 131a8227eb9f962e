import { grouped, LARGEST_RATING, MAXIMUM_RATINGS, MAXIMUM_SIDE, RatingsError, type Ids, type Ratings } from './ratings';

/**
 * Sees that ratings can be factorized as they are.
 *
 * @param placeOf where rating number i comes from, as `line 17`
 * @throws {RatingsError}
 */
export function checkRatings(ratings: Ratings, placeOf: (index: number) => string): void {
  const { rows, columns, userIds, itemIds } = ratings;
  alone('user', rows, userIds);
  alone('item', columns, itemIds);
  if (rows > MAXIMUM_SIDE || columns > MAXIMUM_SIDE) throw new RatingsError(`there are ${grouped(rows)} users and ${grouped(columns)} items; there can be ${grouped(MAXIMUM_SIDE)} of each`);
  const { first, again, count } = repeats(ratings);
  if (count === 0) return;
  const [user, item] = [nameOf(userIds, ratings.rowOf[again]), nameOf(itemIds, ratings.columnOf[again])];
  const others = count === 1 ? '' : `; there are ${grouped(count)} such repetitions`;
  throw new RatingsError(`${placeOf(again)} repeats ${placeOf(first)}: user ${user} rates item ${item} again; everybody should rate everything once at most${others}`);
}

/**
 * The same for ratings from a program, of which nothing is known.
 *
 * @throws {RatingsError}
 */
export function checkForeign(ratings: Ratings): void {
  const { rows, columns, rowOf, columnOf, values, userIds, itemIds } = ratings;
  const say = (what: string, is: unknown, should: string) => new RatingsError(`${what} is ${String(is)}; it should be ${should}`);
  if (!(rowOf instanceof Uint32Array)) throw say('rowOf', rowOf, 'a Uint32Array');
  if (!(columnOf instanceof Uint32Array)) throw say('columnOf', columnOf, 'a Uint32Array');
  if (!(values instanceof Float32Array || values instanceof Float64Array)) throw say('values', values, 'a Float32Array or a Float64Array');
  const { length } = values;
  if (length === 0) throw new RatingsError('there are no ratings');
  if (length > MAXIMUM_RATINGS) throw say('values.length', grouped(length), `at most ${grouped(MAXIMUM_RATINGS)}`);
  if (rowOf.length !== length) throw say('rowOf.length', rowOf.length, `${length}, as many as there are values`);
  if (columnOf.length !== length) throw say('columnOf.length', columnOf.length, `${length}, as many as there are values`);
  if (!Number.isInteger(rows)) throw say('rows', rows, 'a whole number');
  if (!Number.isInteger(columns)) throw say('columns', columns, 'a whole number');
  if (userIds && userIds.length !== rows) throw say('userIds.length', userIds.length, `${rows}, as many as there are rows`);
  if (itemIds && itemIds.length !== columns) throw say('itemIds.length', itemIds.length, `${columns}, as many as there are columns`);
  for (let i = 0; i < length; i++) {
    if (rowOf[i] >= rows) throw say(`rowOf[${i}]`, rowOf[i], `below ${rows}`);
    if (columnOf[i] >= columns) throw say(`columnOf[${i}]`, columnOf[i], `below ${columns}`);
    if (!(Math.abs(values[i]) <= LARGEST_RATING)) throw say(`values[${i}]`, values[i], `a number from -${grouped(LARGEST_RATING)} to ${grouped(LARGEST_RATING)}`);
  }
  checkRatings(ratings, (i) => `entry ${i}`);
}

function alone(what: string, count: number, ids: Ids | undefined): void {
  if (count < 2) throw new RatingsError(`there is only one ${what}, ${nameOf(ids, 0)}; there should be two or more`);
}

function nameOf(ids: Ids | undefined, number: number): string {
  return String(ids?.[number] ?? number);
}

/** The first rating of an entry that was rated before, which one it repeats, and how many such there are. */
function repeats({ rows, columns, rowOf, columnOf }: Ratings): { first: number; again: number; count: number } {
  const next = new Uint32Array(rows + 1);
  for (let i = 0; i < rowOf.length; i++) next[rowOf[i] + 1]++;
  for (let row = 0; row < rows; row++) next[row + 1] += next[row];
  const places = new Uint32Array(rowOf.length);
  for (let i = 0; i < rowOf.length; i++) places[next[rowOf[i]]++] = i;
  // Where the user who is looked at rated each item: one more than the rating's number.
  const seen = new Uint32Array(columns);
  const result = { first: 0, again: Infinity, count: 0 };
  for (const i of places) {
    const before = seen[columnOf[i]] - 1;
    if (before >= 0 && rowOf[before] === rowOf[i]) {
      result.count++;
      if (i < result.again) Object.assign(result, { first: before, again: i });
    } else seen[columnOf[i]] = i + 1;
  }
  return result;
}
