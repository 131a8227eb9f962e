import { adviceOn, unknown } from './advice';
import { FormulaError } from './error';
import { CONSTANTS, functionCalled } from './functions';
import { formulaMessages as say } from './messages';
import type { Names } from './names';
import type { Token } from './tokens';
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
  isSheet = false,
): Word[] {
  const words = meant(text, tokens, names, notes, isSheet);
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

function meant(text: string, tokens: readonly Token[], names: Names, notes: Message[], isSheet: boolean): Word[] {
  return tokens.flatMap((token): Word[] => {
    if (token.kind !== 'name') return [token];
    // A spreadsheet's is the one with the base 10.
    if (isSheet && token.text.toLowerCase() === 'log') {
      const values = { text: token.text, place: token.position + 1, first: 'log10', second: 'ln' };
      throw new FormulaError(say('twoReadings', values), text, token.position, token.length);
    }
    const found = meaningOf(token.text, names);
    if (found) {
      const [meaning, name] = found;
      if (name === 'log' && token.text.toLowerCase() === 'log') note(notes, say('naturalLogarithm'));
      return [{ ...token, meaning, text: name }];
    }
    const refuse = (message: Message) => new FormulaError(message, text, token.position, token.length);
    const place = token.position + 1;
    const trouble = adviceOn(token.text, place) ?? digitsIn(token, names);
    if (trouble) throw refuse(trouble);
    const pieces = apart(token, names);
    if (!pieces) throw refuse(unknown(token.text, place, names.variables));
    note(notes, say('readPlainly', { text: token.text, first: spelled(pieces) }));
    return pieces;
  });
}

function note(notes: Message[], message: Message): void {
  if (!notes.some((one) => JSON.stringify(one) === JSON.stringify(message))) notes.push(message);
}

/** sin x, x*sin */
function spelled(pieces: readonly Word[]): string {
  return pieces.map(({ text }, i) => (i === 0 ? '' : pieces[i - 1].meaning === 'function' ? ' ' : '*') + text).join('');
}

/** A name with digits in it can mean a power or a product: x2, sin2x, log2x. */
function digitsIn({ text, position }: Token, names: Names): Message | undefined {
  const [, first, digits, rest] = /^([A-Za-z]+)(\d+)([A-Za-z]*)$/.exec(text) ?? [];
  const meaning = first && meaningOf(first, names)?.[0];
  const of = rest || 'x';
  if (!meaning || (rest && !meaningOf(rest, names))) return undefined;
  const place = position + 1;
  if (meaning !== 'function')
    return say('twoReadings', {
      text,
      place,
      first: `${first}^${digits}${rest && `*${rest}`}`,
      second: `${digits}${first}${rest && `*${rest}`}`,
    });
  if (rest && functionCalled(first + digits))
    return say('twoReadings', {
      text,
      place,
      first: `${first}${digits}(${rest})`,
      second: `${first}(${digits}${rest})`,
    });
  return say('twoReadings', { text, place, first: `${first}(${digits}${of})`, second: `${first}(${of})^${digits}` });
}

/** The longest names first. At most two, unless one of them is a function or pi: a word is not a product of its letters. */
function apart(token: Token, names: Names): Word[] | undefined {
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
  const isProduct = pieces.length <= 2 || pieces.some(({ meaning, text }) => meaning === 'function' || text === 'pi');
  return isProduct ? pieces : undefined;
}
