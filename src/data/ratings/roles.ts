import type { Several } from '../../messages';
import type { Layout } from '../table/dialect';
import { kindOf } from '../table/number-text';
import { columnInWords } from './column-in-words';
import { RatingsError } from './ratings';
import type { ColumnMapping } from './source';
import { ratingsMessages as say } from './texts';

const LEAST_COLUMNS = 3;
/** User, item, rating and time: more columns without a header are more likely a matrix. */
export const MOST_UNNAMED = 4;

/** What the columns are usually called, without their spaces, underscores and capitals. */
const USUAL_NAMES = {
  user: [
    'userid',
    'user',
    'uid',
    'reviewerid',
    'reviewer',
    'customerid',
    'customer',
    'memberid',
    'username',
    'users',
    'u',
  ],
  item: [
    'movieid',
    'itemid',
    'item',
    'movie',
    'iid',
    'productid',
    'product',
    'parentasin',
    'asin',
    'isbn',
    'bookid',
    'book',
    'artistid',
    'trackid',
    'songid',
    'gameid',
    'animeid',
    'jokeid',
    'businessid',
    'films',
    'film',
    'items',
    'i',
  ],
  rating: ['rating', 'ratings', 'score', 'stars', 'bookrating', 'overall', 'value', 'userrating', 'overallrating', 'r'],
};

/** Which columns hold what, from 0. */
export interface Roles {
  user: number;
  item: number;
  rating: number;
}

/** @throws {RatingsError} with the columns that there are, if it is not clear which of them hold what */
export function rolesOf(layout: Layout, mapping: ColumnMapping | undefined): Roles {
  const guess = layout.keys.length > 0 ? usualColumns(layout.keys) : unnamedColumns(layout);
  return placesOf(columnNames(layout), guess, mapping);
}

/**
 * Where the columns stand that a person says, or else the guessed ones.
 *
 * @throws {RatingsError} with the columns that there are, if one is missing
 */
export function placesOf(names: string[], guess: Roles | undefined, mapping: ColumnMapping | undefined): Roles {
  const columns = inWords(names);
  if (names.length < LEAST_COLUMNS) throw new RatingsError(say('tooFewColumns', { columns }), names);
  const find = (role: keyof Roles): number => {
    const wanted = mapping?.[role];
    const at =
      wanted === undefined ? guess?.[role] : typeof wanted === 'number' ? wanted - 1 : names.indexOf(wanted.trim());
    if (at !== undefined && names[at] !== undefined) return at;
    if (wanted !== undefined)
      throw new RatingsError(
        say('noColumn', { column: typeof wanted === 'number' ? wanted : `'${wanted}'`, columns }),
        names,
      );
    if (!guess) throw new RatingsError(say('matrixOrTriplets', { columns }), names);
    const lacking = { user: 'noColumnForUsers', item: 'noColumnForItems', rating: 'noColumnForRatings' } as const;
    throw new RatingsError(say(lacking[role], { columns }), names);
  };
  const roles = { user: find('user'), item: find('item'), rating: find('rating') };
  if (new Set(Object.values(roles)).size < LEAST_COLUMNS)
    throw new RatingsError(say('threeColumns', { columns }), names);
  return roles;
}

/** Whether a row has a name for users, one for items and one for ratings. */
export function areNames(row: readonly string[]): boolean {
  return Object.values(usualColumns(row)).every((column) => column >= 0);
}

function usualColumns(keys: readonly string[]): Roles {
  const plain = keys.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const usual = (role: keyof Roles) => plain.indexOf(USUAL_NAMES[role].find((name) => plain.includes(name)) ?? '?');
  return { user: usual('user'), item: usual('item'), rating: usual('rating') };
}

/** User, item, rating, as everybody writes them; nothing where the first two columns hold no ids. */
function unnamedColumns({ sample, names }: Layout): Roles | undefined {
  const isId = (cell: string) => kindOf(cell) !== 'number' || /^\d+$/.test(cell);
  const areIds = sample.every(([user = '', item = '']) => isId(user) && isId(item));
  return areIds && names.length <= MOST_UNNAMED ? { user: 0, item: 1, rating: 2 } : undefined;
}

/** What the columns are called, those without a name by their number. */
export function columnNames({ keys, names }: Pick<Layout, 'keys' | 'names'>): string[] {
  return names.map((_, i) => keys[i] || `column ${i + 1}`);
}

/** The columns' names as people read them. */
export function inWords(names: readonly string[]): Several {
  return { parts: names.map(columnInWords), between: ', ' };
}
