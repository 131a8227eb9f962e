import { kindOf } from './number-text';
import { unitOf } from './units';

/** What may head a column without a letter: a unit, a currency, a difference, a number. */
const SIGN = /^[^\p{L}\p{N}]*[%‰°\p{Sc}#№∆§&][^\p{L}\p{N}]*$/u;

/** Whether a name of signs alone, such as `±%`, has the unit in it. */
export const isSignOf = (unit: string, name: string): boolean => unit !== '' && SIGN.test(name) && name.includes(unit);

/** Letters, before any digit, or a sign that stands for a word. */
export function isWord(cell: string): boolean {
  return kindOf(cell) === 'other' && (/^[^\d]*\p{L}/u.test(cell) || SIGN.test(cell));
}

/** Whether a row has words in its first cell alone, though there are more. */
export const isTitle = ([first = '', ...others]: readonly string[]): boolean =>
  isWord(first) && others.length > 0 && others.every((cell) => cell === '');

/** Types, as consoles and databases write them. */
const TYPE =
  /^(<.*>|u?int\d*|[iuf]\d+|float\d*|double|real|numeric|decimal.*|bigint|integer|(var)?char|str(ing)?|text|object|bool(ean)?|date|datetime.*|timestamp.*)$/i;
/** What else says below the names what the columns hold: units in brackets, and forms of times. */
const BELOW_NAMES = /^(|-+|\(.*\)|\[.*\]|[hms]{1,2}:[ms]{2}(:ss)?(\.[smf]+)?)$/i;

/** Types, or what may stand behind a number as its unit. */
export function isBelowNames(cell: string): boolean {
  const plain = withoutQuotes(cell);
  return TYPE.test(plain) || BELOW_NAMES.test(plain) || unitOf([`1 ${plain}`]) === plain;
}

/** Whether a row says of which type each column is, and names none. */
export const areTypes = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || TYPE.test(cell));

/** A cell without the quotation marks of PhysioNet. */
export const withoutQuotes = (cell: string): string => cell.replace(/^'(.*)'$/, '$1');
