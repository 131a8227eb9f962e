import { FormulaError } from './error';
import { FUNCTIONS, functionCalled } from './functions';
import { formulaMessages as say } from './messages';
import { asked, short, unreadable } from './quoted';
import type { Message } from '../messages';

/** Thousands may be parted by a thin blank, as the lab writes them, or as programs do; a minus may be a typesetter's. */
const NUMBER = /(?:\d{1,3}(?:[\u202f\u2009_]\d{3})+(?!\d)|\d+)?(?:(?<=\d)\.?\d*|\.\d+)(?:[eE][+\-−–]?\d+)?/y;
/** TeX has braces around a comma. */
const COMMA = '(?:,|\\{,\\})';
const DECIMAL_COMMA = new RegExp(`\\d+${COMMA}\\d+(?:[eE][+\\-−–]?\\d+)?`, 'y');
/** Thousands parted where it can be nothing else: 1,234.5 and 1.234,5 and 1.000.000, 1'000 and 1 000. */
const GROUPED = new RegExp(
  `[1-9]\\d{0,2}(?:(?:${COMMA}\\d{3})+\\.\\d+|(?:\\.\\d{3})+${COMMA}\\d+|(?:${COMMA}\\d{3}){2,}|(?:\\.\\d{3}){2,}|(?:(?:['’]\\d{3})+|(?: \\d{3})+)(?:[.,]\\d+)?)(?!\\{?[.,]?\\}?\\d)`,
  'y',
);
/** Digits in another style, of which several are one number. */
const STYLED = /[\u{1d7ce}-\u{1d7ff}]+/uy;
/** Functions that other programs give a second argument: a logarithm its base, softplus its sharpness. */
const WITH_MORE: Partial<Record<string, (argument: string, more: string) => string>> = {
  log: (argument, base) => `log(${argument})/log(${base})`,
  softplus: (argument, beta) => `softplus(${beta}*(${argument}))/${beta}`,
};
/** 1.500 beside 2,5 is no number below 2. */
const DOTTED_THOUSANDS = /^[1-9]\d{0,2}\.\d{3}$/;
/** 1,000 is a thousand or one. */
const IN_DOUBT = /^[1-9]\d{0,2},\d{3}$/;

/** What stands in front of the innermost open parenthesis, and where that is. */
export interface Opened {
  name: string;
  position: number;
}

/** A number as it stands in a formula, and in plain digits. */
export interface Numeral {
  typed: string;
  plain: string;
}

/** Reads the numbers of a formula, in which commas may be decimal ones. */
export class Numerals {
  #hasDecimalComma = false;
  #thousands: { number: string; position: number } | undefined;

  /** @param hasSemicolons whether semicolons part arguments, so that no comma does */
  constructor(
    private readonly text: string,
    private readonly notes: Message[],
    private readonly hasSemicolons: boolean,
  ) {}

  /**
   * The number at a place, if there is one.
   * @param isBound whether it is an exponent or an argument without parentheses, which a blank may end
   * @throws {FormulaError} for one that is too large or too small, or can be two numbers
   */
  at(position: number, within: Opened | undefined, isBound = false): Numeral | undefined {
    const found = this.#grouped(position, within, isBound) ?? this.#styled(position) ?? this.#usual(position, within);
    if (!found) return undefined;
    const { typed } = found;
    const plain = found.plain
      .replace(/[\u202f\u2009_]/g, '')
      .replace(/[−–]/, '-')
      .replace(/\{?,\}?/, '.');
    if (plain === '.') throw unreadable(this.text, position, typed);
    // Nothing of it is left.
    const isLost = Number(plain) === 0 && /[1-9]/.test(plain.replace(/e.*/i, ''));
    if (isLost || !Number.isFinite(Number(plain))) {
      const values = { number: short(typed), place: position + 1 };
      const message = isLost ? say('tooSmallNumber', values) : say('tooLargeNumber', values);
      throw new FormulaError(message, this.text, position, typed.length);
    }
    if (DOTTED_THOUSANDS.test(typed)) this.#thousands ??= { number: plain, position };
    return { typed, plain };
  }

