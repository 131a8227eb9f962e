import type { NumberFormat } from './dialect';

/** What stands for no value. */
const GAP = /^(|-|\?|\.|n\/?a|null|none|missing)$/i;
/** Numbers that are none, and how instruments say that one is beyond what they measure. */
const NOT_FINITE = /^[+\u2212-]?(nan|inf(inity)?|∞|\d+([.,]\d+)?[ed]\+?\d{3,})$|^[<>≤≥]=?\s*[+\u2212-]?[\d.,]+$/i;
/** Blanks and apostrophes group thousands in either format. */
const BLANK_GROUPS = /^[1-9]\d{0,2}(?:[ '\u00a0\u202f\u2019]\d{3})+(?![ '\u00a0\u202f\u2019])/;
/** A minus sign; word processors make a dash of it, right before the digits. */
const MINUS = /^\s*(?:[\u2212-]|\u2013(?=[\d.,]))/;
/** Bookkeepers write a minus behind an amount; behind whole numbers, as of marks in school, it is none. */
const MINUS_BEHIND = /^(\d[\d.,\u0020'\u00a0\u202f\u2019]*[.,]\d+|[.,]\d+)-$/;
/** Fortran writes a D for float64. */
const EXPONENT = /[ed][+-]?\d+$/i;

export type CellKind = 'number' | 'gap' | 'notFinite' | 'other';

/** What a cell holds, however its numbers are written. */
export function kindOf(cell: string): CellKind {
  if (GAP.test(cell)) return 'gap';
  if (FORMATS.some((format) => !Number.isNaN(numberIn(cell, format)))) return 'number';
  return NOT_FINITE.test(cell) ? 'notFinite' : 'other';
}

const FORMATS: NumberFormat[] = [
  { decimal: '.', groups: true },
  { decimal: ',', groups: true },
];

/** The finite number that a text is in a format; NaN for anything else. */
export function numberIn(text: string, { decimal, groups }: NumberFormat): number {
  let plain = withoutSign(text);
  const isNegative = MINUS.test(text) || MINUS_BEHIND.test(text.trim());
  const group = decimal === '.' ? ',' : '.';
  if (BLANK_GROUPS.test(plain)) plain = plain.replace(BLANK_GROUPS, (whole) => whole.replace(/\D/g, ''));
  else if (groups && plain.includes(group)) {
    if (!GROUPED[group].test(plain)) return NaN;
    plain = plain.replaceAll(group, '');
  }
  if (decimal === ',') plain = plain.includes('.') ? '' : plain.replace(',', '.');
  if (!/^(\d+\.?\d*|\.\d+)([ed][+-]?\d+)?$/i.test(plain)) return NaN;
  const value = Number(plain.replace(/d/i, 'e'));
  return Number.isFinite(value) ? (isNegative ? -value : value) : NaN;
}

/** Thousands in groups of three, in India above them groups of two; the first does not begin with 0. */
const GROUPED = {
  ',': /^[1-9](\d{0,2}(,\d{3})+|\d?(,\d{2})+,\d{3})(\.\d*)?([ed][+-]?\d+)?$/i,
  '.': /^[1-9]\d{0,2}(\.\d{3})+(,\d*)?([ed][+-]?\d+)?$/i,
};

function withoutSign(text: string): string {
  const plain = text.trim().replace(MINUS_BEHIND, '$1');
  return plain.startsWith('+') ? plain.slice(1) : plain.replace(MINUS, '');
}

/**
 * Whether a column should hold numbers: most cells do in the later half of the first rows, where no header is left; or so
 * many do in all of them that what is none, such as “OVER” or “n.d.”, has to be told and not left out with its column.
 */
export function areMeantAsNumbers(cells: readonly string[], isNumber: (cell: string) => boolean): boolean {
  const tally = (from: number) => {
    const filled = cells.slice(from).filter((cell) => kindOf(cell) !== 'gap');
    const words = filled.filter((cell) => !isNumber(cell));
    return { filled: filled.length, numbers: filled.length - words.length, words: new Set(words).size };
  };
  const half = tally(Math.floor(cells.length / 2));
  if (half.filled === 0) return false;
  if (half.numbers > 0 && 2 * half.numbers >= half.filled) return true;
  const belowFirst = tally(cells.length > 2 ? 1 : 0);
  return (
    belowFirst.numbers > 0 && (4 * belowFirst.numbers >= belowFirst.filled || belowFirst.numbers >= belowFirst.words)
  );
}

/** What numbers say about their decimal sign: some prove it, some could be either. */
export interface Evidence {
  point: string | undefined;
  comma: string | undefined;
  /** `1.234`, most likely with a decimal point. */
  maybePoint: string | undefined;
  /** `1,234`, of which nobody can tell. */
  maybeComma: string | undefined;
}

/** The first number of each sort. */
export function evidenceOf(cells: Iterable<string>): Evidence {
  const found: Evidence = { point: undefined, comma: undefined, maybePoint: undefined, maybeComma: undefined };
  for (const cell of cells) {
    if (!/[.,]/.test(cell) || kindOf(cell) !== 'number') continue;
    const plain = withoutSign(cell);
    const sort = sortOf(plain.replace(EXPONENT, ''), EXPONENT.test(plain));
    found[sort] ??= cell;
  }
  return found;
}

function sortOf(plain: string, hasExponent: boolean): keyof Evidence {
  const signs = plain.replace(/[^.,]/g, '');
  // The last of two different signs is the decimal one, and of two equal ones none is.
  if (signs.length > 1)
    return new Set(signs).size > 1 ? (signs.endsWith('.') ? 'point' : 'comma') : signs[0] === '.' ? 'comma' : 'point';
  const couldGroup = !hasExponent && /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain);
  if (signs === '.') return couldGroup ? 'maybePoint' : 'point';
  return couldGroup ? 'maybeComma' : 'comma';
}
