import { compileScalar } from './compile';
import { callNode, binaryNode, numberNode, type CallNode, type Expression } from './expression';
import { DOMAINS } from './functions';
import { compileInterval, listed } from './interval';

/**
 * Where an expression is defined: an expression that is 1 there, and elsewhere 0 or not a number. Undefined where that is
 * everywhere, as far as interval arithmetic can tell.
 *
 * It goes by the expression as it was written: arguments of logarithms and roots, bases of powers, denominators.
 */
export function domainOf(expression: Expression, variable: string | readonly string[]): Expression | undefined {
  const variables = listed(variable);
  const known = new Map<Expression, Expression | undefined>();
  const inside = (e: Expression): Expression | undefined => {
    if (!known.has(e)) known.set(e, both(ofParts(e), provable(conditionOf(e, variables), variables)));
    return known.get(e);
  };
  const ofParts = (e: Expression): Expression | undefined => {
    switch (e.kind) {
      case 'number':
      case 'constant':
      case 'variable':
        return undefined;
      case 'negate':
        return inside(e.operand);
      case 'call':
        return e.name === 'where' ? ofChoice(e) : both(...e.arguments.map(inside));
      default:
        return both(inside(e.left), inside(e.right));
    }
  };
  /** Of a choice only the branch that is taken has to be defined. */
  const ofChoice = ({ arguments: [test, first, second] }: CallNode) => {
    const [a, b] = [inside(first), inside(second)];
    return both(inside(test), a || b ? callNode('where', test, a ?? ONE, b ?? ONE) : undefined);
  };
  return inside(expression);
}

const ONE = numberNode(1);
const isPositive = (e: Expression) => callNode('step', e);
const isNotNegative = (e: Expression) => callNode('where', e, ONE, numberNode(0));
const isNotZero = (e: Expression) => callNode('step', callNode('abs', e));

/** At most 1 in size. */
const isShare = (e: Expression) => isNotNegative(binaryNode('subtract', ONE, callNode('abs', e)));

const HOLDS = { positive: isPositive, 'not negative': isNotNegative, 'within 1': isShare };

/** What must hold for an operation itself, given that its operands are defined. */
function conditionOf(e: Expression, variables: readonly string[]): Expression | undefined {
  switch (e.kind) {
    case 'divide':
      return isNotZero(e.right);
    case 'power': {
      const exponent = constantOf(e.right, variables);
      if (exponent === undefined) return isPositive(e.left);
      if (Number.isInteger(exponent)) return exponent < 0 ? isNotZero(e.left) : undefined;
      return exponent < 0 ? isPositive(e.left) : isNotNegative(e.left);
    }
    case 'call':
      return DOMAINS[e.name] && HOLDS[DOMAINS[e.name]!](e.arguments[0]);
    default:
      return undefined;
  }
}

/** The value of an expression in which no variable stands. */
function constantOf(e: Expression, variables: readonly string[]): number | undefined {
  const stands = (part: Expression): boolean => {
    if (part.kind === 'variable') return true;
    if (part.kind === 'negate') return stands(part.operand);
    if (part.kind === 'call') return part.arguments.some(stands);
    return 'left' in part && (stands(part.left) || stands(part.right));
  };
  return stands(e) ? undefined : compileScalar(e, variables)(...variables.map(() => 0));
}

/** A condition, or nothing if it always holds. */
function provable(condition: Expression | undefined, variables: readonly string[]): Expression | undefined {
  const everywhere = variables.flatMap(() => [-Infinity, Infinity]);
  return condition && holdsBetween(condition, variables)(...everywhere) ? undefined : condition;
}

function both(...conditions: readonly (Expression | undefined)[]): Expression | undefined {
  return conditions.reduce((a, b) => (a && b ? binaryNode('multiply', a, b) : (a ?? b)), undefined);
}

/** Whether a domain, as `domainOf` gives it, surely holds all numbers between two; with several variables, between two each. */
export function holdsBetween(domain: Expression, variable: string | readonly string[]): (...ends: number[]) => boolean {
  const range = compileInterval(domain, variable);
  return (...ends) => range(...ends)[0] > 0.5;
}
