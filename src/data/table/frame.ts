import { textAt } from './cells';
import type { Reading } from './dialect';

/** A line that parts the header from the rows, or closes the table: `|---|:-:|`, `+----+----+`. */
const RULE = /^\s*(?=.*[-=])[|+][\s|+:=-]*$|^\s*:?[-=]{2,}:?(?:\s*[|+]\s*:?[-=]{2,}:?)+\s*$/;
/** The same without bars, above or below the names: `--- -----`; MATLAB's are as short as its names, `_ ____`. */
const DASHES = /^\s*(?:[-=_]{3,}(?:\s+[-=_]{3,})*|_+(?:\s+_+)+)\s*$/;
/** How consoles draw frames in Unicode, by the plain signs. */
const BOXES: readonly (readonly [RegExp, string])[] = [
  [/[─━═┄┅┈┉╌╍]/g, '-'],
  [/[│┃║┆┇┊┋╎╏]/g, '|'],
  [/[\u2500-\u257f]/g, '+'],
];
const BAR = 0x7c;
const PLUS = 0x2b;
const SPACE = 0x20;
const LINE_ENDS = [0x0a, 0x0d];

/** So much of a text is looked at to see its frame. */
const MOST_BYTES = 4000;
const encoder = new TextEncoder();

/** A text without the frames that are drawn in Unicode. */
function unboxed(text: string): string {
  return BOXES.reduce((plain, [signs, sign]) => plain.replace(signs, sign), text);
}

/** The first lines of a table: where each begins and ends. */
function firstLines(head: Uint8Array): { from: number; to: number; text: string }[] {
  const text = unboxed(textAt(head, 0, Math.min(head.length, MOST_BYTES)));
  let from = 0;
  return text
    .split(/(?<=\n|\r(?!\n))/)
    .slice(0, 8)
    .map((line) => ({ from, to: (from += encoder.encode(line).length), text: line.replace(/^\ufeff/, '') }));
}

/** The first lines that are rules. */
function rulesIn(head: Uint8Array): { from: number; to: number; text: string }[] {
  const lines = firstLines(head).filter(({ text }) => text.trim() !== '');
  const isBelowNames = (i: number) =>
    i === 0 || (i === 1 && /\p{L}/u.test(lines[0].text)) || DASHES.test(lines[0].text);
  return lines.filter(({ text }, i) => RULE.test(text) || (DASHES.test(text) && isBelowNames(i)));
}

/** Whether a text begins as a table with rules, as in Markdown or on a console. */
export function isFramed(head: Uint8Array): boolean {
  const lines = firstLines(head).filter(({ text }) => text.trim() !== '');
  const beginning = lines.slice(0, 2).map(({ text }) => text);
  const [rule] = rulesIn(head);
  return lines.length > 1 && rule !== undefined && beginning.includes(rule.text);
}

/** Takes away the frame that is pasted with a table: rules become blank lines, the bar in front of a row a blank. */
export class Frame {
  readonly reading: Reading;
  /** Where the rules are at the beginning; later ones begin with a plus sign. */
  readonly #rules: { from: number; to: number }[];
  readonly #decoder: TextDecoder | undefined;
  #at: number;
  #isLineBegun = false;
  #isRule = false;

  constructor(head: Uint8Array) {
    const lines = firstLines(head);
    this.#rules = rulesIn(head);
    this.reading = lines.some(({ text }) => /[|+]/.test(text)) ? { delimiter: '|' } : {};
    const isBoxed = /[\u2500-\u257f]/.test(textAt(head, 0, Math.min(head.length, MOST_BYTES)));
    if (isBoxed) this.#decoder = new TextDecoder();
    // The places are those behind a byte order mark.
    this.#at = head[0] === 0xef && head[1] === 0xbb && !isBoxed ? -3 : 0;
  }

  /** The next piece. */
  rows(piece: Uint8Array): Uint8Array {
    const decoder = this.#decoder;
    const plain = decoder ? encoder.encode(unboxed(decoder.decode(piece, { stream: true }))) : piece;
    return plain.map((byte) => {
      const at = this.#at++;
      if (LINE_ENDS.includes(byte)) {
        this.#isLineBegun = this.#isRule = false;
        return byte;
      }
      if (this.#isRule || this.#rules.some(({ from, to }) => at >= from && at < to)) return SPACE;
      if (this.#isLineBegun || byte <= SPACE || at < 0) return byte;
      this.#isLineBegun = true;
      this.#isRule = byte === PLUS;
      return byte === BAR || this.#isRule ? SPACE : byte;
    });
  }
}
