/**
 * The normal form in which formulas are simplified, differentiated and compiled: sums of products of powers.
 * Equal parts are one object with one number, which is how common subexpressions are found.
 */
export type Form = NumberForm | VariableForm | SumForm | ProductForm | CallForm;

export interface NumberForm {
  readonly kind: 'number';
  readonly id: number;
  readonly value: number;
}
export interface VariableForm {
  readonly kind: 'variable';
  readonly id: number;
  readonly name: string;
}
/** constant + coefficient * form + ... */
export interface SumForm {
  readonly kind: 'sum';
  readonly id: number;
  readonly constant: number;
  readonly terms: readonly Term[];
}
export interface Term {
  readonly coefficient: number;
  readonly form: Form;
}
/** base ^ exponent * ..., without a coefficient: that is the sum's. */
export interface ProductForm {
  readonly kind: 'product';
  readonly id: number;
  readonly factors: readonly Factor[];
}
export interface Factor {
  readonly base: Form;
  readonly exponent: number;
}
export interface CallForm {
  readonly kind: 'call';
  readonly id: number;
  readonly name: CallName;
  readonly arguments: readonly Form[];
}

/** What is left of the functions once `relu` is a `max` and `sqrt` a power; `pow` is a power with a variable exponent. */
export type CallName =
  | 'exp'
  | 'log'
  | 'cbrt'
  | 'abs'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'sigmoid'
  | 'softplus'
  | 'sign'
  | 'step'
  | 'min'
  | 'max'
  | 'pow'
  | 'where'
  | 'huber'
  | 'kink';

/** The forms inside a form. */
export function partsOf(form: Form): readonly Form[] {
  switch (form.kind) {
    case 'sum':
      return form.terms.map((term) => term.form);
    case 'product':
      return form.factors.map((factor) => factor.base);
    case 'call':
      return form.arguments;
    default:
      return [];
  }
}
