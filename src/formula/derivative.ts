import { Algebra } from './algebra';
import { denormalize } from './denormalize';
import { differentiate } from './differentiate';
import type { Expression } from './expression';
import { normalize } from './normalize';

/**
 * The derivative of an expression with respect to a variable: symbolic, simplified. At a kink it is that of one side:
 * 0 for `abs` and `relu` at 0, the first argument's for `max` of equals.
 */
export function derivative(expression: Expression, variable: string): Expression {
  const algebra = new Algebra();
  return denormalize(differentiate(normalize(expression, algebra), variable, algebra));
}
