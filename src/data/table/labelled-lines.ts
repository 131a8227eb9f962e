import { inQuotes, textAt } from './cells';
import type { Message } from '../../messages';
import type { Delimiter, Reading } from './dialect';
import { tableMessages as say } from './messages';
import { errorInLine } from './table-error';
import { areSizes, measureIn } from './units';

const NUMBER = String.raw`[+\u2212\u2013-]?(?:\d+(?:[.,]\d+)?|\.\d+)(?:e[+-]?\d+)?`;
const UNIT = String.raw`[*°\ufffd]?[\p{L}µ%‰°][\p{L}µ%/²³°]{0,7}`;
/** A name, its number and perhaps a unit, as boards print them: `Temp: 21.5 C, Hum: 40`, `Sensor value = 512`. */
const FIELD = new RegExp(
  String.raw`\s*(\p{L}[^:=;|,\t]*?)\s*[:=]\s*(${NUMBER})(?:\s?(${UNIT})(?=\s*(?:[,;|]|$)|\s+\p{L}))?(?:\s*(?:([,;|])\s*|$)|(\t)\s*|\s+(?=\p{L}))`,
  'uyi',
);
/** Lines that come before, as where a board starts. */
const MOST_ABOVE = 8;
const HEAD_BYTES = 4000;
/** More than so many of the first lines are written alike; others are told. */
const LEAST_SHARE = 0.5;
const encoder = new TextEncoder();

interface Fields {
  names: string[];
  numbers: string[];
  /** What stands between them. */
  between: Delimiter;
  /** Why a number of it may mean another. */
  doubt?: Message;
}

/** Whether what stands behind a number is its unit, and neither multiplies it, as “k” does, nor makes a time or a date of it. */
function isUnit(number: string, unit: string, field: string): boolean {
  const measure = measureIn(`${number} ${unit.replace(/^[*\ufffd]/, '')}`);
  return measure !== undefined && !areSizes(unit) && !(/^[KMGBT]$/.test(unit) && field.includes(number + unit));
}

/**
 * The fields of a line that has nothing else.
 *
 * @param isDecimal whether a comma is surely a decimal sign
 */
function fieldsOf(line: string, isDecimal = false): Fields | undefined {
  const found: Fields = { names: [], numbers: [], between: ' ' };
  let unsure: string | undefined;
  for (FIELD.lastIndex = 0; FIELD.lastIndex < line.length;) {
    const match = FIELD.exec(line);
    if (!match) return undefined;
    const [, name, number, unit, sign, tab] = match;
    if (unit && !isUnit(number, unit, match[0]))
      found.doubt = say('noPlainUnit', { text: inQuotes(`${number} ${unit}`) });
    found.names.push(unit ? `${name} (${unit})` : name);
    found.numbers.push(number);
    if (sign ?? tab) found.between = (sign ?? tab) as Delimiter;
    if (number.includes(',') && !unit) unsure ??= number;
  }
  if (unsure !== undefined && !';|'.includes(found.between) && !isDecimal)
    found.doubt ??= say('commaOrColumns', { text: inQuotes(unsure) });
  return found.names.length > 0 ? found : undefined;
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** The last number of a name, such as the one of “Reading 1”. */
const COUNTER = /\d+(?=\D*$)/;
/** What names are some lines below those that count, `Reading 1` and `Reading 2`. */
const counted = (names: readonly string[], lines: number): string[] =>
  names.map((name) => name.replace(COUNTER, (number) => String(Number(number) + lines).padStart(number.length, '0')));

/** The fields of the first line of which others are written alike, which line it is, and whether the names count. */
function firstOf(head: Uint8Array): { fields: Fields; line: number; text: string; counts: boolean } | undefined {
  const lines = textAt(head, 0, Math.min(head.length, HEAD_BYTES)).split('\n').slice(0, -1);
  const all = lines.map((text) => fieldsOf(text.trim()));
  const line = all.findIndex((fields) => fields !== undefined);
  const fields = all[line];
  if (!fields || line > MOST_ABOVE) return undefined;
  const filled = [...all.keys()].filter((i) => i >= line && lines[i].trim() !== '');
  const { names } = fields;
  const second = all[filled[1]]?.names ?? [];
  const counts = !isSame(second, names) && isSame(second, counted(names, 1));
  const alike = filled.filter((i, place) => isSame(all[i]?.names ?? [], counts ? counted(names, place) : names)).length;
  return alike > 1 && alike > LEAST_SHARE * filled.length ? { fields, line, text: lines[line], counts } : undefined;
}

/** Whether each line of a text names its numbers, and all of them in the same words. */
export const isLabelled = (head: Uint8Array): boolean => firstOf(head) !== undefined;

/** Makes columns of such lines. */
export class LabelledLines {
  readonly reading: Reading;
  /** What the columns are called. */
  readonly names: string[];
  readonly #decoder = new TextDecoder();
  readonly #first: { fields: Fields; line: number; text: string; counts: boolean };
  #line = 0;
  #rows = 0;
  #open = '';

  /** @param said what a person says of the file */
  constructor(
    head: Uint8Array,
    private readonly said: Reading = {},
  ) {
    const { fields, counts } = (this.#first = firstOf(head)!);
    this.names = counts ? fields.names.map((name) => name.replace(COUNTER, '').trim()) : fields.names;
    const isDecimal = fields.between === ',' && fields.numbers.some((number) => number.includes(','));
    this.reading = { delimiter: this.names.length === 1 ? '' : isDecimal ? ' ' : fields.between };
  }

  /** The next piece, as far as its lines have ended. @throws {TableError} naming a line that is written otherwise */
  rows(piece: Uint8Array): Uint8Array {
    const lines = (this.#open + this.#decoder.decode(piece, { stream: true })).split('\n');
    this.#open = lines.pop()!;
    return encoder.encode(lines.map((line) => `${this.#row(line.trim())}\n`).join(''));
  }

  /** The last line, where nothing ends it. @throws {TableError} */
  rest(): Uint8Array {
    return encoder.encode(this.#row(this.#open.trim()));
  }

  #row(text: string): string {
    const line = this.#line++;
    if (text === '' || line < this.#first.line) return '';
    const fields = fieldsOf(text, this.said.decimal === ',');
    const first = this.#first;
    const { names } = first.fields;
    if (!fields || !isSame(fields.names, first.counts ? counted(names, this.#rows++) : names))
      throw errorInLine(line, say('otherwiseLabelled', { text: inQuotes(text), first: inQuotes(first.text) }));
    if (fields.doubt) throw errorInLine(line, fields.doubt, this.reading);
    return fields.numbers.join(this.reading.delimiter);
  }
}
