import { FormulaError } from './error';
import { formulaMessages as say } from './messages';
import { lowered } from './raised';
import type { Token } from './token';

const LETTER = /^(?:theta|[A-Za-z\u0370-\u03ff])$/;
/** Which element of a list: a number, a letter, or one of the letters that count with a number added to it. */
const WHICH =
  '(?:[-+]?\\d+|(?<counter>[A-Za-z\\u0370-\\u03ff])(?:(?<=[i-n])\\s*[-+]\\s*\\d+)?)(?:\\s*,\\s*(?:[-+]?\\d+|[i-n]))*';

/** What may be an index behind a variable. */
const INDICES: readonly [pattern: RegExp, message: 'indexed' | 'numbered'][] = [
  [new RegExp(`\\[\\s*${WHICH}\\s*\\]`, 'y'), 'indexed'],
  // \frac x{2} is x/2.
  [/(?<!\\[cdt]?frac\s*\\?\p{L}+)\{\s*\d+\s*\}/uy, 'indexed'],
  [/\((?:\d+|(?<counter>[A-Za-z\u0370-\u03ff]))\)/y, 'indexed'],
  [/\^\s*\{\s*[([]\s*(?<which>\d+|[i-n])\s*[)\]]\s*\}/y, 'numbered'],
  [/\^\s*(?:\[\s*(?<which>\d+|[i-n])\s*\]|\((?<one>[01i-n])\))/y, 'numbered'],
  [/⁽(?<raised>[⁰¹²³⁴-⁹ⁱʲᵏˡᵐⁿ]+)⁾/y, 'numbered'],
];

/**
 * What is wrong with what may be an index or not, behind a token that is a variable: `x[i]` is an element or a product, `x^{(1)}` one of several x or a power.
 */
export function elementOrNot(text: string, position: number, token: Token | undefined): FormulaError | undefined {
  if (token?.kind !== 'name' || token.position + token.length !== position) return undefined;
  if (!token.index && !LETTER.test(token.text)) return undefined;
  // J0(x) is no variable with an index.
  if (text[position] === '(' && token.index && !token.index.isSure) return undefined;
  for (const [pattern, message] of INDICES) {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (!found || found.groups?.counter === token.text || (message === 'numbered' && token.text === 'e')) continue;
    const letter = text.slice(token.position, position);
    const { which, one, raised } = found.groups ?? {};
    const values = { text: letter + found[0], place: token.position + 1 };
    return new FormulaError(
      message === 'indexed'
        ? say('indexed', values)
        : say('numbered', { ...values, letter, power: `${letter}^${which ?? one ?? lowered(raised)}` }),
      text,
      token.position,
      values.text.length,
    );
  }
  return undefined;
}
