import { inMarks } from './cells';
import { isPlace } from './counters';
import type { Layout } from './dialect';
import { foundIn } from './found-in';
import { tableMessages as say } from './messages';
import { beginsWithDay, isDate } from './dates';
import { kindOf } from './number-text';
import { errorAt, type Found, type TableError } from './table-error';

/** How a value begins, with what may stand in front of its number. */
const VALUE = /^[([<>≤≥=~≈±+\u2212\u2013-]*\s*[.,]?\d/u;
/** What begins so and is a name or a time: it has a word, or is an address, a version or a day. */
const NAME = /\p{L}{4,}|^\d+(\.\d+){2,}|^0\d+-/u;

/** What is known of the column that would be read. */
interface Beside {
  /** It rises or falls throughout, as an axis. */
  isAxis: boolean;
  /** It is the only one with numbers. */
  isBesideOne: boolean;
}

/**
 * In which of the first rows a column has a value that is no number that can be read, such as `-3.0dB/45°`, `12.5(3)` or
 * `<0,05`; or, beside a lone axis, one of a few states, such as low and high. -1 where it holds none, or names.
 */
export function unreadValue(layout: Layout, column: number, { isAxis, isBesideOne }: Beside): number {
  const cells = layout.sample.map((row) => row[column] ?? '');
  const isOther = (cell: string) => ['other', 'notFinite'].includes(kindOf(cell));
  const filled = cells.filter((cell) => kindOf(cell) !== 'gap');
  const others = filled.filter(isOther);
  const isValue = (cell: string) =>
    kindOf(cell) !== 'other' || (VALUE.test(cell) && !NAME.test(cell) && !beginsWithDay(cell) && !isDate(cell));
  // Of a column that has numbers, a person may well mean another.
  const areValues = filled.every(isValue) && !layout.units[column] && (!layout.numeric[column] || isAxis);
  const areStates = isBesideOne && isAxis && filled.every(isState) && new Set(filled).size < filled.length;
  return others.length > 0 && (areValues || areStates) ? cells.findIndex(isOther) : -1;
}

/** A word or two, and no number. */
const isState = (cell: string): boolean => /^\p{L}[^\d]*$/u.test(cell) && !isPlace(cell);

const TWO_NUMBERS = /^[-+]?[\d.,]+(\s+|[/|;])[-+]?[\d.,]+$/;
/** Fortran leaves no room before a sign where a number fills its own. */
const SIGNED_BEHIND = /^[-+]?\d*[.,]\d+(?:[-+]\d*[.,]\d+)+$/;

/** Whether each of the first rows has two numbers in one cell of a column, as where blanks or strokes part pairs; whole numbers alone may be a day and a time, and with a name two of them with a sign between an interval. */
export function isTwoNumbers(layout: Layout, column: number): boolean {
  const cells = layout.sample.map((row) => row[column] ?? '');
  const isPair = (cell: string) => TWO_NUMBERS.test(cell) || (layout.keys.length === 0 && SIGNED_BEHIND.test(cell));
  return cells.every(isPair) && cells.some((cell) => /[.,]/.test(cell));
}

const LABELLED = /^(\p{L}[^:=]*)[:=]\s*[+\u2212\u2013-]?[.,]?\d[\d.,]*$/u;

/** The names of a column in which each number shares its cell with one, as in `acc: 1, 2, 3`; undefined of any other. */
export function labelsIn({ sample }: Layout, column: number): string[] | undefined {
  const labels = sample.flatMap((cells) => LABELLED.exec(cells[column] ?? '')?.[1] ?? []);
  return labels.length > 0 && labels.length === sample.length ? labels : undefined;
}

/** Why a column with such names cannot be read. */
export function labelledError(layout: Layout, column: number, found: Found = foundIn(layout)): TableError {
  const cell = inMarks(layout.sample[0][column]);
  return errorAt(layout, layout.sampleLines[0], say('labelled', { cell }), found);
}
