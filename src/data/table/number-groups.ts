import { inQuotes, textAt } from './cells';
import { delimiterOf, type Delimiter, type Reading } from './dialect';
import { tableMessages as say } from './messages';
import { kindOf, numberIn } from './number-text';
import { TableError } from './table-error';

const SIGN = String.raw`[+\u2212\u2013-]?`;
const POWER = String.raw`(?:e[+-]?\d+)?`;
const WITH_EITHER = String.raw`${SIGN}(?:\d+(?:[.,]\d*)?|[.,]\d+)${POWER}`;
/** Where a comma parts two: `05` and `-0` would stand behind and before a decimal sign. */
const WITH_POINT = String.raw`(?![+\u2212\u2013-]0(?![.\d]))${SIGN}(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)${POWER}`;

/** How points and other groups of numbers are written, several in a line. */
interface Form {
  /** What parts the numbers of a group, and what the groups. */
  within: Delimiter;
  between: Delimiter;
  line: RegExp;
}

const partedBy = (sign: string): string => (sign === ' ' ? '[ \\t]+' : `[ \\t]*${sign}[ \\t]*`);

/** `1,2.5 2,3.5`, `1,2; 2,3.5`, `1;2,5 2;3,5`, `1 2.5, 2 3.5` and `0 1; 1 3` */
const FORMS: readonly Form[] = (
  [
    [',', ' '],
    [',', ';'],
    [';', ' '],
    [' ', ','],
    [' ', ';'],
  ] as const
).map(([within, between]) => {
  const number = within === ',' || between === ',' ? WITH_POINT : WITH_EITHER;
  // Between blanks, a group has none.
  const group = `${number}(?:${between === ' ' ? within : partedBy(within)}${number})+`;
  const parts = between === ' ' ? ' +' : partedBy(between);
  return { within, between, line: new RegExp(`^${group}(?:${parts}${group})*(?:${parts})?$`, 'i') };
});

/** What stands around the points of a line: in geographers' texts, and in SVG. */
const AROUND = /^\s*(?:(?:LINESTRING|MULTIPOINT|POLYGON)\s*\(+([^()]*)\)+|points\s*=\s*["']([^"']*)["'])\s*;?\s*$/i;

interface Found extends Form {
  lines: string[];
}

/**
 * How a text is written in which each line is groups of numbers and nothing else.
 *
 * @param said what a person says of it
 * @param arePoints whether numbers come in pairs: then what may be pairs is asked about
 * @param isCut whether the text goes on
 * @throws {TableError} where groups may as well be numbers, with a decimal comma or blanks between thousands
 */
function formIn(head: Uint8Array, said: Reading = {}, arePoints = false, isCut = false): Found | undefined {
  const text = isCut ? wholeGroups(textAt(head, 0, head.length)) : textAt(head, 0, head.length);
  const around = AROUND.exec(text);
  const lines = (around?.[1] ?? around?.[2] ?? text)
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^[#%].*/, '').trim());
  const filled = lines.filter(Boolean);
  const isParted = ({ between }: Form) =>
    filled.some((line) => line.includes(between) && (between !== ' ' || partsOf(line, between).length > 1));
  const form = FORMS.find((one) => filled.length > 0 && filled.every((line) => one.line.test(line)) && isParted(one));
  if (!form) return undefined;
  const { within, between } = form;
  if ((said.delimiter ?? within) !== within || (said.decimal === ',' && [within, between].includes(',')))
    return undefined;
  const areNumbers = (delimiter: Delimiter) =>
    filled.every((line) => partsOf(line, delimiter).every((cell) => isNumber(cell, said)));
  const isTable = !around && said.delimiter === undefined && areNumbers(between);
  // Blanks part thousands beside semicolons, and columns beside decimal commas.
  if (!isTable) return around || within === ',' || !areNumbers(within) ? { ...form, lines } : undefined;
  // Signs that part columns do so in lines; in a single one, as blanks in any, they may part points.
  if (arePoints && (filled.length === 1 || between === ' ')) {
    const names = { within: say(delimiterOf(within).name), between: say(delimiterOf(between).name) };
    const text = inQuotes(partsOf(filled[0], between)[0]);
    throw new TableError(say('pointOrNumber', { text, ...names }), { delimiter: between });
  }
  return undefined;
}

/** A text up to its last whole line, or the last blank of its only one. */
const wholeGroups = (text: string): string => /^[^]*[\r\n]/.exec(text)?.[0] ?? /^.*\s/.exec(text)?.[0] ?? '';

const partsOf = (line: string, sign: string): string[] => line.split(new RegExp(partedBy(sign))).filter(Boolean);

/** Whether a cell is a number where the decimal sign is what a person says, or any. */
function isNumber(cell: string, { decimal }: Reading): boolean {
  const is = decimal ? !Number.isNaN(numberIn(cell, { decimal, groups: true })) : kindOf(cell) === 'number';
  return is && !/[,;]$/.test(cell);
}

/** Makes a line of each group of numbers. */
export class NumberGroups {
  readonly reading: Reading;
  readonly #rows: string;
  /** How many lines come before each group. */
  readonly #lines: readonly number[];

  /** @throws {TableError} where a group has more numbers than another */
  private constructor({ within, between, lines }: Found) {
    this.reading = [within, between].includes(',') ? { delimiter: within, decimal: '.' } : { delimiter: within };
    const placed = lines.flatMap((line, at) => partsOf(line, between).map((group) => ({ group, at })));
    this.#lines = placed.map(({ at }) => at);
    const groups = placed.map(({ group }) => group);
    const sizes = groups.map((group) => partsOf(group, within).length);
    const other = sizes.findIndex((size) => size !== sizes[0]);
    if (other > 0) {
      const texts = { name: inQuotes(groups[0]), other: inQuotes(groups[other]) };
      throw new TableError(say('otherLength', { ...texts, count: sizes[0], others: sizes[other] }));
    }
    this.#rows = `${groups.join('\n')}\n`;
  }

  /** Of a text that is groups of numbers; the parameters are those of `formIn`. */
  static in(head: Uint8Array, said?: Reading, arePoints?: boolean): NumberGroups | undefined {
    const form = formIn(head, said, arePoints);
    return form && new NumberGroups(form);
  }

  /** The same of a text that goes on. */
  static begins(head: Uint8Array, said?: Reading, arePoints?: boolean): boolean {
    return formIn(head, said, arePoints, true) !== undefined;
  }

  linesBefore(row: number): number {
    return this.#lines[row] ?? row;
  }

  /** All of the text. */
  rows(): Uint8Array {
    return new TextEncoder().encode(this.#rows);
  }
}
