import { COMMANDS, FRACTIONS, LETTERS, LOWERED, NAMES, SPELLED, SYMBOLS } from './characters';
import { elementOrNot } from './elements';
import { FormulaError } from './error';
import { functionCalled } from './functions';
import { formulaMessages as say } from './messages';
import { Numerals, type Numeral, type Opened } from './numerals';
import { asked, bracketAt, unknownRoot, unreadable } from './quoted';
import { lowered, RUN } from './raised';
import type { Token } from './token';
import type { Message } from '../messages';

/** Where a formula begins and ends in a text, and whether a spreadsheet wrote it. */
export interface Place {
  from: number;
  to: number;
  isSheet?: boolean;
}

/** Blanks, and what nobody sees. */
const SPACE = /(?:[\s\u2061\u200b-\u200f\u2060]|\\[,;:! ]|\\(?=[{}]))+/y;
/** Letters in another style, as mathematics is typeset. */
const STYLED = /[\u{1d400}-\u{1d7cb}]/u;
/** A variable with an index, perhaps beside another one; of several digits it is none that people write. */
const INDEX = new RegExp(
  /(?!e\d)(?:\\(SPELLED)(?=[_₀-₉])|\\?(theta|[A-Za-z\u0370-\u03ff]))(?:(\d)(?=(?:(?:theta|(?!e)[A-Za-z])\d)*(?!\w))|_(\d)|_\s*\{(\d)\}|([₀-₉])|\[(\d)\])(?![\d_₀-₉]|\s*[([{]\s*[)\]}])/.source.replace(
    'SPELLED',
    SPELLED,
  ),
  'y',
);
/** A cell of a spreadsheet, fixed or not. */
const CELL = /\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?![\w(:])/y;
/** A number of C's, or the sign of multiplication in 3x10^2. */
const FLOAT = /(\d*\.\d+|\d+\.)f(?![\w(])|(?<=\d)x10(?=[\^⁻¹²³⁴-⁹])/iy;
const FRACTION = /(\d*)(?:([½⅓⅔¼¾⅕⅖⅗⅘⅙⅛])|([⁰¹²³⁴-⁹]+)⁄([₀-₉]+))/y;
const NAME = /[A-Za-z]\w*_\{[\w,]*\}|[A-Za-z_][A-Za-z_0-9]*|[\u0370-\u03ff]/y;
const GREEK = /^[\u0370-\u03ff]$/;
/** A spreadsheet calls it. */
const PI_CALLED = /pi\s*\(\s*\)/iy;
/** A logarithm with its base: log_2, log_{10}, log₃, log_a. */
const LOGARITHM = /\\?log\s*(?:_\s*\{\s*([^{}]+?)\s*\}|_\s*(\d+(?:\.\d+)?|[A-Za-z](?!\w))|([₀-₉]+))/iy;
/** Those that have a function of their own. */
const LOGARITHMS: Record<string, string> = { 2: 'log2', 10: 'log10', e: 'ln' };
/** Which norm it is, of a number: they are all its size. */
const NORM_INDEX = /(?<=‖|\\\||\|\||Vert)(?:_\{?(?:[12]|\\infty|∞)\}?|[₁₂])/y;
/** What programs put in front of a function's name, or of a sign that takes element by element. */
const MODULE =
  /std::(?=[A-Za-z])|(?:np|jnp|numpy|torch|tf|jax|c?math|sympy|sp|scipy|special|nn|functional|F)\.(?=[A-Za-z])|\.(?=[-+*/^])|(?<=[A-Za-z])\.(?=\()/iy;
/** Words in TeX, and letters in a style. */
const TEX_NAME =
  /\\(?:math(?:rm|bf|it|sf|cal)|operatorname\*?|text(?:rm|bf|it)?|boldsymbol|bm)\s*\{\s*([A-Za-z]+)\s*\}/y;
/** Which root it is: TeX writes it in brackets. */
const ROOT = /\\sqrt\s*\[\s*(\d*)\s*\]?|([²³⁴-⁹])√|∜/y;
/** The functions of roots that have one, and how often they are applied. */
const ROOTS: Record<string, [name: string, times?: number]> = {
  2: ['sqrt'],
  3: ['cbrt'],
  4: ['sqrt', 2],
  8: ['sqrt', 3],
};
const COMMAND = /\\([A-Za-z]+|\|)/y;
/** What TeX's \frac takes where there are no braces. */
const SINGLE = /\s*([A-Za-z\d])/y;

/**
 * Splits a formula into tokens; the last one is the end.
 * @param where where to begin and to end
 * @param notes takes what should be said about how a piece is read
 */
export function tokenize(
  text: string,
  { from, to, isSheet }: Place = { from: 0, to: text.length },
  notes: Message[] = [],
): Token[] {
  const tokens: Token[] = [];
  /** The open parentheses, with the name in front of each. */
  const open: Opened[] = [];
  // Where there are decimal commas, semicolons part the arguments.
  const numerals = new Numerals(text, notes, text.slice(from, to).includes(';'));
  let position = from;
  /** What would be wrong if everything else can be read. */
  let doubt: FormulaError | undefined;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    return pattern.exec(text);
  };
  const push = (kind: Token['kind'], meaning: string, length: number) =>
    tokens.push({ kind, text: meaning, position, length });
  /** x²√y is the root of y times a power; x³√y may be a cube root. */
  const isPower = (raised: string): boolean => {
    const before = tokens.at(-1);
    const isBeside = before && before.position + before.length === position;
    if (!isBeside || (before.kind === 'symbol' && !')|'.includes(before.text))) return false;
    if (raised === '²') return true;
    throw asked(text, position, position + 2, `^${lowered(raised)}*√`, `*${raised}√`);
  };

  /** Whether what follows is an exponent or may be the argument of a function. */
  const isBound = (): boolean => {
    const isSigned = /^[-+]$/.test(tokens.at(-1)?.text ?? '');
    const before = tokens.at(isSigned ? -2 : -1);
    return before?.text === '^' || (before?.kind === 'name' && (!isSigned || Boolean(functionCalled(before.text))));
  };

  while (position < to) {
    let found: RegExpExecArray | null;
    let numeral: Numeral | undefined;
    doubt ??= elementOrNot(text, position, tokens.at(-1));
    if ((found = match(SPACE) ?? match(MODULE) ?? match(NORM_INDEX))) {
      // Nothing but room.
    } else if ((found = match(LOGARITHM))) {
      const [typed, braced, bare, below] = found;
      const base = braced ?? bare ?? digitsBelow(below);
      if (!Object.hasOwn(LOGARITHMS, base)) {
        const instead = `log(…)/log(${base})`;
        // TeX lowers one digit where there are no braces.
        if (/^\\.*_[2-9][1-9]/.test(typed))
          throw asked(text, position, position + typed.length, `log(${base.slice(1)}…)/log(${base[0]})`, instead);
        const values = { name: typed, place: position + 1, example: `${typed}(…)`, instead };
        throw new FormulaError(say('instead', values), text, position, typed.length);
      }
      push('name', LOGARITHMS[base], typed.length);
    } else if ((found = match(TEX_NAME))) {
      push('name', found[1], found[0].length);
    } else if ((found = match(ROOT)) && !(found[2] && isPower(found[2]))) {
      const [typed, inBrackets, raised] = found;
      const which = typed === '∜' ? '4' : raised ? lowered(raised) : inBrackets;
      if (!which) throw unreadable(text, text.indexOf('[', position), '[');
      const [root, times] = ROOTS[which] ?? [];
      if (!root) throw unknownRoot(text, position, typed, which);
      push('name', root, typed.length);
      tokens.at(-1)!.times = times;
    } else if ((found = match(FLOAT))) {
      const [typed, number] = found;
      throw asked(text, position, position + typed.length, number ?? '*10', number ? `${number}*f` : 'x*10');
    } else if ((found = match(FRACTION))) {
      const [above, below] = FRACTIONS[found[2]] ?? [lowered(found[3]), digitsBelow(found[4])].map(Number);
      push('number', `${Number(found[1]) * below + above}/${below}`, found[0].length);
    } else if ((numeral = numerals.at(position, open.at(-1), isBound()))) {
      push('number', numeral.plain, numeral.typed.length);
      position += numeral.typed.length;
      continue;
    } else if (isSheet && (found = match(CELL))) {
      const index = { letter: found[1].toUpperCase(), number: Number(found[2]), isSure: true };
      tokens.push({ kind: 'name', text: found[0], position, length: found[0].length, index, cell: true });
    } else if (!isSheet && (found = match(INDEX))) {
      const [whole, command, letter = COMMANDS[command], bare, line, braces, lowered, list] = found;
      const digit = bare ?? line ?? braces ?? list ?? String(LOWERED.indexOf(lowered));
      const index = { letter: (LETTERS.get(letter) ?? letter).toLowerCase(), number: Number(digit), isSure: !bare };
      tokens.push({ kind: 'name', text: whole, position, length: whole.length, index });
    } else if ((found = match(PI_CALLED))) {
      push('name', 'pi', found[0].length);
    } else if ((found = match(NAME))) {
      push('name', LETTERS.get(found[0]) ?? found[0], found[0].length);
    } else if ((found = match(RUN))) {
      push('symbol', '^', found[0].length);
      const end = position + found[0].length;
      const line = text.slice(0, position) + lowered(found[0]);
      const raised = tokenize(line, { from: position, to: end }).slice(0, -1);
      const isOne = raised.length === 1;
      if (!isOne) push('symbol', '(', 0);
      tokens.push(...raised);
      if (!isOne) tokens.push({ kind: 'symbol', text: ')', position: end, length: 0 });
    } else if ((found = match(COMMAND))) {
      const [whole, command] = found;
      const meaning = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
      const name = meaning && (LETTERS.get(meaning) ?? NAMES[meaning] ?? (GREEK.test(meaning) ? meaning : undefined));
      // 2\x is x/2 to some programs.
      if (meaning === undefined && command.length === 1) throw unreadable(text, position, '\\');
      if (meaning === undefined || name) push('name', name || command, whole.length);
      else if (meaning && !isSymbol(meaning) && meaning !== '\\frac' && meaning !== '\\over')
        throw unreadable(text, position, whole);
      else if (meaning) push('symbol', meaning, whole.length);
      position += whole.length;
      // \frac12
      for (let part = 0; meaning === '\\frac' && part < 2 && (found = match(SINGLE)); part++) {
        position += found[0].length - 1;
        push(/\d/.test(found[1]) ? 'number' : 'name', found[1], 1);
        position++;
      }
      continue;
    } else {
      // A character may be two code units long.
      const character = String.fromCodePoint(text.codePointAt(position)!);
      const doubled = text.startsWith('**', position);
      const plain = STYLED.test(character) ? character.normalize('NFKC') : character;
      const isComma = plain === ';' && open.length > 0;
      if (text.startsWith('//', position)) throw unreadable(text, position, '//');
      const symbol = doubled ? '^' : isComma ? ',' : (SYMBOLS[plain] ?? plain);
      if (plain !== character && /^[A-Za-z\u0370-\u03ff]$/.test(plain))
        push('name', LETTERS.get(plain) ?? plain, character.length);
      else if (Object.hasOwn(NAMES, character)) push('name', NAMES[character], 1);
      else if (isSymbol(symbol)) push('symbol', symbol, doubled ? 2 : character.length);
      else throw unreadable(text, position, character);
      if (symbol === '(') open.push({ name: tokens.at(-2)?.kind === 'name' ? tokens.at(-2)!.text : '', position });
      const opened = symbol === ')' ? open.pop() : undefined;
      const bracket = opened && bracketAt(text, opened.position);
      if (bracket && bracket.close !== character) {
        const values = { ...bracket, from: opened.position + 1, place: position + 1 };
        throw new FormulaError(say('closedAt', values), text, position, character.length);
      }
      position += doubled ? 2 : character.length;
      continue;
    }
    position += found[0].length;
  }
  if (doubt) throw doubt;
  numerals.finish();
  push('end', '', 0);
  return tokens;
}

function digitsBelow(text: string): string {
  return Array.from(text, (digit) => LOWERED.indexOf(digit)).join('');
}

function isSymbol(text: string): boolean {
  return text.length === 1 && '+-*/^(),|'.includes(text);
}
