import { inQuotes } from './cells';
import { toldApart } from './column-name';
import { delimiterOf, type Layout, type NumberFormat, type Reading } from './dialect';
import { divide, usualWidth, type Divided } from './divide';
import { fitHeader } from './header-length';
import { isWord } from './head-words';
import { byLabels, headerRows, namesInComment, namesOf, numericColumns, unitsOf } from './header';
import { tableMessages as say } from './messages';
import { numbersOnTop } from './numbered-head';
import { evidenceOf, kindOf } from './number-text';
import type { Preamble } from './preamble';
import { preambleOf } from './preamble';
import { errorInLine, TableError } from './table-error';
import type { Row } from './rows';
import { rowsSaidAbove } from './said-above';
import { refuseTotals } from './totals';
import { areSizes, doubtsIn, withoutUnit } from './units';

/**
 * Makes out how a table is written from how it begins, and from what a person says about it.
 *
 * @param known `areNames`: whether a row has the names that the columns should have, and is a header even where no number
 *   follows; `names`: what the columns are called, where that stands apart from the rows; `counted`: what rows are counted as
 * @returns nothing if no row has been seen
 * @throws {TableError} where it could be read in two ways
 */
export function layoutOf(
  head: Uint8Array,
  reading: Reading = {},
  {
    areNames,
    names: known,
    counted = 'line',
  }: { areNames?: (row: readonly string[]) => boolean; names?: readonly string[]; counted?: Layout['counted'] } = {},
): Layout | undefined {
  const preamble = preambleOf(head);
  const divided = divide(head, preamble, reading);
  const written = divided.rows.map(({ cells }) => cells);
  if (written.length === 0) return undefined;
  refuseElided(written);
  refuseUncertain(divided.rows);
  const said = reading.header === undefined ? undefined : linesAbove(divided.rows, reading.header);
  const saidAbove = said === undefined ? rowsSaidAbove(divided.rows) : 0;
  const width = filledWidth(written.slice(saidAbove), usualWidth(divided.rows.slice(saidAbove)));
  const units = unitsOf(written.slice(said ?? saidAbove), width);
  const rows = written.map((cells) => cells.map((cell, column) => withoutUnit(cell, units[column] ?? '')));
  const numeric = numericColumns(rows.slice(said ?? saidAbove), width);
  const [first] = rows;
  const isOnlyHeader =
    rows.length === 1 &&
    width > 1 &&
    headerRows(
      rows,
      first.map(() => true),
    ) === 1;
  const isNamed = isOnlyHeader || (!numeric.includes(true) && areNames?.(first) === true);
  const count = said ?? (isNamed ? 1 : saidAbove + headerRows(rows.slice(saidAbove), numeric));
  const onTop = said === undefined && count === 0 ? numbersOnTop(rows, numeric) : [];
  if (onTop.length > 0)
    throw new TableError(say('numbersOnTop', { numbers: onTop.slice(0, 3).join(', ') }), {
      delimiter: divided.delimiter,
      header: divided.rows[0].lines + 1,
    });
  const apart = [...(known ?? preamble.names)];
  const areNamed = apart.length === width;
  const headerLines = count > 0 ? divided.rows[count - 1].lines + 1 : areNamed ? preamble.lines : 0;
  const found = { delimiter: divided.delimiter, header: headerLines };
  const from = count > saidAbove ? saidAbove : divided.rows.findLastIndex(({ isApart }, i) => isApart && i < count);
  const header = { from: Math.max(0, from), to: count, isSaid: said !== undefined };
  const { rows: names, isShort } = fitHeader(head, divided, header, found);
  const sample = rows.slice(count);
  const isLabelled = width > 1 && sample.length > 0 && sample.every(([first = '']) => first === '');
  const above = names.map(({ cells }) => cells);
  const named = areNamed ? [apart] : isLabelled ? byLabels(above) : above;
  const behind = units.map((unit) => (areSizes(unit) ? '' : unit));
  const inRows = namesOf(named, width, behind, isShort);
  const inComment = inRows.keys.length === 0 ? namesInComment(preamble.above ?? '', divided.delimiter, width) : [];
  // A comment names columns; that they are columns, and not lines of one signal, it does not say for sure.
  const called = inComment.length > 0 ? inComment : inRows.names;
  const keys = areNames?.(inComment) ? inComment : inRows.keys;
  // pandas and R leave the name of the rows' names empty.
  const hasRowNames = isShort || (width > 1 && keys[0] === '' && keys.slice(1).every(Boolean));
  const sampled = divided.rows.slice(count);
  const format = formatOf(sample, numeric, reading, found);
  refuseTotals(sampled, numeric, format);
  return {
    delimiter: divided.delimiter,
    quoting: delimiterOf(divided.delimiter).quoting,
    comment: preamble.comment,
    entries: preamble.entries,
    format,
    headerLines,
    names: toldApart(called),
    keys,
    numeric,
    units,
    doubts: doubtsIn(sampled, { numeric, units, keys }),
    hasRowNames,
    isOneRow: rows.length === 1 && width > 1 && first.every((cell) => ['number', 'gap'].includes(kindOf(cell))),
    counted,
    body: bodyOf(divided, count, preamble, head.length),
    sample,
    sampleLines: sampled.map(({ lines }) => lines),
    totals: [],
  };
}

