import type { Several } from '../../messages';
import { isTimeStamp } from '../table/counters';
import { toldApart } from '../table/column-name';
import type { Layout } from '../table/dialect';
import { isDate } from '../table/dates';
import { isWord } from '../table/head-words';
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
    ...['viewer', 'listener', 'reader', 'person', 'student', 'pupil'],
    ...['nutzer', 'benutzer', 'kunde', 'schuler', 'schulerin', 'teilnehmer', 'leser', 'utilisateur', 'client', 'eleve'],
    ...['usuario', 'cliente', 'utente'],
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
    ...['artist', 'track', 'song', 'game', 'anime', 'buch', 'lied', 'spiel', 'produkt', 'artikel', 'livre', 'produit'],
    ...['article', 'jeu', 'chanson', 'libro', 'pelicula', 'producto'],
  ],
  rating: [
    ...['rating', 'ratings', 'score', 'stars', 'bookrating', 'overall', 'value', 'userrating', 'overallrating', 'r'],
    ...['vote', 'votes', 'preference'],
    ...['rui', 'bewertung', 'wertung', 'sterne', 'punkte', 'etoiles', 'estrellas', 'puntuacion'],
  ],
};

/** Names that mean something else as often: taken beside two others where one of these is beyond doubt. */
const UNSURE_NAMES = {
  user: ['name'],
  item: ['title', 'titel', 'titre', 'titulo'],
  rating: ['note', 'nota', 'weight', 'grade', 'mark', 'points', 'plays', 'playcount'],
};

/** Which columns hold what, from 0. */
export interface Roles {
  user: number;
  item: number;
  rating: number;
}

/** @throws {RatingsError} with the columns that there are, if it is not clear which of them hold what */
export function rolesOf(layout: Layout, mapping: ColumnMapping | undefined): Roles {
  const isNamed = layout.keys.length > 0;
  const [first] = layout.sample;
  if (
    !isNamed &&
    mapping?.rating === undefined &&
    first?.length >= LEAST_COLUMNS &&
    first.every(isWord) &&
    !layout.numeric.includes(true)
  )
    throw new RatingsError(say('noNumbers', { columns: inWords(first) }), columnNames(layout));
  const guess = isNamed ? namedColumns(layout) : unnamedColumns(layout);
  return placesOf(columnNames(layout), guess, mapping, isNamed);
}

/**
 * Where the columns stand that a person says, or else the guessed ones.
 *
 * @throws {RatingsError} with the columns that there are, if one is missing
 */
export function placesOf(
  names: string[],
  guess: Partial<Roles> | undefined,
  mapping: ColumnMapping | undefined,
  isNamed = false,
): Roles {
  const columns = inWords(names);
  if (names.length < LEAST_COLUMNS)
    throw new RatingsError(say('tooFewColumns', { columns, count: names.length }), names);
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
    if (!guess) throw new RatingsError(say(isNamed ? 'namedMatrix' : 'matrixOrTriplets', { columns }), names);
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
  const plain = keys.map(plainName);
  const called = (names: readonly string[]) => plain.indexOf(names.find((name) => plain.includes(name)) ?? '?');
  const usual = rolesBy((role) => called(USUAL_NAMES[role]));
  const unsure = rolesBy((role) => (usual[role] < 0 ? called(UNSURE_NAMES[role]) : usual[role]));
  const isSure = Object.values(usual).some((column) => column >= 0);
  return isSure && Object.values(unsure).every((column) => column >= 0) ? unsure : usual;
}

const rolesBy = (column: (role: keyof Roles) => number): Roles => ({
  user: column('user'),
  item: column('item'),
  rating: column('rating'),
});

/** A name without what is in parentheses, and without capitals, accents and signs. */
const plainName = (name: string): string =>
  name
    .replace(/\([^)]*\)/g, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Whether a column is called as those of items are. */
export const isItemName = (key: string): boolean => USUAL_NAMES.item.includes(plainName(key));

