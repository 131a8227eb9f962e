import { textAt } from './cells';
import type { Delimiter } from './dialect';
import { usualWidth, type Divided } from './divide';
import { isWord } from './head-words';
import { tableMessages as say } from './messages';
import { kindOf } from './number-text';
import { lineEnd } from './row-scanner';
import type { Row } from './rows';
import { errorInLine, type Found } from './table-error';

/** A header as it stands above its rows. */
export interface FittedHeader {
  /** Its lines without titles: only here it is known how many columns there are. */
  rows: Row[];
  /** Whether the rows begin with a cell more, which names or numbers them. */
  isShort: boolean;
}

/**
 * Sees that a header has a name for each cell of the rows, or that the one cell more names the rows. Anything else may
 * be a decimal comma between commas, or a column that is lost.
 *
 * @throws {TableError} naming the line and both counts
 */
export function fitHeader(
  head: Uint8Array,
  { rows: all, delimiter }: Divided,
  { from, to, isSaid }: { from: number; to: number; isSaid: boolean },
  found: Found,
): FittedHeader {
  const rows = all.slice(to);
  const columns = usualWidth(rows);
  const above = all.slice(from, to).map((row) => (delimiter === ' ' ? joinedNames(head, row, columns) : row));
  const filled = Math.max(...rows.map(filledCells));
  const header = above.filter((row) => !isTitle(row, above, columns));
  const named = header.filter((row) => !isNote(row) && filledCells(row) > 0 && row.cells.some(isWord));
  const namesIn = (row: Row) => filledCells(row) - (COMMENT.test(row.cells[filledCells(row) - 1]) ? 1 : 0);
  const fits = (row: Row) => [row.cells.length, namesIn(row)].includes(columns) || filledCells(row) === filled;
  const last = named.at(-1);
  if (rows.length === 0 || !last || named.some(fits)) return { rows: header, isShort: false };
  const names = filledCells(last);
  if (names === columns - 1 && beginWithNames(head, rows, delimiter)) return { rows: header, isShort: true };
  // A sentence above numbers that blanks divide is no header: whoever says that it is one line has it left out.
  if (delimiter === ' ' && isSaid && names > columns) return { rows: [], isShort: false };
  const counts = { names, columns };
  throw errorInLine(last.lines, say(HEADER_LENGTH[delimiter] ?? 'headerLength', counts), found);
}

const HEADER_LENGTH: Partial<Record<Delimiter, 'headerLengthCommas' | 'headerLengthBlanks'>> = {
  ',': 'headerLengthCommas',
  ' ': 'headerLengthBlanks',
};

/** A last column that seldom has anything, as LabVIEW's. */
const COMMENT = /^comments?$/i;

/** A single cell above several columns is a title; of two columns one may be named, in the last line, where no line names both. */
function isTitle(row: Row, above: readonly Row[], columns: number): boolean {
  const isName = row === above.at(-1) && isWord(row.cells[0]) && !NO_NAME.test(row.cells[0]);
  const isAlone = above.every((other) => filledCells(other) < 2);
  return columns > 1 && filledCells(row) < 2 && !(columns === 2 && isName && isAlone);
}

/** What says something of the whole file, such as `Date: May 4` or `>>>>>Begin Spectral Data<<<<<`. */
const NO_NAME = /[:=<>*]/;

/** A remark with numbers, such as `NPTS= 4000, DT= .01 SEC`. */
const isNote = ({ cells }: Row): boolean => cells.length > 1 && cells.some((cell) => cell.endsWith('='));

const filledCells = ({ cells }: Row) => cells.findLastIndex((cell) => cell !== '') + 1;

/** Names of several words, where two blanks or more part them, or a unit in parentheses belongs to the one before it. */
function joinedNames(head: Uint8Array, row: Row, columns: number): Row {
  if (row.cells.length <= columns) return row;
  const line = textAt(head, row.at, lineEnd(head, row.at)).trim();
  const ways = [/\t|\s{2,}/, /\s+(?![([<])/].map((blanks) => line.split(blanks));
  const ofLength = (count: number) => ways.find(({ length }) => length > 1 && length === count);
  const cells = ofLength(columns) ?? ofLength(columns - 1);
  return cells ? { ...row, cells } : row;
}

/**
 * Whether the first cell of each row surely names or numbers it, as pandas and R write: R quotes it where columns are
 * not divided by blanks or tabs.
 */
function beginWithNames(head: Uint8Array, rows: readonly Row[], delimiter: Delimiter): boolean {
  const first = rows.map(({ cells }) => cells[0]);
  const isQuoted = rows.every(({ at }) => head[at] === QUOTATION_MARK);
  const areNumbers = rows.length > 1 && first.every((cell, i) => Number(cell) === Number(first[0]) + i);
  if (areNumbers && !['0', '1'].includes(first[0])) return false;
  const areNames = first.every((cell) => kindOf(cell) === 'other') && new Set(first).size === rows.length;
  if (isQuoted) return (areNumbers || areNames) && !(delimiter === ',' && mayBeDecimals(rows));
  const isPrinted = delimiter === ' ' || delimiter === '\t';
  return isPrinted && (areNumbers || (areNames && rows.every(({ cells }) => cells.slice(1).every(isNumeric))));
}

const QUOTATION_MARK = 0x22;

const isNumeric = (cell: string) => kindOf(cell) !== 'other';

/** Whether commas between two columns may be decimal signs: no number has a point, and both hold digits alone. */
function mayBeDecimals(rows: readonly Row[]): boolean {
  if (rows.some(({ cells }) => cells.some((cell) => cell.includes('.') && kindOf(cell) === 'number'))) return false;
  return rows[0].cells.some((_, column) =>
    rows.every(
      ({ cells }) => /^[+\u2212\u2013-]?\d+$/.test(cells[column] ?? '') && /^\d+$/.test(cells[column + 1] ?? ''),
    ),
  );
}
