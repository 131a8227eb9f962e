import { adviceOn, unknown } from './advice';
import { COMMANDS, LETTERS } from './characters';
import { FormulaError } from './error';
import { CONSTANTS, functionCalled } from './functions';
import { formulaMessages as say } from './messages';
import type { Names } from './names';
import { short } from './quoted';
import type { Token } from './token';
import type { Message } from '../messages';

/** What a name stands for. */
export type Meaning = 'variable' | 'parameter' | 'function' | 'constant';

const LETTER = /^[A-Za-z\u0370-\u03ff]$/;

/** What a name means, and its plain spelling; undefined if nothing. */
function meaningOf(name: string, { variables, parameters = {}, letters }: Names): [Meaning, string] | undefined {
  const plain = name.toLowerCase();
  if (variables.includes(name)) return ['variable', name];
  if (Object.hasOwn(parameters, name)) return ['parameter', name];
  const called = functionCalled(name);
  if (called) return ['function', called];
  if (Object.hasOwn(CONSTANTS, plain)) return ['constant', plain];
  if (variables.includes(plain)) return ['variable', plain];
  return letters && LETTER.test(name) ? ['variable', plain] : undefined;
}

/** A token whose name is known to mean something. */
export interface Word extends Token {
  meaning?: Meaning;
}

/**
 * The tokens with what their names mean. Names that are written together, as in `xsin(x)`, are taken apart.
 * @throws {FormulaError} for a name that means nothing, or could mean two things
 */
export function readWords(
  text: string,
  tokens: readonly Token[],
  names: Names,
  notes: Message[],
  isSheet?: boolean,
): Word[] {
  const words = meant(text, tokens, names, notes);
  // Of a spreadsheet it is asked.
  const isNatural = ({ text: name, position, length }: Word) =>
    name === 'log' && /log\}?$/i.test(text.slice(position, position + length));
  if (!isSheet && words.some(isNatural)) notes.push(say('naturalLogarithm'));
  noteBothCases(text, words, notes);
  return words;
}

/** X and x are one variable. */
function noteBothCases(text: string, words: readonly Word[], notes: Message[]): void {
  const written = new Map<string, string>();
  for (const { meaning, text: name, index, position, length } of words) {
    if (meaning !== 'variable' || index || length !== 1) continue;
    const letter = text[position];
    const first = written.get(name) ?? letter;
    written.set(name, first);
    if (first !== letter && first.toLowerCase() === letter.toLowerCase())
      note(notes, say('bothCases', { first, second: letter }));
  }
}

function meant(text: string, tokens: readonly Token[], names: Names, notes: Message[]): Word[] {
  return tokens.flatMap((token, i): Word[] => {
    if (token.kind !== 'name') return [token];
    const found = meaningOf(token.text, names) ?? spelledOut(text, token, tokens[i + 1], names, notes);
    if (found) {
      const [meaning, name] = found;
      return [{ ...token, meaning, text: name }];
    }
    const refuse = (message: Message) => new FormulaError(message, text, token.position, token.length);
    const place = token.position + 1;
    const typed = text.slice(token.position, token.position + token.length);
    const numbered = withDigits(token, names);
    const trouble =
      adviceOn(token.text, typed, place) ?? (numbered && digitsIn(numbered, typed, tokens[i + 1], place, names));
    if (trouble) throw refuse(trouble);
    const pieces = numbered ? numberOf(numbered, token) : apart(token, tokens[i + 1], names);
    // A command of TeX is one name.
    if (!pieces || typed.startsWith('\\')) throw refuse(unknown(token.text, typed, place, names.variables));
    note(
      notes,
      say('readPlainly', {
        text: short(typed),
        first: numbered ? `${numbered.first}(${numbered.digits})` : spelled(pieces),
      }),
    );
    return pieces;
  });
}

/** alpha^2 + mu is of letters; beta(x) and gamma(x) are functions, which are not here. */
function spelledOut(
  text: string,
  { text: name, position, length }: Token,
  next: Token,
  names: Names,
  notes: Message[],
): [Meaning, string] | undefined {
  const letter = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : '';
  if (!names.letters || !/^[α-ω]$/.test(letter) || LETTERS.has(letter)) return undefined;
  if (text.slice(position, position + length) !== name || (next.text === '(' && adviceOn(name, name, 0)))
    return undefined;
  const product = name.length === 2 && [...name].join('*');
  note(
    notes,
    product
      ? say('readAs', { text: name, first: letter, second: product })
      : say('readPlainly', { text: name, first: letter }),
  );
  return ['variable', letter];
}

