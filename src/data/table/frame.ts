import { textAt } from './cells';
import type { Reading } from './dialect';

/** A line that parts the header from the rows, or closes the table: `|---|:-:|`, `+----+----+`. */
const RULE = /^\s*(?=.*[-=])[|+][\s|+:=-]*$|^\s*:?[-=]{2,}:?(?:\s*[|+]\s*:?[-=]{2,}:?)+\s*$/;
const BAR = 0x7c;
const PLUS = 0x2b;
const PARENTHESIS = 0x28;
const SPACE = 0x20;
const LINE_ENDS = [0x0a, 0x0d];

/** The first lines of a table: where each begins and ends. */
function firstLines(head: Uint8Array): { from: number; to: number; text: string }[] {
  const text = textAt(head, 0, Math.min(head.length, 2000));
  const encoder = new TextEncoder();
  let from = 0;
  return text
    .split(/(?<=\n|\r(?!\n))/)
    .slice(0, 4)
    .map((line) => ({ from, to: (from += encoder.encode(line).length), text: line.replace(/^\ufeff/, '') }));
}

/** Whether a text begins as a table in bars, as in Markdown or on a console. */
export function isFramed(head: Uint8Array): boolean {
  const lines = firstLines(head).filter(({ text }) => text.trim() !== '');
  return lines.length > 1 && lines.slice(0, 2).some(({ text }) => RULE.test(text)) && /[|+]/.test(lines[0].text);
}

/** Takes away the frame that is pasted with a table: rules become blank lines, the bar in front of a row a blank. */
export class Frame {
  readonly reading: Reading = { delimiter: '|' };
  /** Where the rules are at the beginning; later ones begin with a plus sign. */
  readonly #rules: { from: number; to: number }[];
  #at = 0;
  #isLineBegun = false;
  #isRule = false;

  constructor(head: Uint8Array) {
    this.#rules = firstLines(head).filter(({ text }) => RULE.test(text));
  }

  /** The next piece, as long as before. */
  rows(piece: Uint8Array): Uint8Array {
    return piece.map((byte) => {
      const at = this.#at++;
      if (LINE_ENDS.includes(byte)) {
        this.#isLineBegun = this.#isRule = false;
        return byte;
      }
      if (this.#isRule || this.#rules.some(({ from, to }) => at >= from && at < to)) return SPACE;
      if (this.#isLineBegun || byte <= SPACE) return byte;
      this.#isLineBegun = true;
      // A console closes with `(2 rows)`.
      this.#isRule = byte === PLUS || byte === PARENTHESIS;
      return byte === BAR || this.#isRule ? SPACE : byte;
    });
  }
}
