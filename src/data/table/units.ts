import type { Message } from '../../messages';
import type { Doubt, Layout, NumberFormat } from './dialect';
import { tableMessages as say } from './messages';
import { areMeantAsNumbers, kindOf, numberIn } from './number-text';
import { isSign, signBeside } from './signs';
import { errorAt, type TableError } from './table-error';

/** A number, and the unit behind it or the currency in front of it. */
export interface Measure {
  number: string;
  unit: string;
}

const BEHIND = /^([+\u2212\u2013-]?[\d.,].*?)\s*([%‰°\p{Sc}]|[\p{L}µ°][\p{L}µ°%²³⁻¹/·^*\d-]{0,15}\.?)$/u;
const IN_FRONT =
  /^([+\u2212\u2013-]?)\s*(\p{Sc}|(?:US|A|C|R)\$|(?:Rs|kr)\.?|EUR|USD|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|CAD|AUD|BRL)\s*([+\u2212\u2013-]?[\d.,].*)$/u;
/** Words behind a number that make a date, a time, such as 6h30, a rank or a power of ten of it; and the steps of a path in SVG, such as L2. */
const NO_UNIT =
  /^((jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*|[ap]\.?m\.?|st|nd|rd|th|e\d+|x[\d^·*-]*|\p{L}\d{2,})$/iu;
const STEP = /^[A-Z]\d+$/;
/** Numbers with another base, as programs write them: `0x1F`, `0o17`, `0b101`. */
const OTHER_BASE = /^[+\u2212\u2013-]?0(x[\da-f]+|o[0-7]+|b[01]+)$/i;
const PLURAL = /(?<=\p{L}{3})s$/u;
const ABBREVIATED = /(?<=\p{L}{2})\.$/u;
const PREFIX = /^[pnuµμmcdkMGT](?=.)/;
/** Letters and words for powers of ten. */
const POWERS = new Map(
  Object.entries({
    ...{ k: 3, K: 3, M: 6, G: 9, B: 9, T: 12 },
    ...{ thousand: 3, tsd: 3, million: 6, mn: 6, mio: 6, billion: 9, bn: 9, mrd: 9 },
  }),
);
const powerOf = (unit: string): number | undefined =>
  POWERS.get(unit) ?? POWERS.get(unit.toLowerCase().replace(ABBREVIATED, '').replace(PLURAL, ''));
/** Letters that mean a unit or a power of ten where they stand alone. */
const SIZE_OR_UNIT = /^[KMGBT]$/;
const BETWEEN = ', ';

/** Whether what stands behind a column's numbers multiplies them, such as “k” or “K, M”, and is no unit. */
export function areSizes(unit: string): boolean {
  const sizes = unit.split(BETWEEN);
  return sizes.every((size) => powerOf(size) !== undefined) && !(sizes.length === 1 && SIZE_OR_UNIT.test(unit));
}

/** A cell such as `1.5 V`, `5%` or `$20`; undefined for any other. */
export function measureIn(cell: string): Measure | undefined {
  if (!/\d/.test(cell) || OTHER_BASE.test(cell)) return undefined;
  const behind = BEHIND.exec(cell);
  const inFront = behind ? undefined : IN_FRONT.exec(cell);
  const [number, unit] = behind ? behind.slice(1) : inFront ? [inFront[1] + inFront[3], inFront[2]] : ['', ''];
  if (
    unit === '' ||
    NO_UNIT.test(unit.replace(/\.$/, '')) ||
    STEP.test(unit) ||
    kindOf(cell) !== 'other' ||
    kindOf(number) !== 'number'
  )
    return undefined;
  return { number, unit };
}

/** The unit that most cells of a column have, if it is meant as numbers with one; of several words for powers of ten, all. */
export function unitOf(cells: readonly string[]): string {
  const units = cells.flatMap((cell) => measureIn(cell)?.unit ?? []);
  const unit = mostFrequent(units);
  if (unit === undefined || !units.every((other) => areOfOneKind(other, unit))) return '';
  if (!areMeantAsNumbers(cells, (cell) => measureIn(cell) !== undefined || kindOf(cell) !== 'other')) return '';
  const sizes = [...new Set(units)].join(BETWEEN);
  if (areSizes(sizes)) return sizes;
  return units.length >= cells.filter((cell) => kindOf(cell) === 'number').length ? unit : '';
}

/** The unit that most have; the first of those that are as frequent. */
function mostFrequent(units: readonly string[]): string | undefined {
  const times = (unit: string) => units.filter((other) => isSame(other, unit)).length;
  return units.reduce<string | undefined>((a, b) => (a === undefined || times(b) > times(a) ? b : a), undefined);
}

/** One year and two years are of the same unit. */
const isSame = (a: string, b: string): boolean => a === b || a.replace(PLURAL, '') === b.replace(PLURAL, '');

/** Of a column whose units differ, one of them in several cells, or of two cells: the first cell that has another. */
export function otherUnitIn(cells: readonly string[]): { row: number; trouble: Message } | undefined {
  const units = cells.map((cell) => measureIn(cell)?.unit);
  if (!units.every((unit) => unit !== undefined)) return undefined;
  const unit = mostFrequent(units) ?? '';
  const row = units.findIndex((other) => !isSame(other, unit));
  const isShared = units.length === 2 || units.indexOf(unit) !== units.lastIndexOf(unit);
  return row < 0 || !isShared ? undefined : { row, trouble: say('otherUnit', { cell: `“${cells[row]}”`, unit }) };
}

/** Whether two units are the same up to a prefix: V and mV, k and M. */
function areOfOneKind(a: string, b: string): boolean {
  const plain = (unit: string) => unit.replace(PREFIX, '');
  const areBothSizes = [a, b].every((unit) => powerOf(unit.toUpperCase()) !== undefined);
  return isSame(a, b) || a === plain(b) || plain(a) === b || plain(a) === plain(b) || areBothSizes;
}

/** The number of a cell in a column with a unit; NaN for anything else. */
export function measuredIn(cell: string, unit: string, format: NumberFormat): number {
  if (areSizes(unit)) return numberIn(withoutUnit(cell.trim(), unit), format);
  const measure = measureIn(cell.trim());
  return measure && isSame(measure.unit, unit) ? numberIn(measure.number, format) : NaN;
}

/** A cell without its unit; a power of ten is written behind the digits, so that nothing is rounded twice. */
export function withoutUnit(cell: string, unit: string): string {
  const measure = unit === '' ? undefined : measureIn(cell);
  if (!measure || !areSizes(unit)) return measure?.number ?? cell;
  const power = powerOf(measure.unit);
  return power === undefined ? cell : `${measure.number}e${power}`;
}

/** Why a cell is no number of a column with a unit; undefined where the unit is not to blame. */
export function unitTrouble(cell: string, unit: string): Message | undefined {
  const found = measureIn(cell)?.unit;
  if (found !== undefined && !isSame(found, unit)) return say('otherUnit', { cell: `“${cell}”`, unit });
  return found === undefined && kindOf(cell) === 'number' ? say('noUnit', { cell: `“${cell}”`, unit }) : undefined;
}

/**
 * Of each column: why its numbers cannot be read. Its unit stands in the column behind it, as in `500;mV` above `1.5;V`,
 * and changes; or it may be a power of ten, as in `293K`, which a blank or the column's name decides; or its signs are
 * letters or words.
 */
export function doubtsIn(
  rows: readonly { cells: string[]; lines: number }[],
  { numeric, units, keys }: Pick<Layout, 'numeric' | 'units' | 'keys'>,
): (Doubt | undefined)[] {
  return numeric.map((is, column) => {
    if (!is) return undefined;
    const at = ({ cells }: { cells: string[] }) => cells[column] ?? '';
    const unit = units[column];
    if (SIZE_OR_UNIT.test(unit) && !wordsIn(keys[column] ?? '').includes(unit)) {
      const tight = rows.find((row) => /[\d.,]\p{L}$/u.test(at(row)) && measureIn(at(row)));
      const power = (cell: string) => say('sizeOrUnit', { cell: `“${cell}”`, unit, power: 10 ** powerOf(unit)! });
      if (tight) return { trouble: power(at(tight)), lines: tight.lines };
    }
    const signed = isSign(unit, keys[column]) ? rows.find((row) => measureIn(at(row))?.unit === unit) : undefined;
    if (signed) return { trouble: say('sign', { cell: `“${at(signed)}”`, sign: unit }), lines: signed.lines };
    const beside = signBeside(rows, column, { numeric, keys });
    return beside ?? (numeric[column + 1] === false ? otherUnitBehind(rows, column) : undefined);
  });
}

/** The first number whose unit, in the next column, is not that of most others. */
function otherUnitBehind(rows: readonly { cells: string[]; lines: number }[], column: number): Doubt | undefined {
  const units = rows.map(({ cells }) => cells[column + 1] ?? '');
  const unit = mostFrequent(units) ?? '';
  const isUnit = (cell: string) => measureIn(`1 ${cell}`)?.unit === cell && areOfOneKind(cell, unit);
  const other = units.findIndex((cell) => !isSame(cell, unit));
  if (other < 0 || !units.every(isUnit)) return undefined;
  const { cells, lines } = rows[other];
  return { trouble: say('otherUnit', { cell: `“${cells[column]} ${units[other]}”`, unit }), lines };
}

/** Why a column cannot be read although its cells are numbers. */
export function doubtIn(layout: Layout, column: number): TableError | undefined {
  const doubt = layout.doubts[column];
  return doubt && errorAt(layout, doubt.lines, doubt.trouble);
}

/** The words of a column's name, its unit among them. */
export const wordsIn = (name: string): string[] => name.split(/[\s()[\]/_,;]+/);
