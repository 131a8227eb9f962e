import type { Message } from '../../messages';
import type { Layout, NumberFormat, OtherUnit } from './dialect';
import { tableMessages as say } from './messages';
import { kindOf, numberIn } from './number-text';
import { errorInLine, type TableError } from './table-error';

/** A number, and the unit behind it or the currency in front of it. */
export interface Measure {
  number: string;
  unit: string;
}

const BEHIND = /^([+\u2212-]?[\d.,].*?)\s*([%‰°$€£¥]|[\p{L}µ°][\p{L}µ°%²³⁻¹/·^*\d-]{0,15})$/u;
const IN_FRONT =
  /^([+\u2212-]?)\s*([$€£¥]|(?:US|A|C|R)\$|EUR|USD|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|CAD|AUD|BRL)\s*([\d.,].*)$/;
/** Words behind a number that make a date, a time or a rank of it. */
const NO_UNIT = /^((jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*|[ap]\.?m\.?|st|nd|rd|th|x)$/iu;
const PLURAL = /(?<=\p{L}{3})s$/u;
const PREFIX = /^[pnuµμmcdkMGT](?=.)/;
/** Words for powers of ten. */
const SIZE = /^(k|m|b|g|t|mn|bn|mio|mrd|thousand|million|billion)$/i;

/** A cell such as `1.5 V`, `5%` or `$20`; undefined for any other. */
export function measureIn(cell: string): Measure | undefined {
  if (!/\d/.test(cell)) return undefined;
  const behind = BEHIND.exec(cell);
  const inFront = behind ? undefined : IN_FRONT.exec(cell);
  const [number, unit] = behind ? behind.slice(1) : inFront ? [inFront[1] + inFront[3], inFront[2]] : ['', ''];
  if (unit === '' || NO_UNIT.test(unit) || kindOf(cell) !== 'other' || kindOf(number) !== 'number') return undefined;
  return { number, unit };
}

/**
 * The unit of a column: that of most cells, where all cells are numbers with this one or with one of another size.
 *
 * @param cells those in which no header is left
 * @param all the same with those before them, which count where they are numbers
 */
export function unitOf(cells: readonly string[], all: readonly string[] = cells): string {
  const filled = cells.filter((cell) => kindOf(cell) !== 'gap');
  const unit = mostFrequent(filled.flatMap((cell) => measureIn(cell)?.unit ?? []));
  if (unit === undefined) return '';
  const isOne = (cell: string) => {
    const found = measureIn(cell)?.unit;
    return found === undefined ? ['number', 'notFinite'].includes(kindOf(cell)) : areOfOneKind(found, unit);
  };
  const measured = all.filter(measureIn).length;
  const plain = all.filter((cell) => kindOf(cell) === 'number').length;
  return filled.every(isOne) && measured >= plain ? unit : '';
}

/** The unit that most have; the first of those that are as frequent. */
function mostFrequent(units: readonly string[]): string | undefined {
  const times = (unit: string) => units.filter((other) => isSame(other, unit)).length;
  return units.reduce<string | undefined>((a, b) => (a === undefined || times(b) > times(a) ? b : a), undefined);
}

/** One year and two years are of the same unit. */
const isSame = (a: string, b: string): boolean => a === b || a.replace(PLURAL, '') === b.replace(PLURAL, '');

/** Whether two units are the same up to a prefix: V and mV, k and M. */
function areOfOneKind(a: string, b: string): boolean {
  const plain = (unit: string) => unit.replace(PREFIX, '');
  return isSame(a, b) || a === plain(b) || plain(a) === b || plain(a) === plain(b) || (SIZE.test(a) && SIZE.test(b));
}

/** The number of a cell in a column with a unit; NaN for anything else. */
export function measuredIn(cell: string, unit: string, format: NumberFormat): number {
  const measure = measureIn(cell.trim());
  return measure && isSame(measure.unit, unit) ? numberIn(measure.number, format) : NaN;
}

/** Why a cell is no number of a column with a unit; undefined where the unit is not to blame. */
export function unitTrouble(cell: string, unit: string): Message | undefined {
  const found = measureIn(cell)?.unit;
  if (found !== undefined && !isSame(found, unit)) return say('otherUnit', { cell: `“${cell}”`, unit });
  return found === undefined && kindOf(cell) === 'number' ? say('noUnit', { cell: `“${cell}”`, unit }) : undefined;
}

/** Of each column whose unit stands in the one behind it, as in `500;mV` above `1.5;V`: the first with another unit. */
export function otherUnitsIn(
  rows: readonly { cells: string[]; lines: number }[],
  numeric: readonly boolean[],
): (OtherUnit | undefined)[] {
  return numeric.map((is, column) => {
    if (!is || numeric[column + 1] !== false) return undefined;
    const units = rows.map(({ cells }) => cells[column + 1] ?? '');
    const unit = mostFrequent(units) ?? '';
    const isUnit = (cell: string) => measureIn(`1 ${cell}`)?.unit === cell && areOfOneKind(cell, unit);
    const other = units.findIndex((cell) => !isSame(cell, unit));
    if (other < 0 || !units.every(isUnit)) return undefined;
    const { cells, lines } = rows[other];
    return { cell: `${cells[column]} ${units[other]}`, unit, lines };
  });
}

/** Why a column cannot be read whose unit stands in the next one, and changes. */
export function otherUnitIn({ otherUnits }: Layout, column: number): TableError | undefined {
  const other = otherUnits[column];
  if (!other) return undefined;
  return errorInLine(other.lines, say('otherUnit', { cell: `“${other.cell}”`, unit: other.unit }));
}
