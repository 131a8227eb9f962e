import { inQuotes, textAt } from './cells';
import type { Reading } from './dialect';
import { tableMessages as say } from './messages';
import { kindOf } from './number-text';
import { lineEnd } from './row-scanner';
import { TableError } from './table-error';

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
/** What may stand before a list: its name, or how a console or a program announces it. */
const NAME =
  /^\s*(?:[\w.*[\] ]{1,60}(?:=|<-)\s*|Out\[\d+\]:\s*|Parameter containing:\s*)?(?:(?:\w+Array)?\(\d+\)\s*(?=\[))?/;
/** A list of two numbers or more as it is written in Python, JavaScript, R, MATLAB, C and JSON; or, of JSON, one with names. */
const LIST = new RegExp(
  String.raw`^(?:(?:new )?(?:[\w.]+\.)?(?:\w*array|tensor|list|vector|rbind|c) ?\(\s*)*(?:c\(\s*|[[{(]\s*)*` +
    String.raw`(?:(?<=[[{(]\s*)"?(?:${NUMBER}[fl]?|nan|null|none)"?(?:\s*[,;]|\s+["\d.+-]|(?<=[[{(]\s*[[{(][^[{(]*)\s*[\])}])|(?<=\{\s*)"[^"]*"\s*:)`,
  'i',
);
/** Numbers of C that say their type, as `0.5f`. */
const SUFFIXED = new RegExp(String.raw`\{\s*${NUMBER}[fl]\s*[,}]`, 'i');
/** What R prints: the number of a line's first element, and numbers; of a matrix, those of the columns and the rows. */
const PRINTED = new RegExp(
  String.raw`^\s*(?:(\[,1\])(?:\s+\[,\d+\])*\s+\[1,\]|\[1\])(?:[ \t]+${NUMBER})+\s*(?:[\r\n]|$)`,
  'i',
);
/** One row in parentheses, which bookkeepers write for a minus. */
const PARENTHESES = /^\s*(\(([^()]*)\))\s*(?:[\r\n,;\t]|$)/;
/** What may stand after the numbers and changes none of them. */
const OPTION = /^(dtype|device|requires_grad|grad_fn|copy)\s*=[\w\s.'"<>:]+$/;
/** So many bytes of what is refused are told, if its line has as many. */
const MOST_QUOTED = 80;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const SEPARATORS = [0x2c, 0x3b];

/** Whether a text begins as a list in brackets. */
export function isBracketed(head: Uint8Array): boolean {
  const text = beginning(head);
  const alone = PARENTHESES.exec(text);
  if (alone && kindOf(alone[2]) === 'number') throw new TableError(say('parentheses', { text: inQuotes(alone[1]) }));
  return LIST.test(text.replace(NAME, '')) || PRINTED.test(text);
}

const beginning = (head: Uint8Array) => textAt(head, 0, Math.min(head.length, 400));

/** Takes away the brackets that people paste with their numbers: each innermost pair becomes a line. */
export class Brackets {
  #hasCommas = false;
  #hasSemicolons = false;
  /** Whether blanks follow commas. */
  #isLoose = false;
  #last = '';
  /** What came before the last letter. */
  #before = '';
  /** How many of the first bytes belong to the list's name. */
  #name: number;
  #depth = 0;
  #hasBegun = false;
  /** Whether there are numbers in the row that is open. */
  #isFilled = false;
  /** Between two rows, where only an option may stand. */
  #isBetween = false;
  #option = '';
  readonly #isPrinted: boolean;
  /** Of what is printed: whether its lines are rows. */
  readonly #isMatrix: boolean;
  readonly #hasSuffixes: boolean;

  constructor(head: Uint8Array) {
    const text = beginning(head);
    const printed = PRINTED.exec(text);
    this.#isPrinted = printed !== null;
    this.#isMatrix = printed?.[1] !== undefined;
    this.#hasSuffixes = SUFFIXED.test(text);
    const isMarked = head[0] === 0xef;
    this.#name = NAME.exec(text)![0].length + (isMarked ? 3 : 0);
  }

  /** Where nothing but commas has divided so far, these are no decimal signs. */
  get reading(): Reading {
    return this.#hasCommas && !this.#hasSemicolons && !this.#isLoose ? { delimiter: ',' } : {};
  }

  /** The next piece, as long as before. @throws {TableError} naming what is no row */
  rows(piece: Uint8Array): Uint8Array {
    return piece.map((byte, i) => {
      if (this.#name > 0) return this.#name-- && SPACE;
      const next = this.#next(byte, piece, i);
      this.#before = this.#last;
      this.#last = String.fromCharCode(byte);
      return next;
    });
  }

  /** @throws {TableError} where a bracket is open */
  end(): void {
    if (this.#depth > 0) throw new TableError(say('openBracket'));
  }

  #next(byte: number, piece: Uint8Array, at: number): number {
    const letter = String.fromCharCode(byte);
    const isBlank = byte <= SPACE;
    if ('[({'.includes(letter)) {
      if (this.#isFilled && !this.#isPrinted) this.#refuse(piece, at);
      this.#hasBegun = true;
      this.#isBetween = false;
      this.#depth++;
      return SPACE;
    }
    if ('])}'.includes(letter)) {
      if (--this.#depth < 0) this.#refuse(piece, at);
      const isFirst = this.#isPrinted && !this.#isMatrix && this.#before + this.#last === '[1';
      if (isFirst && this.#isFilled) this.#refuse(piece, at - 2);
      this.#endOption(piece, at);
      if (this.#isPrinted || !this.#isFilled) return SPACE;
      this.#isFilled = false;
      this.#isBetween = true;
      return LINE_FEED;
    }
    if (letter === '.' && this.#last === '.') throw new TableError(say('elided'));
    // R counts the elements in brackets; the numbers are outside.
    if (this.#isPrinted) {
      // Further columns of a wide matrix come below the first ones.
      if (letter === ',' && this.#last === '[' && this.#isFilled) this.#refuse(piece, at - 1);
      if (isBlank && this.#isMatrix) return byte;
      if (this.#depth > 0 || isBlank) return SPACE;
      this.#isFilled = true;
      return byte;
    }
    if (isBlank && this.#last === ',' && this.#isFilled) this.#isLoose = true;
    if (isBlank && this.#option === '') return this.#depth > 0 ? SPACE : byte;
    if (!this.#hasBegun) return SPACE;
    if (this.#isBetween || this.#depth === 0) {
      if (SEPARATORS.includes(byte)) this.#endOption(piece, at);
      else if (this.#depth === 0) this.#refuse(piece, at);
      else this.#option += letter;
      return SPACE;
    }
    if (this.#hasSuffixes && /[fl]/i.test(letter) && /[\d.]/.test(this.#last)) return SPACE;
    if (letter === ':') throw new TableError(say('namedNumbers'));
    if (letter === ',') this.#hasCommas = true;
    if (letter === ';') {
      this.#hasSemicolons = true;
      this.#isFilled = false;
      return LINE_FEED;
    }
    this.#isFilled = true;
    return byte;
  }

  #endOption(piece: Uint8Array, at: number): void {
    if (this.#option !== '' && !OPTION.test(this.#option)) this.#refuse(piece, at - this.#option.length);
    this.#option = '';
  }

  #refuse(piece: Uint8Array, at: number): never {
    const from = Math.max(0, at);
    throw new TableError(
      say('brackets', { text: inQuotes(textAt(piece, from, Math.min(lineEnd(piece, from), from + MOST_QUOTED))) }),
    );
  }
}