function note(notes: Message[], message: Message): void {
  if (!notes.some((one) => JSON.stringify(one) === JSON.stringify(message))) notes.push(message);
}

/** sin x, x*sin */
function spelled(pieces: readonly Word[]): string {
  return pieces.map(({ text }, i) => (i === 0 ? '' : pieces[i - 1].meaning === 'function' ? ' ' : '*') + text).join('');
}

/** A name with digits in it: sin2x. */
interface Numbered {
  first: string;
  meaning: Meaning;
  digits: string;
  rest: string;
}

function withDigits({ text }: Token, names: Names): Numbered | undefined {
  const [, first, digits, rest] = /^([A-Za-z]+)(\d+)([A-Za-z]*)$/.exec(text) ?? [];
  const meaning = first && meaningOf(first, names)?.[0];
  return meaning && (!rest || meaningOf(rest, names)) ? { first, meaning, digits, rest } : undefined;
}

/** Functions of which a power is written behind the name. */
const POWERED = /^(?:sin|cos|tan|sinh|cosh|tanh)$/;

/** What such a name can mean: a power or a product, as x2, sin2x, log2x. Nothing else than ln(2) is meant by ln2 where no argument follows. */
function digitsIn(
  { first, meaning, digits, rest }: Numbered,
  typed: string,
  next: Token,
  place: number,
  names: Names,
): Message | undefined {
  const twoReadings = (one: string, other: string) =>
    say('twoReadings', { text: short(typed), place, first: one, second: other });
  const isCalled = next.text === '(';
  const unlike = () => say('unknown', { name: short(typed), place });
  if (meaning !== 'function') {
    if (isCalled && !rest && !names.variables.includes(first)) return unlike();
    const more = rest && `*${rest}`;
    return twoReadings(`${first}^${digits}${more}`, `${digits}${first}${more}`);
  }
  const called = functionCalled(first)!;
  if (!rest && !isCalled && next.kind !== 'name' && next.text !== '|') return undefined;
  if (rest && functionCalled(first + digits))
    return twoReadings(`${first}${digits}(${rest})`, `${first}(${digits}${rest})`);
  const of = rest || 'x';
  if (POWERED.test(called)) return twoReadings(`${first}(${digits}${of})`, `${first}(${of})^${digits}`);
  const isProduct = called === 'log' || called === 'sqrt' || called === 'cbrt';
  return isCalled && !isProduct ? unlike() : twoReadings(`${first}(${digits}${of})`, `${first}(${digits})*${of}`);
}

/** ln2 is ln 2. */
function numberOf({ first, digits }: Numbered, { position, length }: Token): Word[] {
  const at = length - digits.length;
  return [
    { kind: 'name', meaning: 'function', text: functionCalled(first)!, position, length: at },
    { kind: 'number', text: digits, position: position + at, length: digits.length },
  ];
}

/**
 * The longest names first. At most two, unless one of them is a function or pi, or all are variables that were told, and e
 * before its exponent: a word is not a product of its letters.
 */
function apart(token: Token, next: Token, names: Names): Word[] | undefined {
  const known = { ...names, letters: names.letters && token.text.length === 2 };
  const pieces: Word[] = [];
  for (let at = 0; at < token.text.length;) {
    let length = token.text.length - at;
    let found: [Meaning, string] | undefined;
    while (length > 0 && !(found = meaningOf(token.text.slice(at, at + length), known))) length--;
    if (!found) return undefined;
    const [meaning, text] = found;
    pieces.push({ kind: 'name', meaning, text, position: token.position + at, length });
    at += length;
  }
  const isPlain = pieces.every(
    ({ meaning, text }, i) => meaning === 'variable' || (text === 'e' && i === pieces.length - 1 && next.text === '^'),
  );
  const isCalled = pieces.some(({ meaning, text }) => meaning === 'function' || text === 'pi');
  return pieces.length <= 2 || isPlain || isCalled ? pieces : undefined;
}
