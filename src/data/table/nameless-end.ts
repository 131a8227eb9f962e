import { inQuotes } from './cells';
import { columnName } from './column-name';
import { isPlace, stepsEvenly } from './counters';
import type { Layout } from './dialect';
import { tableMessages as say } from './messages';
import { numberIn } from './number-text';
import { rowsOf } from './rows';
import { errorAt } from './table-error';

/** So many rows at most sum up those above them. */
const MOST_TOTALS = 12;
const NOTHING = /^[-–—]?$/;
const LETTERS = /^(?!n\/?a$|null$|none$|missing$)\p{L}[^\d]*$/iu;

/**
 * Refuses last rows that may sum up those above without saying so, and would be read as data: nothing stands in the column
 * that counts or names the rows, or a word in one that is called so.
 *
 * @param end the last rows of a table, from the beginning of one
 * @param lines how many lines come before them
 * @throws {TableError} naming the line
 */
export function refuseNamelessEnd(end: Uint8Array, lines: number, layout: Layout): void {
  const rows = rowsOf(end, { at: 0, lines, comment: layout.comment }, layout.delimiter, Infinity);
  const cellsIn = (column: number) => rows.map(({ cells }) => cells[column] ?? '');
  const isNameless = (cell: string, column: number) =>
    NOTHING.test(cell) || (layout.numeric[column] && isPlace(layout.keys[column]) && LETTERS.test(cell));
  const namedIn = (column: number) => cellsIn(column).findLastIndex((cell) => !isNameless(cell, column)) + 1;
  const column = namingColumn(layout, (place) => cellsIn(place).slice(0, namedIn(place)));
  if (column === undefined) return;
  const count = namedIn(column);
  const total = rows[count];
  if (!total || rows.length - count > MOST_TOTALS || !total.cells.some((cell) => /\d/.test(cell))) return;
  const cell = total.cells[column] ?? '';
  const said = { column: columnName(layout.names, column), text: inQuotes(cell) };
  throw errorAt(layout, total.lines, say(NOTHING.test(cell) ? 'emptyAtEnd' : 'wordAtEnd', said));
}

/** The column that says of each row which one it is: one that is called so, names in the first one, or one that counts. */
function namingColumn(layout: Layout, cellsIn: (column: number) => string[]): number | undefined {
  const columns = [...layout.names.keys()].filter((column) => {
    const cells = cellsIn(column);
    return cells.length > 1 && cells.every((cell) => !NOTHING.test(cell));
  });
  const areWords = (column: number) => column === 0 && !layout.numeric[0];
  const counts = (column: number) => stepsEvenly(cellsIn(column).map((cell) => numberIn(cell, layout.format)));
  const isCalledSo = (column: number) => isPlace(layout.keys[column]);
  return columns.length < 1 || layout.names.length < 2
    ? undefined
    : (columns.find(isCalledSo) ?? columns.find(areWords) ?? columns.find(counts));
}
