import { FormulaError } from './error';
import { CONSTANTS } from './functions';
import { formulaMessages as say } from './messages';
import type { Names } from './names';
import type { Index, Token } from './tokens';
import type { Message } from '../messages';

const VARIABLE = /^(?:[A-Za-z\u0370-\u03ff]|theta)$/;

/**
 * The tokens with letters for variables that are told apart by an index: two of them are x and y where a formula has two
 * variables, and one is its own letter.
 *
 * @param most how many variables the formula may have
 * @throws {FormulaError} where there are more, or where others have no index
 */
export function withoutIndices(text: string, tokens: readonly Token[], names: Names, notes: Message[]): Token[] {
  const { variables, parameters = {}, most } = names;
  const isKnown = ({ text: name }: Token) => variables.includes(name) || Object.hasOwn(parameters, name);
  const indexed = tokens.filter((token) => token.index && !isKnown(token));
  if (indexed.length === 0) return [...tokens];
  const refuse = (token: Token, message: Message) => new FormulaError(message, text, token.position, token.length);
  const written = ({ position, length }: Token) => text.slice(position, position + length);
  const list = indexed.find((token) => written(token).endsWith(']'));
  const asBefore = () => {
    if (list) throw refuse(list, say('indexed', { text: written(list), place: list.position + 1 }));
    return [...tokens];
  };
  if (most === undefined) return asBefore();
  const byKey = new Map<string, Token>();
  for (const token of indexed) {
    const key = keyOf(token.index!);
    if (!byKey.has(key)) byKey.set(key, token);
  }
  const found = [...byKey.values()].sort((a, b) => order(a.index!, b.index!));
  const numbers = found.map(({ index }) => index!.number);
  const letters = new Set(found.map(({ index }) => index!.letter));
  const isBare = indexed.some(({ index }) => !index!.isSure);
  // x² + x³ that lost its style has the numbers 2 and 3.
  if (isBare && (numbers[0] > 1 || numbers.at(-1)! > numbers.length || letters.size > 1)) return asBefore();
  const other = tokens.find(
    ({ kind, text: name, index }) =>
      kind === 'name' && !index && VARIABLE.test(name) && !Object.hasOwn(CONSTANTS, name.toLowerCase()),
  );
  if (other || (letters.size > 1 && !indexed[0].cell)) {
    if (isBare) return asBefore();
    throw refuse(indexed[0], say('someIndexed', { text: written(indexed[0]), place: indexed[0].position + 1 }));
  }
  if (found.length > most) {
    const [first, second, third] = [...found].sort((a, b) => a.position - b.position);
    const [name, last] = most === 1 ? [written(second), second] : [written(third), third];
    const values = { first: written(first), second: written(second), place: last.position + 1 };
    throw refuse(last, most === 1 ? say('twoVariables', values) : say('threeVariables', { ...values, name }));
  }
  const [{ index, cell }] = found;
  const isLone = found.length === 1;
  if (isLone && list) return asBefore();
  const own = cell ? 'x' : most > 1 ? (index!.number > 1 ? 'y' : 'x') : index!.letter;
  const plain = isLone ? [own] : ['x', 'y'];
  notes.push(
    isLone
      ? say('readPlainly', { text: written(found[0]), first: own })
      : say('readInPairs', { text: written(found[0]), second: written(found[1]) }),
  );
  const keys = found.map((token) => keyOf(token.index!));
  return tokens.map((token) =>
    token.index && !isKnown(token) ? { ...token, text: plain[keys.indexOf(keyOf(token.index))] } : token,
  );
}

const keyOf = ({ letter, number }: Index) => `${letter} ${number}`;

function order(a: Index, b: Index): number {
  return a.letter === b.letter
    ? a.number - b.number
    : a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1);
}
