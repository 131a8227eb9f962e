import { CLOSING, COMMANDS, FRACTIONS, LETTERS, LOWERED, RAISED, ROOTS, SYMBOLS } from './characters';
import { FormulaError } from './error';
import { FUNCTIONS, functionCalled } from './functions';
import { formulaMessages as say } from './messages';
import type { Message } from '../messages';

export interface Token {
  kind: 'number' | 'name' | 'symbol' | 'end';
  /** What it means: other signs, raised digits and fractions are already brought to plain characters; a fraction is `1/2`. */
  text: string;
  /** Where it stands in the formula, and how many characters it spans there. */
  position: number;
  length: number;
  /** Of a variable that is told apart from another by its index. */
  index?: Index;
  /** Whether it is a cell of a spreadsheet. */
  cell?: boolean;
}

/** A variable with an index: x1, x_1, x_{1}, x₁, x[0]; or a cell of a spreadsheet. */
export interface Index {
  letter: string;
  number: number;
  /** Whether nothing else can be meant: `x1` may be a power or a product. */
  isSure: boolean;
}

/** Where a formula begins and ends in a text, and whether a spreadsheet wrote it. */
export interface Place {
  from: number;
  to: number;
  isSheet?: boolean;
}

/** Blanks, and what nobody sees. */
const SPACE = /(?:[\s\u2061\u200b-\u200f\u2060]|\\[,;:! ]|\\(?=[{}]))+/y;
/** Letters and signs in another style: as mathematics is typeset, and full width. Not digits, of which several are one number. */
const STYLED = /[\u{1d400}-\u{1d7cb}\uff01-\uff0f\uff1a-\uff5e]/u;
/** Thousands may be parted by a thin blank, as the lab writes them, or as programs do; a minus may be a typesetter's. */
const NUMBER = /(?:\d{1,3}(?:[\u202f\u2009_]\d{3})+(?!\d)|\d+)?(?:(?<=\d)\.?\d*|\.\d+)(?:[eE][+\-−–]?\d+)?/y;
const DECIMAL_COMMA = /\d+,\d+(?:[eE][+\-−–]?\d+)?/y;
/** A variable with an index; of several digits it is none that people write. */
const INDEX =
  /(?!e\d)(?:\\?(theta|[A-Za-z\u0370-\u03ff]))(?:(\d)|_(\d)|_\s*\{(\d)\}|([₀-₉])|\[(\d)\])(?![\w₀-₉]|\s*[([{]\s*[)\]}])/y;
/** A cell of a spreadsheet, fixed or not. */
const CELL = /\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?![\w(:])/y;
/** An element of a list, as programs write it; or a product, if it comes to that. */
const INDEXED = /(?:theta|[A-Za-z\u0370-\u03ff])(?:\[\d+\]|\(\d+\))/y;
/** Functions that other programs give a second argument: a logarithm its base, softplus its sharpness. */
const WITH_MORE: Partial<Record<string, (argument: string, more: string) => string>> = {
  log: (argument, base) => `log(${argument})/log(${base})`,
  softplus: (argument, beta) => `softplus(${beta}*(${argument}))/${beta}`,
};
/** 1.500 beside 2,5 is no number below 2. */
const DOTTED_THOUSANDS = /^[1-9]\d{0,2}\.\d{3}$/;
/** 1,000 is a thousand or one. */
const IN_DOUBT = /^[1-9]\d{0,2},\d{3}$/;
const FRACTION = /(\d*)([½⅓⅔¼¾⅕⅖⅗⅘⅙⅛])/y;
const NAME = /[A-Za-z_][A-Za-z_0-9]*|[\u0370-\u03ff]/y;
/** A spreadsheet calls it. */
const PI_CALLED = /pi\s*\(\s*\)/iy;
/** The bases of logarithms that have a function of their own: log_2, log_{10}, log₂. */
const LOGARITHM = /\\?log(?:_\{(?:2|10)\}|_(?:2|10)|₂|₁₀)(?!\d)/iy;
/** What programs put in front of a function's name, or of an operator that takes element by element. */
const MODULE = /std::(?=[A-Za-z])|(?:np|jnp|numpy|torch|tf|jax|math|cmath)\.(?=[A-Za-z])|\.(?=[*/^])/iy;
const TEX_NAME = /\\(?:mathrm|operatorname)\s*\{([A-Za-z]+)\}/y;
/** TeX writes which root it is in brackets. */
const TEX_ROOT = /\\sqrt\s*\[\s*(\d*)\s*\]?/y;
const POWERS = new RegExp(`⁻?[${RAISED}]+`, 'y');
const COMMAND = /\\([A-Za-z]+)/y;
const TWO_DIGITS = /\s*(\d)(\d)/y;

