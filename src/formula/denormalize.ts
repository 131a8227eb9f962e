import { binaryNode, callNode, negateNode, numberNode, variableNode, type Expression } from './expression';
import type { CallForm, Factor, Form, SumForm } from './forms';
import type { FunctionName } from './functions';

/** Writes a form as an expression again. */
export function denormalize(form: Form, known: Map<Form, Expression> = new Map()): Expression {
  let expression = known.get(form);
  if (!expression) known.set(form, (expression = build(form, known)));
  return expression;
}

function build(form: Form, known: Map<Form, Expression>): Expression {
  switch (form.kind) {
    case 'number':
      return constant(form.value);
    case 'variable':
      return variableNode(form.name);
    case 'sum':
      return sum(form, known);
    case 'product':
      return product(1, form, known);
    case 'call':
      return call(form, known);
  }
}

/** Infinity and NaN have no literal. */
function constant(value: number): Expression {
  if (Number.isNaN(value)) return binaryNode('divide', numberNode(0), numberNode(0));
  if (!Number.isFinite(value)) return binaryNode('divide', constant(Math.sign(value)), numberNode(0));
  return value < 0 ? negateNode(numberNode(-value)) : numberNode(value);
}

function sum(form: SumForm, known: Map<Form, Expression>): Expression {
  const parts = form.terms.map(({ coefficient, form: term }) => ({
    negative: coefficient < 0,
    size: product(Math.abs(coefficient), term, known),
  }));
  if (form.constant !== 0) parts.push({ negative: form.constant < 0, size: constant(Math.abs(form.constant)) });
  // A sum that does not begin with a sign is easier to read.
  const first = Math.max(
    0,
    parts.findIndex((part) => !part.negative),
  );
  const [{ negative, size }] = parts.splice(first, 1);
  return parts.reduce(
    (left, part) => binaryNode(part.negative ? 'subtract' : 'add', left, part.size),
    negative ? negateNode(size) : size,
  );
}

function product(coefficient: number, form: Form, known: Map<Form, Expression>): Expression {
  const factors = form.kind === 'product' ? form.factors : [{ base: form, exponent: 1 }];
  const above = factors.filter((factor) => factor.exponent > 0).map((factor) => power(factor, 1, known));
  const below = factors.filter((factor) => factor.exponent < 0).map((factor) => power(factor, -1, known));
  if (coefficient !== 1 || above.length === 0) above.unshift(constant(coefficient));
  const multiply = (left: Expression, right: Expression) => binaryNode('multiply', left, right);
  const numerator = above.reduce(multiply);
  return below.length === 0 ? numerator : binaryNode('divide', numerator, below.reduce(multiply));
}

function power({ base, exponent }: Factor, sign: 1 | -1, known: Map<Form, Expression>): Expression {
  const inner = denormalize(base, known);
  const size = sign * exponent;
  if (size === 1) return inner;
  if (size === 0.5) return callNode('sqrt', inner);
  return binaryNode('power', inner, numberNode(size));
}

function call(form: CallForm, known: Map<Form, Expression>): Expression {
  const values = form.arguments.map((parameter) => denormalize(parameter, known));
  if (form.name === 'pow') return binaryNode('power', values[0], values[1]);
  const second = form.arguments[1];
  if (form.name === 'max' && second.kind === 'number' && second.value === 0) return callNode('relu', values[0]);
  return callNode(form.name satisfies FunctionName, ...values);
}
