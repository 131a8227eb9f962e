import { isDate } from './dates';
import { isBelowNames, isWord } from './head-words';
import { numericColumns } from './header';
import { kindOf } from './number-text';
import type { Row } from './rows';
import { measureIn } from './units';

/**
 * How many of the first rows say something of the file: each is a word and what it means, and a blank line parts them from a table in
 * which no row begins with a word, as in Apple's ECG; or they stand above names for all columns, as those of oscilloscopes and banks.
 */
export function rowsSaidAbove(rows: readonly Row[]): number {
  return rowsAboveBlank(rows) || rowsAboveNames(rows);
}

function rowsAboveBlank(rows: readonly Row[]): number {
  const beginWithWord = rows.map(({ cells: [cell = ''] }) => isWord(cell));
  const first = beginWithWord.indexOf(false);
  if (first < 1 || beginWithWord.includes(true, first)) return 0;
  const count = rows.findLastIndex(({ isApart }, i) => isApart && i > 0 && i <= first);
  const above = rows.slice(0, Math.max(0, count)).map(({ cells }) => cells);
  const width = Math.max(0, ...above.map(({ length }) => length));
  return numericColumns(above, width).includes(true) ? 0 : above.length;
}

/** Rows that have numbers among what they say, and would be taken for data, above a name for each column. */
function rowsAboveNames(rows: readonly Row[]): number {
  const beginWithValue = rows.map(({ cells: [cell = ''] }) => isValue(cell));
  const first = beginWithValue.lastIndexOf(false) + 1;
  if (first < LEAST_ABOVE + 1 || first === rows.length || beginWithValue.indexOf(true) < first) return 0;
  const width = Math.max(...rows.slice(first).map(({ cells }) => filled(cells).length));
  const areNames = ({ cells }: Row) => filled(cells).length >= Math.max(2, width) && filled(cells).every(isWord);
  if (!areNames(rows[first - 1])) return 0;
  const haveUnits = rows[first - 1].cells.every(isBelowNames) && areNames(rows[first - 2]);
  const count = first - (haveUnits ? 2 : 1);
  const hasValue = ({ cells: [word = '', ...values] }: Row) => word !== '' && values.some((cell) => /\d/.test(cell));
  return rows.slice(0, count).filter(hasValue).length < LEAST_ABOVE ? 0 : count;
}

/** A row alone with a word and a number may be one of a table. */
const LEAST_ABOVE = 2;

const isValue = (cell: string): boolean => kindOf(cell) === 'number' || isDate(cell) || measureIn(cell) !== undefined;

const filled = (cells: readonly string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