/**
 * Splits a formula into tokens; the last one is the end.
 * @param where where to begin and to end
 * @param notes takes what should be said about how a piece is read
 */
export function tokenize(
  text: string,
  { from, to, isSheet = false }: Place = { from: 0, to: text.length },
  notes: Message[] = [],
): Token[] {
  const tokens: Token[] = [];
  /** The open parentheses, with the name in front of each. */
  const open: { name: string; position: number }[] = [];
  let position = from;
  let hasDecimalComma = false;
  let thousands: Token | undefined;
  // Where a spreadsheet has decimal commas, semicolons part the arguments.
  const hasSemicolons = isSheet && text.slice(from, to).includes(';');
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    return pattern.exec(text);
  };
  const push = (kind: Token['kind'], meaning: string, length: number) =>
    tokens.push({ kind, text: meaning, position, length });
  const number = (piece: string) => {
    const meaning = piece
      .replace(/[\u202f\u2009_]/g, '')
      .replace(/[−–]/, '-')
      .replace(',', '.');
    if (meaning === '.') throw unreadable(text, position, piece);
    if (!Number.isFinite(Number(meaning))) {
      const values = { number: short(piece), place: position + 1 };
      throw new FormulaError(say('tooLargeNumber', values), text, position, piece.length);
    }
    // Nothing of it is left.
    if (Number(meaning) === 0 && /[1-9]/.test(meaning.replace(/e.*/i, ''))) {
      const values = { number: short(piece), place: position + 1 };
      throw new FormulaError(say('tooSmallNumber', values), text, position, piece.length);
    }
    push('number', meaning, piece.length);
    if (DOTTED_THOUSANDS.test(piece)) thousands ??= tokens.at(-1);
  };
  /** A comma between digits: a decimal one, but where it parts the arguments of a function. */
  const withComma = (): string | undefined => {
    const piece = match(DECIMAL_COMMA)?.[0];
    if (piece === undefined) return undefined;
    if (hasSemicolons) return piece;
    if (takesSeveral(open.at(-1)?.name)) {
      notes.push(say('readAs', { text: piece, first: piece.replace(',', ' and '), second: piece.replace(',', '.') }));
      return undefined;
    }
    refuseMore(piece);
    if (IN_DOUBT.test(piece)) refuse(piece, position, piece.replace(',', ''), piece.replace(',', '.'));
    hasDecimalComma = true;
    return piece;
  };
  const refuse = (piece: string, at: number, first: string, second: string): never => {
    const values = { text: short(piece), place: at + 1, first: short(first), second: short(second) };
    throw new FormulaError(say('twoReadings', values), text, at, piece.length);
  };
  /** log(x+1,2): a number that ends what is in a function's parentheses may be another argument. */
  const refuseMore = (piece: string) => {
    const within = open.at(-1);
    const called = within && functionCalled(within.name);
    const more = called && WITH_MORE[called];
    if (!more || !/^\s*\)/.test(text.slice(position + piece.length))) return;
    const [whole, decimals] = piece.split(',');
    const before = text.slice(within.position + 1, position);
    const call = `${within.name}(${before}${piece})`;
    const from = text.lastIndexOf(within.name, within.position);
    refuse(
      from < 0 ? piece : call,
      from < 0 ? position : from,
      `${within.name}(${before}${whole}.${decimals})`,
      more(before + whole, decimals),
    );
  };

  while (position < to) {
    let found: RegExpExecArray | null;
    let piece: string | undefined;
    if ((found = match(SPACE) ?? match(MODULE))) {
      // Nothing but room.
    } else if ((found = match(LOGARITHM))) {
      push('name', /1|₁/.test(found[0]) ? 'log10' : 'log2', found[0].length);
    } else if ((found = match(TEX_NAME))) {
      push('name', found[1], found[0].length);
    } else if ((found = match(TEX_ROOT))) {
      const root = ['sqrt', 'cbrt'][Number(found[1]) - 2];
      if (!root) throw unreadable(text, text.indexOf('[', position), '[');
      push('name', root, found[0].length);
    } else if ((found = match(FRACTION))) {
      const [above, below] = FRACTIONS[found[2]];
      push('number', `${Number(found[1]) * below + above}/${below}`, found[0].length);
    } else if ((piece = withComma()) !== undefined || (piece = match(NUMBER)?.[0])) {
      number(piece);
      position += piece.length;
      continue;
    } else if (isSheet && (found = match(CELL))) {
      const index = { letter: found[1].toUpperCase(), number: Number(found[2]), isSure: true };
      tokens.push({ kind: 'name', text: found[0], position, length: found[0].length, index, cell: true });
    } else if (!isSheet && (found = match(INDEX))) {
      const [whole, letter, bare, line, braces, lowered, list] = found;
      const digit = bare ?? line ?? braces ?? list ?? String(LOWERED.indexOf(lowered));
      const index = { letter: (LETTERS.get(letter) ?? letter).toLowerCase(), number: Number(digit), isSure: !bare };
      tokens.push({ kind: 'name', text: whole, position, length: whole.length, index });
    } else if ((found = match(INDEXED))) {
      const indexed = say('indexed', { text: found[0], place: position + 1 });
      throw new FormulaError(indexed, text, position, found[0].length);
    } else if ((found = match(PI_CALLED))) {
      push('name', 'pi', found[0].length);
    } else if ((found = match(NAME))) {
      push('name', LETTERS.get(found[0]) ?? found[0], found[0].length);
    } else if ((found = match(POWERS))) {
      const digits = [...found[0].replace('⁻', '')].map((digit) => RAISED.indexOf(digit)).join('');
      push('symbol', '^', found[0].length);
      if (found[0].startsWith('⁻')) push('symbol', '-', found[0].length);
      push('number', digits, found[0].length);
    } else if ((found = match(COMMAND))) {
      // 2\x is x/2 to some programs.
      if (found[1].length === 1) throw unreadable(text, position, '\\');
      const meaning = Object.hasOwn(COMMANDS, found[1]) ? COMMANDS[found[1]] : undefined;
      if (meaning === undefined) push('name', found[1], found[0].length);
      else if (meaning) push('symbol', meaning, found[0].length);
      if (meaning === '\\frac') {
        // \frac12
        position += found[0].length;
        if ((found = match(TWO_DIGITS)))
          tokens.splice(-1, 1, {
            ...tokens.at(-1)!,
            kind: 'number',
            text: `${found[1]}/${found[2]}`,
            length: position + found[0].length - tokens.at(-1)!.position,
          });
        else continue;
      }
    } else {
      // A character may be two code units long.
      const character = String.fromCodePoint(text.codePointAt(position)!);
      const doubled = text.startsWith('**', position);
      const plain = STYLED.test(character) ? character.normalize('NFKC') : character;
      const symbol = doubled ? '^' : hasSemicolons && plain === ';' ? ',' : (SYMBOLS[plain] ?? plain);
      if (plain !== character && /^[A-Za-z\u0370-\u03ff]$/.test(plain))
        push('name', LETTERS.get(plain) ?? plain, character.length);
      else if (Object.hasOwn(ROOTS, character)) push('name', ROOTS[character], 1);
      else if ('+-*/^(),|'.includes(symbol)) push('symbol', symbol, doubled ? 2 : character.length);
      else throw unreadable(text, position, character);
      if (symbol === '(') open.push({ name: tokens.at(-2)?.kind === 'name' ? tokens.at(-2)!.text : '', position });
      if (symbol === ')') {
        const opened = open.pop();
        const closing = opened && CLOSING[text[opened.position]];
        if (closing && closing !== character) {
          const values = {
            open: text[opened.position],
            close: closing,
            from: opened.position + 1,
            place: position + 1,
          };
          throw new FormulaError(say('otherBracket', values), text, position, character.length);
        }
      }
      position += doubled ? 2 : character.length;
      continue;
    }
    position += found[0].length;
  }
  if (hasDecimalComma && thousands) {
    const { position: at, text: number } = thousands;
    refuse(number, at, number.replace('.', ''), String(Number(number)));
  }
  push('end', '', 0);
  return tokens;
}

function takesSeveral(name: string | undefined): boolean {
  const called = name && functionCalled(name);
  return Boolean(called) && FUNCTIONS[called as keyof typeof FUNCTIONS].most > 1;
}

function unreadable(text: string, position: number, character: string): FormulaError {
  // What cannot be seen is told by its number.
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const values = { character: /[\p{C}\p{M}]/u.test(character) ? code : JSON.stringify(character), place: position + 1 };
  if ('<>≤≥≠?&'.includes(character)) {
    const pieces = say('pieces', { name: values.character, place: values.place });
    return new FormulaError(pieces, text, position, character.length);
  }
  const isJump = /^%\s*[\w.(]/.test(text.slice(position)) || '⌊⌋⌈⌉'.includes(character);
  return new FormulaError(
    say(isJump ? 'noGradient' : 'unexpected', isJump ? { name: values.character, place: values.place } : values),
    text,
    position,
    character.length,
  );
}

/** A piece of a formula as a message has it. */
export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
