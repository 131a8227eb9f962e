import { FormulaError } from './error';
import { CONSTANTS } from './functions';
import { formulaMessages as say } from './messages';
import type { Names } from './names';
import type { Token } from './token';
import type { Message } from '../messages';

const VARIABLE = /^(?:[A-Za-z\u0370-\u03ff]|theta)$/;

/**
 * The tokens with letters for variables that are told apart by an index: two of them are x and y where a formula has two
 * variables, and one is its own letter.
 *
 * @throws {FormulaError} where there are more, or where others have no index
 */
export function withoutIndices(text: string, tokens: readonly Token[], names: Names, notes: Message[]): Token[] {
  const { variables, parameters = {}, most } = names;
  const isKnown = ({ text: name }: Token) => variables.includes(name) || Object.hasOwn(parameters, name);
  const indexed = tokens.filter((token) => token.index && !isKnown(token));
  if (indexed.length === 0) return [...tokens];
  const written = ({ position, length }: Token) => text.slice(position, position + length);
  const refuse = (token: Token, message: Message) => new FormulaError(message, text, token.position, token.length);
  const found = firstOfEach(indexed);
  const isLone = found.length === 1;
  const isMixed = hasOthers(tokens, found);
  if (most === undefined || isDoubtful(found)) {
    const list = indexed.find((token) => written(token).endsWith(']'));
    if (list) throw refuse(list, say('indexed', { text: written(list), place: list.position + 1 }));
    return [...tokens];
  }
  const called = indexed.find(
    (token) => !token.index!.isSure && isCalled(tokens, token) && !variables.includes(token.index!.letter),
  );
  if (isMixed && called) throw refuse(called, say('unknown', { name: written(called), place: called.position + 1 }));
  if (isMixed)
    throw refuse(indexed[0], say('someIndexed', { text: written(indexed[0]), place: indexed[0].position + 1 }));
  if (found.length > most) {
    const [first, second, third] = [...found].sort((a, b) => a.position - b.position);
    const last = most === 1 ? second : third;
    const values = { first: written(first), second: written(second), place: last.position + 1 };
    throw refuse(
      last,
      most === 1 ? say('twoVariables', values) : say('threeVariables', { ...values, name: written(third) }),
    );
  }
  const letters = isLone ? [letterOf(found[0], most)] : ['x', 'y'];
  const [first, second] = found.map(written);
  notes.push(
    isLone ? say('readPlainly', { text: first, first: letters[0] }) : say('readInPairs', { text: first, second }),
  );
  const keys = found.map(keyOf);
  return tokens.map((token) =>
    indexed.includes(token) ? { ...token, text: letters[keys.indexOf(keyOf(token))] } : token,
  );
}

/** J0(x) */
function isCalled(tokens: readonly Token[], token: Token): boolean {
  return tokens[tokens.indexOf(token) + 1].text === '(';
}

const keyOf = ({ index }: Token) => `${index!.letter} ${index!.number}`;

/** Where each variable stands first, in the order of their letters and numbers. */
function firstOfEach(indexed: readonly Token[]): Token[] {
  const byKey = new Map(indexed.toReversed().map((token) => [keyOf(token), token]));
  const order = ({ index: a }: Token, { index: b }: Token) =>
    a!.letter.length - b!.letter.length || a!.letter.localeCompare(b!.letter) || a!.number - b!.number;
  return [...byKey.values()].sort(order);
}

/** Whether other variables have no index, or another letter; cells of a spreadsheet have many letters. */
function hasOthers(tokens: readonly Token[], found: readonly Token[]): boolean {
  const isVariable = ({ kind, text, index }: Token) =>
    kind === 'name' && !index && VARIABLE.test(text) && !Object.hasOwn(CONSTANTS, text.toLowerCase());
  const letters = new Set(found.map(({ index }) => index!.letter));
  return tokens.some(isVariable) || (letters.size > 1 && !found[0].cell);
}

/** `x1` and `x2` are variables only together: x² + x³ that lost its style has the numbers 2 and 3. So are elements of a list. */
function isDoubtful(found: readonly Token[]): boolean {
  const numbers = found.map(({ index }) => index!.number);
  const isBare = found.some(({ index }) => !index!.isSure);
  const isLoneElement = found.length === 1 && found[0].text.endsWith(']');
  // x1 is no power of x, and no product.
  return isLoneElement || (isBare && !numbers.some((number) => number < 2));
}

/** What the only variable is called. */
function letterOf({ index, cell }: Token, most: number): string {
  if (most > 1) return index!.number > 1 && !cell ? 'y' : 'x';
  return cell ? 'x' : index!.letter;
}
