import { textAt } from './cells';
import { delimiterOf, type Delimiter } from './dialect';
import { areTypes } from './head-words';
import { isBlank, RowScanner } from './row-scanner';

/** A row of the first ones, as texts. */
export interface Row {
  cells: string[];
  at: number;
  lines: number;
  /** Whether a blank line stands above it, and it does not belong to what is above that. */
  isApart: boolean;
}

const MOST_ROWS = 200;

/** The first rows of a table as one delimiter divides them. */
export function rowsOf(
  head: Uint8Array,
  from: { at: number; lines: number; comment: number },
  delimiter: Delimiter,
  most = MOST_ROWS,
): Row[] {
  const scanner = new RowScanner(delimiter, delimiterOf(delimiter).quoting);
  const rows: Row[] = [];
  let { lines } = from;
  let isApart = false;
  for (let at = from.at, next = 0; at < head.length && rows.length < most; at = next) {
    next = scanner.scan(head, at);
    if (next < 0) break;
    const isEmpty = isBlank(head, at, next);
    if (!isEmpty && (head[at] !== from.comment || from.comment === 0)) {
      const cells = Array.from({ length: scanner.count }, (_, column) => {
        scanner.trim(head, column);
        return textAt(head, scanner.starts[column], scanner.ends[column]).replaceAll('""', '"').trim();
      });
      // Types below a rule or a blank line say something of the names above it.
      rows.push({ cells, at, lines, isApart: isApart && !areTypes(cells) });
    }
    isApart = isEmpty;
    lines += 1 + scanner.innerLines;
  }
  return rows;
}
