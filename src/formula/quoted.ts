import { CLOSING } from './characters';
import { FormulaError } from './error';
import { formulaMessages as say } from './messages';
import type { Message } from '../messages';

/** A piece of a formula as a message quotes it: in one line, and not long. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** What is said of a piece of a formula that can mean two things. */
export function asked(
  text: string,
  from: number,
  to: number,
  first: string | Message,
  second: string | Message,
): FormulaError {
  const [one, other] = [first, second].map((meaning) => (typeof meaning === 'string' ? short(meaning) : meaning));
  const values = { text: short(unsized(text.slice(from, to))), place: from + 1, first: one, second: other };
  return new FormulaError(say('twoReadings', values), text, from, to - from);
}

/** Without what TeX calls brackets that fit. */
export const unsized = (text: string) => text.replace(/\\(?:left|right)\b\s*/g, '').trim();

/** A bracket as it was typed, and what closes it. */
export function bracketAt(text: string, position: number): { open: string; close: string } {
  const open = text[position] === '\\' ? text.slice(position).match(/^\\(?:[A-Za-z]+|.)/)![0] : text[position];
  return { open, close: CLOSING[open] ?? open };
}

/** What is compared or divided has something on its left; arrows and pipes of programs are no comparisons. */
const HAS_LEFT = /[^\s(+*/^=<>-]\s*$/;
const ARROW = /^(?:>>|[<>][>|-])/;
/** A percentage stands behind its number, and a comment is words. */
const NUMBER = /\d\s*$/;
const REMAINDER = /^(?:%|\/\/)\s*(?:[\d.(]|[A-Za-z]\b)/;

/** What is said of a root that has no function. */
export function unknownRoot(text: string, position: number, name: string, which: string): FormulaError {
  const example = name + (name.startsWith('\\') ? '{x}' : 'x');
  const values = { name, place: position + 1, example, instead: `x^(1/${which})` };
  return new FormulaError(say('instead', values), text, position, name.length);
}

/** Letters behind a percent sign: x%5E2, x%2B1, but not x%20. */
const ENCODED = /%[2-9A-F][A-F]|%[A-F]\d/i;

/** A formula as it was before it became part of an address; undefined if it was in none. */
function decoded(text: string): string | undefined {
  if (!ENCODED.test(text)) return undefined;
  try {
    return decodeURIComponent(/%2B/i.test(text) ? text.replace(/\+/g, ' ') : text);
  } catch {
    return undefined;
  }
}

/** What is said of a sign that no formula has. */
export function unreadable(text: string, position: number, sign: string): FormulaError {
  const refuse = (message: Message) => new FormulaError(message, text, position, sign.length);
  const [before, after] = [text.slice(0, position), text.slice(position)];
  const values = { name: sign, place: position + 1 };
  const plain = sign === '%' && decoded(text);
  if (plain) return refuse(say('encoded', { decoded: short(plain) }));
  // A quotient of numbers, powers or brackets; a name in front may be that of the function, or what is counted.
  const isQuotient =
    sign === ':' && /[^\s\p{L}:]\s*$/u.test(before) && !/^\s*\p{L}\w*\s*(?:\([^()]*\)|\d+)\s*$/u.test(before);
  if (isQuotient && /^:\s*[\p{L}\d(]/u.test(after))
    return refuse(say('instead', { ...values, example: 'a:b', instead: 'a/b' }));
  const isPipe = sign === '>' && before.endsWith('|') && before.split('|').length % 2 === 0;
  const isCompared = '<>≤≥≠'.includes(sign) && HAS_LEFT.test(before) && !ARROW.test(after) && !isPipe;
  const isCase = sign === '&' && before.includes('cases}');
  if (isCompared || isCase || (sign === '?' && after.includes(':'))) return refuse(say('pieces', values));
  const isRemainder = REMAINDER.test(after) && HAS_LEFT.test(before) && !NUMBER.test(before);
  if (isRemainder || '⌊⌋⌈⌉'.includes(sign)) return refuse(say('noGradient', values));
  // What cannot be seen, or looks like something else, is told by its number.
  const code = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const isUnseen = /^[\p{C}\p{M}\p{Z}]/u.test(sign);
  const isAlike = /^(?![ -~])[\p{P}\p{Sk}\p{Lm}]/u.test(sign);
  const character = isUnseen ? code : isAlike ? say('signWithCode', { sign, code }) : say('sign', { sign });
  return refuse(say('unexpected', { character, place: position + 1 }));
}
