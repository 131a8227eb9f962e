import { textAt } from './cells';
import { DELIMITERS, type Delimiter } from './dialect';
import { fieldOf, isMatrixArray, MATRIX_MARKET } from './matrix-market';
import { tableMessages as say } from './messages';
import { afterLine, isBlank, lineEnd } from './row-scanner';
import { TableError } from './table-error';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const COMMENT_MARKS = ['#', '%'];

/** What Weka writes above its data. */
const ARFF = /^@(relation|attribute|data)\b/i;
/** What MATLAB prints above numbers that it divided by it. */
const MATLAB_FACTOR = /^(\d(?:\.\d+)?e[+-]\d+) \*$/i;

/** What comes before a table. */
export interface Preamble {
  /** Where the table begins: the byte, and how many lines come before it. */
  at: number;
  lines: number;
  /** What Excel is told by `sep=;`. */
  delimiter: Delimiter | undefined;
  /** The byte that a comment begins with; 0 where there are none. */
  comment: number;
  /** How many rows a Matrix Market file states. */
  entries?: number;
}

/** Reads what comes before a table: a byte order mark, `sep=;`, comments, blank lines, the size line of Matrix Market. */
export function preambleOf(head: Uint8Array): Preamble {
  const isMarked = BYTE_ORDER_MARK.every((byte, i) => head[i] === byte);
  const found: Preamble = { at: isMarked ? 3 : 0, lines: 0, delimiter: undefined, comment: 0 };
  let hasSizeLine = false;
  for (;;) {
    const end = lineEnd(head, found.at);
    const next = afterLine(head, end);
    // A file of nothing but comments has no table after them.
    if (next < 0) return found;
    const text = textAt(head, found.at, end).trim();
    const separator = found.lines === 0 ? /^"?sep=(.{1,2}?)"?$/i.exec(textAt(head, found.at, end))?.[1] : undefined;
    const mark = COMMENT_MARKS.find((candidate) => text.startsWith(candidate));
    const factor = MATLAB_FACTOR.exec(text)?.[1];
    if (factor) throw new TableError(say('scaled', { factor }));
    if (found.lines === 0 && text.startsWith(MATRIX_MARKET)) {
      fieldOf(text);
      // Others come as arrays, unless they are packed.
      if (isMatrixArray(head)) throw new TableError(say('packedArray'));
      hasSizeLine = true;
    }
    if (separator !== undefined) {
      found.delimiter = DELIMITERS.find((candidate) => candidate.text === separator)?.text;
    } else if (ARFF.test(text)) {
      found.delimiter = ',';
    } else if (mark && (found.comment === 0 || found.comment === mark.charCodeAt(0))) {
      found.comment = mark.charCodeAt(0);
    } else if (!isBlank(head, found.at, end)) {
      if (!hasSizeLine) return found;
      hasSizeLine = false;
      found.entries = Number(text.split(/\s+/).at(-1));
    }
    found.at = next;
    found.lines++;
  }
}