  /** @throws {FormulaError} where one number has a decimal comma and another a point that may part thousands */
  finish(): void {
    if (!this.#hasDecimalComma || !this.#thousands) return;
    const { position, number } = this.#thousands;
    this.#refuse(number, position, number.replace('.', ''), String(Number(number)));
  }

  #match(pattern: RegExp, position: number): string | undefined {
    pattern.lastIndex = position;
    return pattern.exec(this.text)?.[0];
  }

  #usual(position: number, within: Opened | undefined): Numeral | undefined {
    const typed = this.#withComma(position, within) ?? this.#match(NUMBER, position);
    return typed ? { typed, plain: typed } : undefined;
  }

  #styled(position: number): Numeral | undefined {
    const typed = this.#match(STYLED, position);
    return typed ? { typed, plain: typed.normalize('NFKC') } : undefined;
  }

  /** A comma between digits: a decimal one, but where it parts the arguments of a function. */
  #withComma(position: number, within: Opened | undefined): string | undefined {
    const piece = this.#match(DECIMAL_COMMA, position);
    if (piece === undefined) return undefined;
    const isSure = piece.includes('{') || this.hasSemicolons;
    if (!isSure && takesSeveral(within)) {
      // max(0,1.5x) has no decimal comma, but 1,234.5 may be one number.
      const decimals = /^\.\d+/.exec(this.text.slice(position + piece.length))?.[0] ?? '';
      const whole = piece + decimals;
      const said = { text: whole, first: whole.replace(',', ' and '), second: whole.replace(',', decimals ? '' : '.') };
      if (!decimals || IN_DOUBT.test(piece)) this.notes.push(say('readAs', said));
      return undefined;
    }
    if (!isSure) this.#refuseMore(piece, position, within);
    const [whole, decimals] = piece.split(/\{?,\}?/);
    if (IN_DOUBT.test(`${whole},${decimals}`)) this.#refuse(piece, position, whole + decimals, `${whole}.${decimals}`);
    this.#hasDecimalComma = true;
    return piece;
  }

  /** 1,234.5 and 1 000 are one number, but where a comma parts arguments or a blank ends one. */
  #grouped(position: number, within: Opened | undefined, isBound: boolean): Numeral | undefined {
    const typed = this.#match(GROUPED, position);
    if (!typed || (typed.includes(' ') && isBound) || (typed.includes(',') && takesSeveral(within))) return undefined;
    const [, decimals] = /(\d+)$/.exec(typed)!;
    const isWhole = new Set(typed.replace(/[\d{}]/g, '')).size === 1;
    const digits = typed.replace(/\D/g, '');
    const plain = isWhole ? digits : `${digits.slice(0, -decimals.length)}.${decimals}`;
    this.notes.push(say('readPlainly', { text: short(typed), first: short(plain) }));
    this.#hasDecimalComma ||= /,\}?\d+$/.test(typed) && !isWhole;
    return { typed, plain };
  }

  /** log(x+1,2): a number that ends what is in a function's parentheses may be another argument. */
  #refuseMore(piece: string, position: number, within: Opened | undefined): void {
    const called = within && functionCalled(within.name);
    const more = called && WITH_MORE[called];
    if (!more || !/^\s*\)/.test(this.text.slice(position + piece.length))) return;
    const [whole, decimals] = piece.split(',');
    const before = this.text.slice(within.position + 1, position);
    const call = `${within.name}(${before}${piece})`;
    const from = this.text.lastIndexOf(within.name, within.position);
    this.#refuse(
      from < 0 ? piece : call,
      from < 0 ? position : from,
      `${within.name}(${before}${whole}.${decimals})`,
      more(before + whole, decimals),
    );
  }

  #refuse(typed: string, position: number, first: string, second: string): never {
    throw asked(this.text, position, position + typed.length, first, second);
  }
}

function takesSeveral(within: Opened | undefined): boolean {
  const called = within && functionCalled(within.name);
  return called !== undefined && FUNCTIONS[called].most > 1;
}
