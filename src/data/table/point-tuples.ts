import { textAt } from './cells';
import type { Delimiter, Reading } from './dialect';

const NAME = String.raw`(?:\p{L}[\p{L}\d_'′{}₀-₉]{0,9}\s*[=:]?\s*)`;
const tuple = (sign: string, number: string) =>
  new RegExp(String.raw`(${NAME})?\(\s*(${number}(?:\s*${sign}\s*${number}){1,2})\s*\)`, 'giu');
const SIGN = String.raw`[+\u2212\u2013-]?`;
const POWER = String.raw`(?:e[+-]?\d+)?`;
const WITH_POINT = String.raw`${SIGN}(?:\d+\.?\d*|\.\d+)${POWER}`;
const WITH_EITHER = String.raw`${SIGN}(?:\d+[.,]?\d*|[.,]\d+)${POWER}`;
/** Points by what parts their numbers: `A = (1, 2.5)`, `(1; 2,5)`, `B(1|2,5)`. */
const TUPLES: readonly (readonly [Delimiter, RegExp])[] = [
  [',', tuple(',', WITH_POINT)],
  [';', tuple(';', WITH_EITHER)],
  ['|', tuple(String.raw`\|`, WITH_EITHER)],
];

/** What parts the numbers of each point, where a text is points in parentheses that nothing else can be. */
function signIn(head: Uint8Array, isCut = false): Delimiter | undefined {
  const all = textAt(head, 0, head.length);
  const text = isCut ? all.slice(0, all.lastIndexOf(')') + 1) : all;
  const found = TUPLES.find(([, pattern]) => /^[\s,;]*$/.test(text.replace(pattern, '')) && text.trim() !== '');
  if (!found) return undefined;
  const [sign, pattern] = found;
  const points = [...text.matchAll(pattern)];
  const lines = text.trim().split(/[\r\n]+/).length;
  // `(1,5)` in a line of its own may be a negative number, as bookkeepers write it.
  const areSure = sign !== ',' || points.every(([, name]) => name) || points.length > lines;
  return points.length > 1 && areSure ? sign : undefined;
}

/** @param isCut whether the text goes on */
export const arePointTuples = (head: Uint8Array, isCut = false): boolean => signIn(head, isCut) !== undefined;

/** Makes a line of each point, without its name and parentheses. */
export class PointTuples {
  readonly reading: Reading;
  readonly #pattern: RegExp;
  /** How many lines come before each row. */
  #lines: number[] = [];

  constructor(head: Uint8Array) {
    const sign = signIn(head)!;
    this.#pattern = TUPLES.find(([other]) => other === sign)![1];
    this.reading = sign === ',' ? { delimiter: sign, decimal: '.' } : { delimiter: sign };
  }

  /** All of the text. */
  rows(piece: Uint8Array): Uint8Array {
    const text = textAt(piece, 0, piece.length);
    const rows = text.split('\n').flatMap((line, at) => {
      const points = [...line.matchAll(this.#pattern)].map(([, , numbers]) => numbers);
      return (points.length > 0 ? points : ['']).map((numbers) => ({ numbers, at }));
    });
    this.#lines = rows.map(({ at }) => at);
    return new TextEncoder().encode(rows.map(({ numbers }) => numbers).join('\n'));
  }

  linesBefore(row: number): number {
    return this.#lines[row] ?? row;
  }
}
