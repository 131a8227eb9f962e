import type { CallNode, ConstantNode, Expression } from './expression';

/** How tight an operation binds: sum, product, sign, power, operand. */
const SUM = 1,
  PRODUCT = 2,
  SIGN = 3,
  POWER = 4,
  OPERAND = 5;

const OPERATIONS = { add: SUM, subtract: SUM, multiply: PRODUCT, divide: PRODUCT } as const;

/** How a language writes formulas. Its operations bind as ours do: a power tighter than the sign before it, and from the right. */
export interface Notation {
  symbols: Readonly<Record<keyof typeof OPERATIONS | 'power', string>>;
  number: (value: number) => string;
  constant: (constant: ConstantNode) => string;
  /** A call as an operand; the values need no parentheses between commas. */
  call: (call: CallNode, values: readonly string[]) => string;
  /** What stands for a part of the formula, in place of its own text. */
  replacement?: (part: Expression) => string | undefined;
}

const OURS: Notation = {
  symbols: { add: ' + ', subtract: ' - ', multiply: '*', divide: '/', power: '^' },
  number: String,
  constant: ({ name }) => name,
  call: ({ name }, values) => `${name}(${values.join(', ')})`,
};

/** A formula as text that `parse` reads as the same tree. */
export function toText(expression: Expression): string {
  return writeText(expression, OURS);
}

/** A formula as text of some notation, with no more parentheses than it takes. */
export function writeText(expression: Expression, notation: Notation): string {
  return write(expression, SUM, notation);
}

/** `least`: what binds less than this gets parentheses. */
function write(e: Expression, least: number, notation: Notation): string {
  const replacement = notation.replacement?.(e);
  if (replacement !== undefined) return replacement;
  const [text, binds] = plain(e, notation);
  return binds < least ? `(${text})` : text;
}

function plain(e: Expression, notation: Notation): [string, number] {
  const { symbols } = notation;
  switch (e.kind) {
    case 'number':
      return [notation.number(e.value), OPERAND];
    case 'constant':
      return [notation.constant(e), OPERAND];
    case 'variable':
      return [e.name, OPERAND];
    case 'negate':
      return [`-${write(e.operand, SIGN, notation)}`, SIGN];
    case 'power':
      return [`${write(e.left, OPERAND, notation)}${symbols.power}${write(e.right, SIGN, notation)}`, POWER];
    case 'call': {
      const values = e.arguments.map((parameter) => write(parameter, SUM, notation));
      return [notation.call(e, values), OPERAND];
    }
    default: {
      const binds = OPERATIONS[e.kind];
      return [`${write(e.left, binds, notation)}${symbols[e.kind]}${write(e.right, binds + 1, notation)}`, binds];
    }
  }
}
