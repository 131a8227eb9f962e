import type { Message } from '../../messages';
import { textAt } from './cells';
import { DELIMITERS, type Delimiter } from './dialect';
import { fieldOf, isMatrixArray, MATRIX_MARKET } from './matrix-market';
import { tableMessages as say } from './messages';
import { afterLine, isBlank, lineEnd } from './row-scanner';
import { TableError } from './table-error';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const COMMENT_MARKS = ['#', '%'];

/** What Weka writes above its data, with the names of the columns. */
const ARFF = /^@(?:relation|data|attribute\s+(?:'([^']*)'|"([^"]*)"|(\S+)))/i;
/** How texts begin whose numbers are not all of one table. */
const OTHER_KINDS: readonly (readonly [RegExp, Message])[] = [
  [/^\s*(File type = )?"ooTextFile/, say('praat')],
  [/^P[1-3]\s*\n(#.*\n)*\d+ +\d+\s*\n/, say('image')],
  [/^##TITLE=/i, say('jcamp')],
  [/^ncols\s+\d+\s*\nnrows\s/i, say('grid')],
];
/** How tables begin as they are written for a program that sets them. */
const MARKUP: readonly (readonly [RegExp, Message])[] = [
  [/^\s*<(table|caption|colgroup|thead|tbody|tr|t[dh]|div|p|ul|ol|dl)\b/i, say('html')],
  [
    /^\s*(%.*\s+)*\\(begin|documentclass|usepackage|centering|caption|hline|toprule|multicolumn|textbf)\b/,
    say('latex'),
  ],
];
/** The first cell of Eurostat's tables, in which every number may have letters behind it: `freq,unit,geo\\TIME_PERIOD`. */
const EUROSTAT = /^[^\t\n]*,[^\t\n]*\\time(_period)?\s*\t/i;
/** So much of a text is looked at to see of which kind it is. */
const KIND_BYTES = 400;
/** How consoles announce a vector or a matrix: MATLAB by its name, `x =`, and Julia by what it is, `3-element Vector{Float64}:`; or what was typed there. */
export const ANNOUNCES = /^([A-Za-z][\w.]*) =$|^\d+(?:-element|×\d+) .*:$|^(?:>>|julia>) /;
/** LabVIEW says something of the measurement, then of each channel, and ends both so. */
const LABVIEW = /^LabVIEW Measurement(?:[^]*?\*\*\*End_of_Header\*\*\*.*){1,2}/;
/** What MATLAB prints above numbers that it divided by it. */
export const MATLAB_FACTOR = /^(\d(?:\.\d+)?e[+-]\d+) \*$/i;

/** What comes before a table. */
export interface Preamble {
  /** Where the table begins: the byte, and how many lines come before it. */
  at: number;
  lines: number;
  /** What Excel is told by `sep=;`. */
  delimiter: Delimiter | undefined;
  /** The byte that a comment begins with; 0 where there are none. */
  comment: number;
  /** What the columns are called, where this is said apart from the rows. */
  names: string[];
  /** The last comment, where the rows begin in the next line: it may name the columns. */
  above?: string;
  /** How many rows a Matrix Market file states. */
  entries?: number;
}

/** Reads what comes before a table: a byte order mark, `sep=;`, comments, blank lines, the size line of Matrix Market. */
export function preambleOf(head: Uint8Array): Preamble {
  const isMarked = BYTE_ORDER_MARK.every((byte, i) => head[i] === byte);
  const found: Preamble = { at: isMarked ? 3 : 0, lines: 0, delimiter: undefined, comment: 0, names: [] };
  const beginning = textAt(head, found.at, found.at + KIND_BYTES);
  const kind = OTHER_KINDS.find(([pattern]) => pattern.test(beginning))?.[1];
  if (kind) throw new TableError(say('otherKind', { kind }));
  const markup = MARKUP.find(([pattern]) => pattern.test(beginning))?.[1];
  if (markup) throw new TableError(say('markup', { kind: markup }));
  if (EUROSTAT.test(beginning)) throw new TableError(say('eurostat'));
  passLabView(head, found);
  let hasSizeLine = false;
  let above: string | undefined;
  for (;;) {
    const end = lineEnd(head, found.at);
    const next = afterLine(head, end);
    // A file of nothing but comments has no table after them.
    if (next < 0) return found;
    const text = textAt(head, found.at, end).trim();
    found.above = above;
    above = undefined;
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
      found.names.push(...ARFF.exec(text)!.slice(1).filter(Boolean));
    } else if (mark && (found.comment === 0 || found.comment === mark.charCodeAt(0))) {
      found.comment = mark.charCodeAt(0);
      above = text.replace(/^[#%\s]+/, '');
    } else if (ANNOUNCES.test(text)) {
      found.names = ANNOUNCES.exec(text)!.slice(1).filter(Boolean);
    } else if (!isBlank(head, found.at, end)) {
      if (!hasSizeLine) return found;
      hasSizeLine = false;
      found.entries = Number(text.split(/\s+/).at(-1));
    }
    found.at = next;
    found.lines++;
  }
}

function passLabView(head: Uint8Array, found: Preamble): void {
  const beginning = textAt(head, found.at, head.length);
  const count = LABVIEW.exec(beginning)?.[0].split(/\r\n?|\n/).length ?? 0;
  for (; found.lines < count; found.lines++) {
    const next = afterLine(head, lineEnd(head, found.at));
    if (next < 0) return;
    found.at = next;
  }
}
