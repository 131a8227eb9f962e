import { LARGEST_RATING, MAXIMUM_RATINGS, MAXIMUM_SIDE, RatingsError, type Ids, type Ratings } from './ratings';
import { ratingsMessages as words } from './texts';
import type { Message } from '../../messages';

/**
 * Sees that ratings can be factorized as they are.
 *
 * @param placeOf where rating number i comes from, as `line 17`
 * @throws {RatingsError}
 */
export function checkRatings(ratings: Ratings, placeOf: (index: number) => Message): void {
  const { rows, columns, userIds, itemIds } = ratings;
  if (rows < 2) throw new RatingsError(words('oneUser', { name: nameOf(userIds, 0) }));
  if (columns < 2) throw new RatingsError(words('oneItem', { name: nameOf(itemIds, 0) }));
  if (rows > MAXIMUM_SIDE || columns > MAXIMUM_SIDE)
    throw new RatingsError(words('tooManySides', { users: rows, items: columns, most: MAXIMUM_SIDE }));
  const { first, again, count } = repeats(ratings);
  if (count === 0) return;
  const [user, item] = [nameOf(userIds, ratings.rowOf[again]), nameOf(itemIds, ratings.columnOf[again])];
  throw new RatingsError(words('repeats', { place: placeOf(again), first: placeOf(first), user, item, count }));
}

/**
 * The same for ratings from a program, of which nothing is known.
 *
 * @throws {RatingsError}
 */
export function checkForeign(ratings: Ratings): void {
  const { rows, columns, rowOf, columnOf, values, userIds, itemIds } = ratings;
  const say = (what: string, is: unknown, should: Message) =>
    new RatingsError(words('is', { what, value: String(is), should }));
  if (!(rowOf instanceof Uint32Array)) throw say('rowOf', rowOf, words('uint32Array'));
  if (!(columnOf instanceof Uint32Array)) throw say('columnOf', columnOf, words('uint32Array'));
  if (!(values instanceof Float32Array || values instanceof Float64Array))
    throw say('values', values, words('floatArray'));
  const { length } = values;
  if (length === 0) throw new RatingsError(words('noRatings'));
  if (length > MAXIMUM_RATINGS) throw say('values.length', length, words('atMost', { most: MAXIMUM_RATINGS }));
  if (rowOf.length !== length) throw say('rowOf.length', rowOf.length, words('likeValues', { length }));
  if (columnOf.length !== length) throw say('columnOf.length', columnOf.length, words('likeValues', { length }));
  if (!Number.isInteger(rows)) throw say('rows', rows, words('whole'));
  if (!Number.isInteger(columns)) throw say('columns', columns, words('whole'));
  if (userIds && userIds.length !== rows)
    throw say('userIds.length', userIds.length, words('likeRows', { length: rows }));
  if (itemIds && itemIds.length !== columns)
    throw say('itemIds.length', itemIds.length, words('likeColumns', { length: columns }));
  for (let i = 0; i < length; i++) {
    if (rowOf[i] >= rows) throw say(`rowOf[${i}]`, rowOf[i], words('below', { most: rows }));
    if (columnOf[i] >= columns) throw say(`columnOf[${i}]`, columnOf[i], words('below', { most: columns }));
    if (!(Math.abs(values[i]) <= LARGEST_RATING))
      throw say(
        `values[${i}]`,
        values[i],
        words('number', { least: String(-LARGEST_RATING), most: String(LARGEST_RATING) }),
      );
  }
  checkRatings(ratings, (i) => words('entry', { entry: i }));
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