/** Whether a column is called as those of users are. */
export const isUserName = (key: string): boolean => USUAL_NAMES.user.includes(plainName(key));

/**
 * The columns that are called as usual; nothing where none is, or that of the users alone, in the corner, and words or users
 * stand before numbers, as in a matrix.
 */
function namedColumns({ keys, numeric, hasRowNames }: Layout): Roles | undefined {
  const usual = usualColumns(keys);
  const isMatrix = (hasRowNames || !numeric[0] || usual.user === 0) && numeric.slice(1).every(Boolean);
  return isMatrix && usual.user <= 0 && usual.item < 0 && usual.rating < 0 ? undefined : usual;
}

/**
 * User, item, rating, as everybody writes them; or the rating behind a time stamp or a date. Nothing where the first two columns hold
 * no ids, or the first one tells the time, or a fourth has numbers that tell none: four columns may be a matrix as well.
 */
function unnamedColumns({ sample, names, entries }: Layout): Partial<Roles> | undefined {
  const isId = (cell: string) => kindOf(cell) !== 'number' || /^\d+$/.test(cell);
  const areIds = sample.every(([user = '', item = '']) => isId(user) && isId(item));
  const areTimes = (column: number) => areTimesIn(sample, column);
  if (!areIds || names.length < LEAST_COLUMNS || names.length > MOST_UNNAMED) return undefined;
  const areNumbers = (column: number) => sample.every((cells) => kindOf(cells[column] ?? '') === 'number');
  const isUnknown = names.length === MOST_UNNAMED ? areNumbers(3) : mayBeMatrix(sample);
  if (!areTimes(2) && !areTimes(3) && entries === undefined && isUnknown) return undefined;
  if (!areTimes(2)) return areTimes(0) && names.length === MOST_UNNAMED && !areTimes(3) ? undefined : USUAL;
  const areRatings = areNumbers(3) && !areTimes(3);
  return { ...USUAL, rating: areRatings ? 3 : undefined };
}

/**
 * Whether the first two columns may be ratings as well as ids: they are of the size of those behind them, and not as ids of a
 * short list are, sorted or numbered in turn; or a user would rate an item twice.
 */
function mayBeMatrix(sample: string[][]): boolean {
  const numbers = sample.map((cells) => cells.map(Number));
  if (numbers.length < 2 || numbers.flat().some(Number.isNaN)) return false;
  const [users, items] = [0, 1].map((column) => numbers.map((cells) => cells[column]));
  const [ids, ratings] = [[...users, ...items], numbers.flatMap((cells) => cells.slice(2))];
  const [largestId, largestRating] = [ids, ratings].map((all) => all.reduce((a, b) => Math.max(a, b)));
  if (largestId > largestRating || largestRating > 2 * largestId) return false;
  const pairs = new Set(numbers.map(([user, item]) => `${user} ${item}`));
  const areIds = [users, items].some(isSorted) || [users, items].every(isNumbered);
  return !areIds || pairs.size < numbers.length;
}

const isSorted = (ids: readonly number[]): boolean => ids.every((id, i) => i === 0 || id >= ids[i - 1]);

/** Whether ids are 0, 1, 2 … or 1, 2, 3 …, in whatever order. */
function isNumbered(ids: readonly number[]): boolean {
  const all = new Set(ids);
  const [least, largest] = [Math.min(...all), Math.max(...all)];
  return least <= 1 && largest - least + 1 === all.size;
}

const USUAL: Roles = { user: 0, item: 1, rating: 2 };

const areTimesIn = (sample: string[][], column: number): boolean =>
  sample.every(({ [column]: cell = '' }) => isTimeStamp(cell) || isDate(cell));

/** What the columns are called, those without a name by their number. */
export function columnNames({ keys, names }: Pick<Layout, 'keys' | 'names'>): string[] {
  return toldApart(names.map((_, i) => keys[i] || `column ${i + 1}`));
}

/** The columns' names as people read them. */
export function inWords(names: readonly string[]): Several {
  return { parts: names.map(columnInWords), between: ', ' };
}
