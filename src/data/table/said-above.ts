import { isWord } from './head-words';
import { numericColumns } from './header';
import type { Row } from './rows';

/**
 * How many of the first rows say something of the file, as in Apple's ECG: each is a word and what it means, and a blank line
 * parts them from a table in which no row begins with one.
 */
export function rowsSaidAbove(rows: readonly Row[]): number {
  const beginWithWord = rows.map(({ cells: [cell = ''] }) => isWord(cell));
  const first = beginWithWord.indexOf(false);
  if (first < 1 || beginWithWord.includes(true, first)) return 0;
  const count = rows.findLastIndex(({ isApart }, i) => isApart && i > 0 && i <= first);
  const above = rows.slice(0, Math.max(0, count)).map(({ cells }) => cells);
  const width = Math.max(0, ...above.map(({ length }) => length));
  return numericColumns(above, width).includes(true) ? 0 : above.length;
}
