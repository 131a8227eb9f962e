import { inQuotes, textAt } from './cells';
import { isDate } from './dates';
import { DELIMITERS, type Delimiter, type Reading } from './dialect';
import { tableMessages as say } from './messages';
import { kindOf } from './number-text';
import type { Preamble } from './preamble';
import { lineEnd } from './row-scanner';
import { rowsOf, type Row } from './rows';
import { rowsSaidAbove } from './said-above';
import { TableError } from './table-error';
import { measureIn, unitOf } from './units';

/** Two numbers, which a blank divides. */
const NUMBERS = /^[+-]?[\d.,]+(e[+-]?\d+)?\s+[+-]?[\d.,]+/i;

/** A number whose thousands are parted by commas, as far as can be seen. */
const GROUPS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/;

export interface Divided {
  delimiter: Delimiter;
  rows: Row[];
}

/**
 * Finds what divides the columns: the delimiter by which most rows have the same number of cells, and most cells are
 * numbers, dates or plain words.
 *
 * @throws {TableError} where a comma or a blank may as well belong to a number
 */
export function divide(head: Uint8Array, preamble: Preamble, { delimiter, decimal, header = 0 }: Reading): Divided {
  const given = delimiter ?? preamble.delimiter;
  if (given !== undefined) return { delimiter: given, rows: rowsOf(head, preamble, given) };
  const candidates = DELIMITERS.filter(({ text }) => text !== ',' || decimal !== ',').map(({ text }) => {
    const rows = rowsOf(head, preamble, text);
    const said = rows.filter(({ lines }) => lines >= header);
    const table = said.slice(rowsSaidAbove(said));
    return { delimiter: text, rows, score: scoreOf(table, text) };
  });
  const whole = candidates.at(-1)!;
  // Where nothing divides the rows, they are one column.
  const divided = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  const best =
    divided.score === 0 || (divided.delimiter === ' ' && areMeasures(divided.rows, whole.rows)) ? whole : divided;
  const { lines = 0 } = best.rows[rowsSaidAbove(best.rows)] ?? {};
  const rivals = candidates
    .filter(({ score }) => score >= best.score)
    .map((candidate) => ({
      candidate,
      cells: candidate.rows.filter((row) => row.lines >= lines).map((row) => row.cells),
    }));
  const rival = rivals.find(
    ({ candidate, cells }) =>
      cells.length > 0 && cells.every((row) => isRival(row, candidate.delimiter, best.delimiter)),
  );
  const areGroups = rival?.cells.every(([cell]) => GROUPS.test(cell)) ?? false;
  if (rival && areGroups && decimal === '.') return rival.candidate;
  const joint = rival?.cells.flat().find((cell) => /,\d| /.test(cell));
  if (joint && !(best.delimiter === ',' && decimal)) {
    const text = inQuotes(joint);
    const groups = areGroups ? 'thousandsOrColumns' : /,.*,/.test(text) ? 'groupsOrColumns' : 'commaOrColumns';
    throw new TableError(say(best.delimiter === ',' ? groups : 'blankOrColumns', { text }), {
      delimiter: best.delimiter,
    });
  }
  const doubtful = best.delimiter === ',' && !decimal && tightComma(head, best.rows);
  if (doubtful) throw new TableError(say('commaOrColumns', { text: inQuotes(doubtful) }), { delimiter: ',' });
  return best;
}

/** Whether a blank parts each number from its unit, and nothing else: they are one column. */
function areMeasures(parted: Row[], whole: Row[]): boolean {
  return usualWidth(parted) === 2 && unitOf(whole.map(({ cells }) => cells[0])) !== '';
}

/** A number with a comma in it, where commas with a blank or nothing behind them divide numbers. */
function tightComma(head: Uint8Array, rows: Row[]): string | undefined {
  const later = rows.slice(Math.floor(rows.length / 2));
  const parts = later.map(({ at }) =>
    textAt(head, at, lineEnd(head, at))
      .trim()
      .split(/,(?:\s+|$)/),
  );
  const areNumbers = parts.every(
    (numbers) => numbers.length > 1 && numbers.every((text) => ['number', 'gap'].includes(kindOf(text))),
  );
  return areNumbers ? parts.flat().find((text) => /,\d/.test(text)) : undefined;
}

/** Whether what divides the columns belongs to a number where a row is divided otherwise. */
function isRival(cells: string[], delimiter: Delimiter, best: Delimiter): boolean {
  if (delimiter === '') return (best === ',' || best === ' ') && kindOf(cells[0]) === 'number';
  return delimiter === ' ' && best === ',' && cells.some((cell) => /,\d/.test(cell) && kindOf(cell) === 'number');
}

function scoreOf(all: Row[], delimiter: Delimiter): number {
  if (all.length === 0) return 0;
  const width = usualWidth(all);
  const rows = all.slice(titleRows(all, width, delimiter));
  if (width < 2 && delimiter !== '') return 0;
  // R leaves the first name of a header out.
  const isShortHeader = (i: number, count: number) => i === 0 && count === width - 1 && count > 1;
  const even = rows.filter(({ cells }, i) => cells.length === width || isShortHeader(i, cells.length));
  const cells = even.flatMap((row) => row.cells);
  return (even.length / rows.length) * (cells.filter((cell) => isPlain(cell, delimiter)).length / cells.length);
}

/**
 * Lines of one cell above a header of several names, which say nothing of how the table is divided; above numbers, too, where
 * what divides them belongs to no number.
 */
function titleRows(rows: Row[], width: number, delimiter: Delimiter): number {
  const first = rows.findIndex(({ cells }) => cells.length > 1);
  if (first <= 0 || rows[first].cells.length !== width) return 0;
  const mayBeNumbers = delimiter !== ',' && delimiter !== ' ';
  const isHeader = rows[first].cells.every(
    (cell) => kindOf(cell) === 'other' || (mayBeNumbers && kindOf(cell) === 'number'),
  );
  return isHeader ? first : 0;
}

/** The rows below lines of one cell, where all below them have several. */
function belowTitles(rows: Row[]): Row[] {
  const first = rows.findIndex(({ cells }) => cells.length > 1);
  return first > 0 && rows.slice(first).every(({ cells }) => cells.length > 1) ? rows.slice(first) : rows;
}

/** How many cells most rows have; the larger number where two are as frequent. */
export function usualWidth(rows: Row[]): number {
  const times = new Map<number, number>();
  for (const { cells } of belowTitles(rows)) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  return [...times].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0])[0];
}

/** Whether a cell looks as if nothing in it should have divided it. */
function isPlain(cell: string, delimiter: Delimiter): boolean {
  if (kindOf(cell) !== 'other' || isDate(cell) || measureIn(cell)) return true;
  if (NUMBERS.test(cell)) return false;
  const others = delimiter === ' ' ? /[,;|]|::/ : delimiter === '' ? /[,;\t|]|::/ : /[;\t|]|::/;
  return !others.test(cell.replaceAll(delimiter || '\0', '')) && /\p{L}/u.test(cell);
}