/** How many rows stand in the first lines of the file. */
function linesAbove(rows: readonly Row[], lines: number): number {
  const first = rows.findIndex((row) => row.lines >= lines);
  return first < 0 ? rows.length : first;
}

/** How many columns there are without those at the end in which nothing stands, as behind the last bar of a frame. */
function filledWidth(rows: string[][], width: number): number {
  const filled = Math.max(...rows.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1));
  return Math.max(1, Math.min(width, filled));
}

/** @throws {TableError} where points stand for rows or columns, as when a program prints a long table in short */
function refuseElided(rows: string[][]): void {
  for (const cells of rows) {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length > 0 && filled.every((cell) => ELISION.test(cell)))
      throw new TableError(say('rowsLeftOut', { text: inQuotes(filled[0]) }));
  }
  const between = rows[0].find((cell, column) => ELISION.test(cell) && column > 0 && column < rows[0].length - 1);
  if (between) throw new TableError(say('columnsLeftOut', { text: inQuotes(between) }));
}

/** @throws {TableError} where a sign parts numbers from their uncertainties: these are no values */
function refuseUncertain(rows: readonly Row[]): void {
  for (const { cells, lines } of rows) {
    const sign = cells.findIndex((cell, column) => UNCERTAIN.test(cell) && column > 0);
    const numbers = [cells[sign - 1] ?? '', cells[sign + 1] ?? ''];
    if (sign > 0 && numbers.every((cell) => kindOf(cell) === 'number'))
      throw errorInLine(lines, say('uncertainty', { text: `“${numbers.join(` ${cells[sign]} `)}”` }));
  }
}

const UNCERTAIN = /^(±|\+\/?[-\u2212])$/;
const ELISION = /^(\.{2,}|…|⋮|·)$/;

function bodyOf({ rows }: Divided, headerRows: number, preamble: Preamble, end: number): Layout['body'] {
  const first = rows[headerRows];
  if (first) return { at: first.at, lines: first.lines };
  return headerRows > 0 ? { at: end, lines: rows.at(-1)!.lines + 1 } : { at: preamble.at, lines: preamble.lines };
}

function formatOf(sample: string[][], numeric: boolean[], { decimal }: Reading, found: Reading): NumberFormat {
  if (decimal) return { decimal, groups: true };
  const cells = sample.flatMap((row) => row.filter((_, column) => numeric[column]));
  const { point, comma, maybePoint, maybeComma } = evidenceOf(cells);
  if (point && comma)
    throw new TableError(say('twoDecimals', { point: inQuotes(point), comma: inQuotes(comma) }), found);
  if (comma) return { decimal: ',', groups: true };
  if (point) return { decimal: '.', groups: true };
  if (maybeComma)
    throw new TableError(say('decimalOrThousands', { text: inQuotes(maybeComma) }), { ...found, decimal: '.' });
  if (maybePoint && mayGroupByPoints(sample, numeric, found.delimiter))
    throw new TableError(say('pointOrThousands', { text: inQuotes(maybePoint) }), { ...found, decimal: '.' });
  return { decimal: '.', groups: false };
}

/** Who divides columns by semicolons has decimal commas as a rule; and decimals are seldom missing in some rows alone. */
function mayGroupByPoints(sample: string[][], numeric: boolean[], delimiter: Layout['delimiter'] | undefined): boolean {
  if (delimiter === ',' || delimiter === ';') return delimiter === ';';
  return numeric.some((is, column) => {
    const cells = sample.map((row) => row[column] ?? '');
    return is && cells.some((cell) => cell.includes('.')) && cells.some((cell) => /^\d+$/.test(cell));
  });
}

/**
 * How many cells a row has at least. Without names, and where blanks divide the columns, a row with a cell too few does
 * not say which one is missing.
 *
 * @param wanted how many of the first columns' cells are needed
 */
export function leastCells({ names, keys, delimiter, sample }: Layout, wanted: number): number {
  if (keys.length > 0 && delimiter !== ' ') return wanted;
  const filled = sample.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1);
  return Math.max(wanted, Math.min(names.length, Math.max(...filled)));
}

/** Whether a table lies on its side: without a header, a name begins each of a few long rows. */
export function liesOnItsSide({ keys, numeric, sample }: Layout): boolean {
  const names = sample.map(([name]) => name);
  const areNames = !numeric[0] && numeric.slice(1).every(Boolean) && new Set(names).size === names.length;
  return keys.length === 0 && areNames && names.every(isWord) && numeric.length - 1 > sample.length;
}
