import { inQuotes, textAt } from './cells';
import { tableMessages as say } from './messages';
import { TableError } from './table-error';
import { areExtremes, isBesideTotals, isMarkedTotal, isTotal } from './totals';

/** What comes after a table. */
export interface Footer {
  /** Where it begins. */
  at: number;
  /** The totals among its lines, which look like data. */
  totals: string[];
  /** Whether pandas printed a series above it, with its index in front. */
  isSeries: boolean;
}

/** So much of a text is kept back while it comes in, to see how it ends. */
export const FOOTER_BYTES = 2 ** 12;
const MOST_LINES = 30;
/** What an instrument says of its measurement, such as `Temperature (C): -70`. */
const NOTE = /^\p{L}[^:=;|\t]{0,60}[:=](\s|$)/u;
const NUMBERS = /^["'(]?[+−-]?[.,]?\d/;

/** What programs print below a table. */
const PRINTED = [
  /^\(\d[\d.,]* \p{L}+( affected)?\)$/u,
  /^\d[\d.,]* rows? in set/i,
  /^\[?\d[\d.,]* rows?( x |\s+)\d+ columns?\]?$/i,
  /^Time: [\d.,]+ ms/,
  /^[-=_]{3,}(\s+[-=_]{3,})*$/,
  /^(©|(Stand|Quelle|Source):\s)/,
  /^[>*]{3,}\s*End\b/i,
];
const SERIES = /^(Freq: \S+, )?(Name: .*, )?(Length: \d+, )?dtype: \S+$/;
const LEFT_OUT = /\bmore (rows?|entries)\b|\bomitted\b.*\b(rows?|entries)\b|\(\d+ shown\)/i;

/**
 * Reads what comes after a table: totals, and what a program prints below it.
 *
 * @param tail the end of a text, from the beginning of a row
 * @throws {TableError} where it says that rows are left out
 */
export function footerOf(tail: Uint8Array): Footer {
  const filled = tail.subarray(0, emptyRowsAt(tail));
  const notes = notesBelow(filled);
  const { at, totals, isSeries } = printedBelow(filled.subarray(0, notes.at));
  return { at, totals: [...totals, ...notes.lines], isSeries };
}

/** Where the last rows begin in which nothing stands, as spreadsheets write them. */
function emptyRowsAt(tail: Uint8Array): number {
  let at = tail.length;
  for (let from = at; at > 0; at = from) {
    from = lineStart(tail, at);
    if (!/^[\s;,|]*$/.test(textAt(tail, from, at))) break;
  }
  return at;
}

/** Notes that a blank line parts from the numbers above them. */
function notesBelow(tail: Uint8Array): { at: number; lines: string[] } {
  const lines: string[] = [];
  let isApart = false;
  let at = tail.length;
  for (let end = tail.length, from = 0; end > 0; end = from) {
    from = lineStart(tail, end);
    const line = textAt(tail, from, end).replaceAll('\0', ' ').trim();
    if (line !== '' && !NOTE.test(line))
      return isApart && NUMBERS.test(line) ? { at, lines } : { at: tail.length, lines: [] };
    isApart = line === '';
    if (isApart) continue;
    lines.unshift(line);
    at = from;
  }
  return { at: tail.length, lines: [] };
}

function printedBelow(tail: Uint8Array): Footer {
  const found: Footer = { at: tail.length, totals: [], isSeries: false };
  const above: Footer[] = [];
  let sums = false;
  let end = tail.length;
  for (let i = 0; i < MOST_LINES && end > 0; i++) {
    const from = lineStart(tail, end);
    const line = textAt(tail, from, end).replaceAll('\0', ' ').trim();
    const bare = line.replace(/^[\s|]+|[\s|]+$/g, '');
    end = from;
    if (/^[#[(\d]/.test(bare) && LEFT_OUT.test(bare))
      throw new TableError(say('rowsLeftOut', { text: inQuotes(bare) }));
    if (line === '' || line.startsWith('#')) continue;
    // A line may end within quotation marks: it is a part of a cell.
    if (line.split('"').length % 2 === 0) break;
    const isSeries = SERIES.test(bare);
    found.isSeries ||= isSeries;
    if (isSeries || PRINTED.some((pattern) => pattern.test(bare))) found.at = from;
    else if (isTotal(line) || isBesideTotals(line) || (above.length === 0 && isMarked(tail, from, line))) {
      above.push({ ...found, at: from, totals: [line, ...(above.at(-1)?.totals ?? [])] });
      sums ||= isTotal(line) || isMarkedTotal(line) || areExtremes(above.at(-1)!.totals);
    } else break;
  }
  const whole = sums && above.at(-1)!;
  return whole && /\d/.test(textAt(tail, 0, whole.at)) ? whole : found;
}

/** Whether a line is marked as a total behind its numbers, as the one above it is not. */
function isMarked(tail: Uint8Array, from: number, line: string): boolean {
  if (!isMarkedTotal(line) || from === 0) return false;
  return !isMarkedTotal(textAt(tail, lineStart(tail, from), from).replaceAll('\0', ' ').trim());
}

/** Where the line begins that ends there, its own end included. */
function lineStart(data: Uint8Array, end: number): number {
  let from = end - 1;
  if (data[from] === 0x0a && data[from - 1] === 0x0d) from--;
  while (from > 0 && data[from - 1] !== 0x0a && data[from - 1] !== 0x0d) from--;
  return Math.max(from, 0);
}
