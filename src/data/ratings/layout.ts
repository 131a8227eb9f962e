import { numberIn } from './cells';
import { columnInWords } from './column-in-words';
import { RatingsError } from './ratings';
import type { ColumnMapping } from './source';
import { ratingsMessages as say } from './texts';
import type { Several } from '../../messages';

/** What divides columns, in the order in which they are looked for. */
const DELIMITERS = ['::', '\t', ';', ',', '|', ' '];
const LEAST_COLUMNS = 3;

/** What the columns are usually called, without their spaces, underscores and capitals. */
const USUAL_NAMES = {
  user: ['userid', 'user', 'uid', 'reviewerid', 'reviewer', 'customerid', 'customer', 'memberid', 'username', 'users'],
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
  ],
  rating: ['rating', 'ratings', 'score', 'stars', 'bookrating', 'overall', 'value', 'userrating', 'overallrating'],
};

/** How the lines of a file are to be read. */
export interface Layout {
  delimiter: string;
  /** With semicolons or tabs, a comma may be the decimal point. */
  takesComma: boolean;
  hasHeader: boolean;
  names: string[];
  /** Which column holds what, from 0. */
  user: number;
  item: number;
  rating: number;
  /** Whether ids are numbers, as far as that is laid down or seen from the first line of ratings. */
  numbers: { user: boolean; item: boolean };
}

/** A line with text in it, and its number. */
export interface Line {
  text: string;
  number: number;
}

/**
 * Makes out how a file is to be read from its first two lines that are not blank.
 *
 * @throws {RatingsError} with the columns that there are, if it is not clear which of them hold what
 */
export function layoutOf(first: Line, second: Line | undefined, mapping: ColumnMapping | undefined): Layout {
  const { delimiter, takesComma, hasHeader, names, guess } = columnsOf(first);
  const find = (role: keyof typeof USUAL_NAMES): number => {
    const wanted = mapping?.[role];
    const at =
      wanted === undefined ? guess[role] : typeof wanted === 'number' ? wanted - 1 : names.indexOf(wanted.trim());
    if (names[at] !== undefined) return at;
    const lacking = { user: 'noColumnForUsers', item: 'noColumnForItems', rating: 'noColumnForRatings' } as const;
    throw new RatingsError(
      wanted === undefined
        ? say(lacking[role], { columns: inWords(names) })
        : say('noColumn', {
            column: typeof wanted === 'number' ? wanted : `'${wanted}'`,
            columns: inWords(names),
          }),
      names,
    );
  };
  const [user, item, rating] = [find('user'), find('item'), find('rating')];
  if (user === item || user === rating || item === rating)
    throw new RatingsError(say('threeColumns', { columns: inWords(names) }), names);
  const body = hasHeader ? second : first;
  if (!body) throw new RatingsError(say('headerOnly'));
  const cells = splitCells(body.text, delimiter);
  const isNumber = (column: number) =>
    mapping?.ids ? mapping.ids === 'numbers' : /^(0|[1-9]\d*)$/.test(cells[column] ?? '');
  return {
    delimiter,
    takesComma,
    hasHeader,
    names,
    user,
    item,
    rating,
    numbers: { user: isNumber(user), item: isNumber(item) },
  };
}

function columnsOf({ text, number }: Line) {
  const delimiter = DELIMITERS.find((candidate) => splitCells(text, candidate).length >= LEAST_COLUMNS);
  if (delimiter === undefined) {
    const start = text.length > 40 ? `${text.slice(0, 39)}…` : text;
    throw new RatingsError(say('tooFewColumns', { line: number, text: start }));
  }
  const takesComma = delimiter === ';' || delimiter === '\t';
  const cells = splitCells(text, delimiter);
  const hasHeader = cells.every((cell) => Number.isNaN(numberIn(cell, takesComma)));
  const names = cells.map((cell, i) => (hasHeader && cell) || `column ${i + 1}`);
  const plain = names.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const usual = (role: keyof typeof USUAL_NAMES) =>
    plain.indexOf(USUAL_NAMES[role].find((name) => plain.includes(name)) ?? '?');
  const guess = hasHeader
    ? { user: usual('user'), item: usual('item'), rating: usual('rating') }
    : { user: 0, item: 1, rating: 2 };
  return { delimiter, takesComma, hasHeader, names, guess };
}

/** The cells of a line. One that begins with a quotation mark ends with the next single one, and may hold the delimiter. */
function splitCells(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length;) {
    const closing = text[at] === '"' ? /^"((?:[^"]|"")*)"/.exec(text.slice(at)) : null;
    const found = text.indexOf(delimiter, at + (closing?.[0].length ?? 0));
    const end = found < 0 ? text.length : found;
    cells.push((closing ? closing[1].replaceAll('""', '"') : text.slice(at, end)).trim());
    at = end + delimiter.length;
    if (found < 0) break;
  }
  return cells;
}

/** The columns' names as people read them. */
export function inWords(names: readonly string[]): Several {
  return { parts: names.map(columnInWords), between: ', ' };
}
