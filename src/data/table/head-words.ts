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

/** Rows below the names that say what the columns hold: units, or types. */
const BELOW_NAMES =
  /^(|-+|\(.*\)|\[.*\]|<.*>|u?int\d*|[iuf]\d+|float\d*|double|real|numeric|decimal.*|bigint|integer|(var)?char|str(ing)?|text|object|bool(ean)?|date|datetime.*|timestamp.*|[hms]{1,2}:[ms]{2}(:ss)?(\.[smf]+)?)$/i;

/** Types, or what may stand behind a number as its unit. */
export function isBelowNames(cell: string): boolean {
  const plain = withoutQuotes(cell);
  return BELOW_NAMES.test(plain) || unitOf([`1 ${plain}`]) === plain;
}

/** A cell without the quotation marks of PhysioNet. */
export const withoutQuotes = (cell: string): string => cell.replace(/^'(.*)'$/, '$1');
