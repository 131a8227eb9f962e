import type { Expression } from './expression';

/** How tight an operation binds: sum, product, sign, power, operand. */
const SUM = 1,
  PRODUCT = 2,
  SIGN = 3,
  POWER = 4,
  OPERAND = 5;

const SYMBOLS = {
  add: ['+', SUM],
  subtract: ['-', SUM],
  multiply: ['*', PRODUCT],
  divide: ['/', PRODUCT],
} as const;

/** A formula as text that `parse` reads as the same tree. */
export function toText(expression: Expression): string {
  return write(expression, SUM);
}

/** `least`: what binds less than this gets parentheses. */
function write(e: Expression, least: number): string {
  const [text, binds] = plain(e);
  return binds < least ? `(${text})` : text;
}

function plain(e: Expression): [string, number] {
  switch (e.kind) {
    case 'number':
      return [String(e.value), OPERAND];
    case 'constant':
    case 'variable':
      return [e.name, OPERAND];
    case 'negate':
      return [`-${write(e.operand, SIGN)}`, SIGN];
    case 'power':
      return [`${write(e.left, OPERAND)}^${write(e.right, SIGN)}`, POWER];
    case 'call':
      return [`${e.name}(${e.arguments.map((parameter) => write(parameter, SUM)).join(', ')})`, OPERAND];
    default: {
      const [symbol, binds] = SYMBOLS[e.kind];
      const space = binds === SUM ? ' ' : '';
      return [`${write(e.left, binds)}${space}${symbol}${space}${write(e.right, binds + 1)}`, binds];
    }
  }
}
