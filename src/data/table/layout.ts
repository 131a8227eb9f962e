import { inQuotes } from './cells';
import { delimiterOf, type Layout, type NumberFormat, type Reading } from './dialect';
import { divide, usualWidth, type Divided } from './divide';
import { fitHeader } from './header-length';
import { headerRows, namesOf, numericColumns, unitsOf, yearsOnTop } from './header';
import { tableMessages as say } from './messages';
import { evidenceOf, kindOf } from './number-text';
import type { Preamble } from './preamble';
import { preambleOf } from './preamble';
import { TableError } from './table-error';
import { refuseTotals } from './totals';
import { measureIn, otherUnitsIn } from './units';

/**
 * Makes out how a table is written from how it begins, and from what a person says about it.
 *
 * @param areNames whether a row has the names that the columns should have: it is a header even where no number follows
 * @returns nothing if no row has been seen
 * @throws {TableError} where it could be read in two ways
 */
export function layoutOf(
  head: Uint8Array,
  reading: Reading = {},
  areNames?: (row: readonly string[]) => boolean,
): Layout | undefined {
  const preamble = preambleOf(head);
  const divided = divide(head, preamble, reading);
  const written = divided.rows.map(({ cells }) => cells);
  if (written.length === 0) return undefined;
  refuseElided(written);
  const width = usualWidth(divided.rows);
  const units = unitsOf(written, width);
  const rows = written.map((cells) => cells.map((cell, column) => (units[column] && measureIn(cell)?.number) || cell));
  const numeric = numericColumns(rows, width);
  const [first] = rows;
  const isOnlyHeader =
    rows.length === 1 &&
    width > 1 &&
    headerRows(
      rows,
      first.map(() => true),
    ) === 1;
  const isNamed = isOnlyHeader || (!numeric.includes(true) && areNames?.(first) === true);
  const headerLines = reading.header ?? (isNamed ? 1 : headerRows(rows, numeric));
  const years = reading.header === undefined ? yearsOnTop(rows, numeric) : [];
  if (years.length > 0)
    throw new TableError(say('yearsOnTop', { years: years.slice(0, 3).join(', ') }), {
      delimiter: divided.delimiter,
      header: 1,
    });
  const found = { delimiter: divided.delimiter, header: headerLines };
  const { rows: header, isShort } = fitHeader(head, divided, headerLines, reading.header !== undefined, found);
  const named = header.map(({ cells }) => cells);
  const { names, keys } = namesOf(named, width, units, isShort);
  // pandas and R leave the name of the rows' names empty.
  const hasRowNames = isShort || (width > 1 && keys[0] === '' && keys.slice(1).every(Boolean));
  const sample = rows.slice(headerLines);
  const format = formatOf(sample, numeric, reading, found);
  refuseTotals(divided.rows.slice(headerLines), numeric, format);
  return {
    delimiter: divided.delimiter,
    quoting: delimiterOf(divided.delimiter).quoting,
    comment: preamble.comment,
    entries: preamble.entries,
    format,
    headerLines,
    names,
    keys,
    numeric,
    units,
    otherUnits: otherUnitsIn(divided.rows.slice(headerLines), numeric),
    hasRowNames,
    isOneRow: rows.length === 1 && width > 1 && first.every((cell) => ['number', 'gap'].includes(kindOf(cell))),
    body: bodyOf(divided, headerLines, preamble, head.length),
    sample,
    totals: [],
  };
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

const ELISION = /^(\.{2,}|…|⋮|·)$/;

function bodyOf({ rows }: Divided, headerLines: number, preamble: Preamble, end: number): Layout['body'] {
  const first = rows[headerLines];
  if (first) return { at: first.at, lines: first.lines };
  return headerLines > 0 ? { at: end, lines: rows.at(-1)!.lines + 1 } : { at: preamble.at, lines: preamble.lines };
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
