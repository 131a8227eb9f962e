import type { Algebra } from './algebra';
import type { CallNode, Expression } from './expression';
import type { Form } from './forms';

/** Brings an expression to normal form. */
export function normalize(expression: Expression, algebra: Algebra, known: Map<Expression, Form> = new Map()): Form {
  let form = known.get(expression);
  if (!form) known.set(expression, (form = build(expression, algebra, known)));
  return form;
}

function build(expression: Expression, algebra: Algebra, known: Map<Expression, Form>): Form {
  const inner = (e: Expression) => normalize(e, algebra, known);
  switch (expression.kind) {
    case 'number':
    case 'constant':
      return algebra.number(expression.value);
    case 'variable':
      return algebra.variable(expression.name);
    case 'negate':
      return algebra.scale(-1, inner(expression.operand));
    case 'add':
    case 'subtract':
      return sumOfChain(expression, algebra, inner);
    case 'multiply':
      return algebra.times(inner(expression.left), inner(expression.right));
    case 'divide':
      return divide(inner(expression.left), inner(expression.right), algebra);
    case 'power':
      return algebra.power(inner(expression.left), inner(expression.right));
    case 'call':
      return call(expression, expression.arguments.map(inner), algebra);
  }
}

/** A long chain of additions is one sum: built in one go, so that the work grows with its length, not with the square of it. */
function sumOfChain(expression: Expression, algebra: Algebra, inner: (e: Expression) => Form): Form {
  const terms: { coefficient: number; form: Form }[] = [];
  let rest = expression;
  while (rest.kind === 'add' || rest.kind === 'subtract') {
    terms.push({ coefficient: rest.kind === 'add' ? 1 : -1, form: inner(rest.right) });
    rest = rest.left;
  }
  terms.push({ coefficient: 1, form: inner(rest) });
  return algebra.sum(0, terms.reverse());
}

function divide(numerator: Form, denominator: Form, algebra: Algebra): Form {
  if (denominator.kind === 'number' && numerator.kind === 'number')
    return algebra.number(numerator.value / denominator.value);
  return algebra.product(1, [
    { base: numerator, exponent: 1 },
    { base: denominator, exponent: -1 },
  ]);
}

function call({ name }: CallNode, values: Form[], algebra: Algebra): Form {
  switch (name) {
    case 'sqrt':
      return algebra.power(values[0], algebra.number(0.5));
    case 'log10':
      return algebra.scale(Math.LOG10E, algebra.call('log', values[0]));
    case 'log2':
      return algebra.scale(Math.LOG2E, algebra.call('log', values[0]));
    case 'relu':
      return algebra.call('max', values[0], algebra.number(0));
    case 'huber':
      return algebra.call('huber', values[0], values[1] ?? algebra.number(1));
    case 'min':
    case 'max':
      return values.reduce((a, b) => algebra.call(name, a, b));
    default:
      return algebra.call(name, ...values);
  }
}
