import { FormulaError } from './error';
import { formulaMessages as say } from './messages';

export interface Token {
  kind: 'number' | 'name' | 'symbol' | 'end';
  /** What it means: minus signs, dots and raised digits are already brought to plain characters. */
  text: string;
  /** Where it stands in the formula, and how many characters it spans there. */
  position: number;
  length: number;
}

/** Other ways to write a symbol. */
const SYMBOLS: Record<string, string> = {
  '−': '-',
  '–': '-',
  '·': '*',
  '×': '*',
  '⋅': '*',
  '÷': '/',
  '[': '(',
  ']': ')',
};
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const SPACE = /\s+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_][A-Za-z_0-9]*|θ/y;
const POWERS = new RegExp(`[${RAISED}]+`, 'y');

/** Splits a formula into tokens; the last one is the end. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: Token['kind'], meaning: string, length: number) =>
    tokens.push({ kind, text: meaning, position, length });

  while (position < text.length) {
    let match = take(SPACE);
    if (match === undefined) {
      if ((match = take(NUMBER)) !== undefined) {
        if (!Number.isFinite(Number(match))) {
          throw new FormulaError(
            say('tooLargeNumber', { number: short(match), place: position + 1 }),
            text,
            position,
            match.length,
          );
        }
        push('number', match, match.length);
      } else if ((match = take(NAME)) !== undefined) {
        push('name', match === 'θ' ? 'theta' : match, match.length);
      } else if ((match = take(POWERS)) !== undefined) {
        push('symbol', '^', match.length);
        push('number', [...match].map((digit) => RAISED.indexOf(digit)).join(''), match.length);
      } else {
        // A character may be two code units long.
        match = String.fromCodePoint(text.codePointAt(position)!);
        const symbol = SYMBOLS[match] ?? match;
        if (!'+-*/^(),'.includes(symbol)) {
          throw new FormulaError(
            say('unexpected', { character: JSON.stringify(match), place: position + 1 }),
            text,
            position,
            match.length,
          );
        }
        push('symbol', symbol, match.length);
      }
    }
    position += match.length;
  }
  push('end', '', 0);
  return tokens;
}

/** A piece of a formula as a message has it. */
export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
