import { FormulaError } from './error';
import type { Expression } from './expression';
import { ALIASES, isFunctionName } from './functions';
import { formulaMessages as say } from './messages';
import { Parser } from './parser';
import { inLatin } from './look-alikes';
import type { Token } from './token';
import { tokenize, type Place } from './tokens';
import { withoutIndices } from './indexed';
import { readWords } from './words';
import type { Names } from './names';
import type { Message } from '../messages';

export type { Names } from './names';

/** A longer formula is refused. */
export const MAXIMUM_LENGTH = 2000;

/** A formula that was read. */
export interface Parsed {
  expression: Expression;
  /** Where each variable occurs for the first time. */
  uses: Map<string, Token>;
  /** How it is read, where it could be read otherwise. */
  notes: readonly Message[];
}

/**
 * Reads a formula. Numbers, `+ - * / ^ **`, parentheses, `|x|`, roots, functions (`FUNCTIONS`), the constants pi and e.
 * The multiplication sign may be left out before a name or "(": `10x^2`, `3(x-3)`. It binds like `*`, from left to right:
 * `1/2x` is x/2. A power binds tighter than a sign and groups from the right: `-x^2` is -(x^2), `2^3^2` is 2^9. The
 * argument of a function needs no parentheses where there is no doubt: `cos x`, `sin 2x`, `sin^2 x`. A variable of the name
 * of a constant hides the constant.
 * @throws {FormulaError} for anything else, pointing at the character
 */
export function parse(text: string, names: Names): Expression {
  return read(text, names).expression;
}

/** TeX's letters in bold with an index, as letters of the same length. */
const withLetters = (text: string) =>
  text.replace(/\\(?:math|bold|bm)[a-z]*\s*\{\s*(\\?\w+)\s*\}(?=_)/g, (typed, letter: string) =>
    letter.padStart(typed.length),
  );

/**
 * As `parse`, with what else is known.
 * @param where where in the text the formula begins and ends
 */
export function read(typed: string, names: Names, where: Place = { from: 0, to: typed.length }): Parsed {
  const notes: Message[] = [];
  const text = withLetters(inLatin(typed, notes));
  if (text.length > MAXIMUM_LENGTH) {
    throw new FormulaError(
      say('tooLong', { most: MAXIMUM_LENGTH, length: text.length }),
      text,
      MAXIMUM_LENGTH,
      text.length - MAXIMUM_LENGTH,
    );
  }
  for (const name of [...names.variables, ...Object.keys(names.parameters ?? {})]) {
    if (isFunctionName(name) || Object.hasOwn(ALIASES, name))
      throw new RangeError(`a variable cannot be called ${name}: that is a function`);
  }
  const tokens = withoutIndices(text, tokenize(text, where, notes), names, notes);
  const words = readWords(text, tokens, names, notes, where.isSheet);
  const parser = new Parser(text, words, names.parameters ?? {}, notes, where.isSheet);
  const expression = parser.formula();
  return { expression, uses: parser.uses, notes };
}
