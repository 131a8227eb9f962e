import { Algebra } from './algebra';
import { Emitter } from './emitter';
import type { Expression } from './expression';
import type { CallForm, Factor, Form, ProductForm, Term } from './forms';
import { partsOf } from './forms';
import { normalize } from './normalize';
import { collectPolynomial } from './polynomial';
import type { Program } from './program';

/**
 * Turns expressions into one program: common factors are taken out of sums, polynomials become Horner's scheme, equal
 * parts are computed once.
 * @param options.kinks keeps the marks of jumps, which are 0 for every other purpose
 * @throws {RangeError} for an expression with a variable that is not listed
 */
export function lower(
  expressions: readonly Expression[],
  variables: readonly string[],
  options: { kinks?: boolean } = {},
): Program {
  const emitter = new Emitter(variables.length);
  // An algebra for each: how an expression is computed, to the last bit, does not depend on which others come along.
  const outputs = expressions.map((expression) => {
    const algebra = new Algebra();
    const form = normalize(expression, algebra);
    return new Lowering(algebra, emitter, variables, form, options.kinks ?? false).value(form);
  });
  return emitter.finish(outputs);
}

class Lowering {
  readonly #values = new Map<Form, number>();
  /** How often a form is a divisor: its reciprocal pays when that is more than once. */
  readonly #divisors = new Map<Form, number>();

  constructor(
    private readonly algebra: Algebra,
    private readonly emitter: Emitter,
    private readonly names: readonly string[],
    root: Form,
    private readonly kinks: boolean,
  ) {
    const seen = new Set<Form>();
    const count = (form: Form) => {
      if (seen.has(form)) return;
      seen.add(form);
      if (form.kind === 'product') {
        for (const { base, exponent } of form.factors) {
          if (exponent < 0) this.#divisors.set(base, (this.#divisors.get(base) ?? 0) + (exponent === -1 ? 1 : 2));
        }
      }
      partsOf(form).forEach(count);
    };
    count(root);
  }

  value(form: Form): number {
    let value = this.#values.get(form);
    if (value === undefined) this.#values.set(form, (value = this.#compute(form)));
    return value;
  }

  #compute(form: Form): number {
    switch (form.kind) {
      case 'number':
        return this.emitter.constant(form.value);
      case 'variable': {
        const index = this.names.indexOf(form.name);
        if (index < 0) throw new RangeError(`unknown variable: ${form.name} (one of ${this.names.join(', ')})`);
        return index;
      }
      case 'sum':
        return this.#sum(form.constant, form.terms);
      case 'product':
        return this.#product(form);
      case 'call':
        return this.#call(form);
    }
  }

  /**
   * constant + the terms. What stands in parentheses in a product stays together when the product's factor is taken
   * out: t - 10 is exact near 10, as a part of a longer sum it would not be.
   */
  #sum(constant: number, terms: readonly Term[]): number {
    const collected = collectPolynomial(constant, terms, this.algebra);
    if (collected) return this.#sum(collected.constant, collected.terms);
    const common = commonFactor(terms);
    if (!common) return this.#plainSum(constant, terms);
    // Terms with the common factor, divided by it; and the rest.
    const inside: Term[] = [];
    const outside: Term[] = [];
    let insideConstant = 0;
    for (const { coefficient, form } of terms) {
      const quotient = divide(form, common, this.algebra);
      if (!quotient) outside.push({ coefficient, form });
      else if (quotient.kind === 'number') insideConstant += coefficient * quotient.value;
      else inside.push({ coefficient, form: quotient });
    }
    const factor = this.value(this.algebra.product(1, [common]));
    const product = this.emitter.multiply(factor, this.#sum(insideConstant, inside));
    if (outside.length === 0) return this.emitter.affine(product, 1, constant);
    return this.emitter.addScaled(1, product, this.#sum(constant, outside));
  }

  /** Terms without a common factor, one after the other. */
  #plainSum(constant: number, terms: readonly Term[]): number {
    const parts = terms.map(({ coefficient, form }) => ({ coefficient, value: this.value(form) }));
    const isProduct = ({ value }: { value: number }) => this.emitter.maker(value)?.operation === 'multiply';
    // Products come last: they are multiplied and added in one instruction.
    parts.sort((a, b) => Number(isProduct(a)) - Number(isProduct(b)));
    const [first, ...rest] = parts;
    let sum = this.emitter.affine(first.value, first.coefficient, constant);
    for (const { coefficient, value } of rest) sum = this.emitter.addScaled(coefficient, value, sum);
    return sum;
  }

  #product({ factors }: ProductForm): number {
    const above = factors.filter(({ exponent }) => exponent > 0);
    const below = factors.filter(({ exponent }) => exponent < 0);
    let result: number | undefined;
    for (const factor of above) {
      const power = this.#power(factor);
      result = result === undefined ? power : this.emitter.multiply(result, power);
    }
    for (const { base, exponent } of below) {
      const power = this.#power({ base, exponent: -exponent });
      if (result !== undefined && exponent === -1 && this.#divisors.get(base) === 1) {
        result = this.emitter.emit('divide', [result, power]);
      } else if (exponent === -1 || !Number.isInteger(exponent)) {
        const reciprocal = this.emitter.emit('reciprocal', [power]);
        result = result === undefined ? reciprocal : this.emitter.multiply(result, reciprocal);
      } else {
        // Powers of the reciprocal, one at a time as long as they are few: their product may underflow before the rest joins.
        const reciprocal = this.emitter.emit('reciprocal', [this.value(base)]);
        const steps = -exponent <= 3 && result !== undefined ? -exponent : 1;
        const step = steps === 1 ? this.emitter.wholePower(reciprocal, -exponent) : reciprocal;
        for (let i = 0; i < steps; i++) result = result === undefined ? step : this.emitter.multiply(result, step);
      }
    }
    return result!;
  }

  #power({ base, exponent }: Factor): number {
    const value = this.value(base);
    if (Number.isInteger(exponent)) return this.emitter.wholePower(value, exponent);
    if (Number.isInteger(exponent - 0.5) && exponent < 16) {
      const root = this.emitter.emit('sqrt', [value]);
      return exponent === 0.5 ? root : this.emitter.multiply(this.emitter.wholePower(value, exponent - 0.5), root);
    }
    return this.emitter.emit('powConstant', [value], [exponent]);
  }

  #call(form: CallForm): number {
    const [first, second] = form.arguments;
    switch (form.name) {
      case 'exp':
        return this.#exponential('exp', first);
      case 'sigmoid':
        return this.#sigmoid(first);
      case 'kink':
        return this.kinks ? this.emitter.emit('kink', [this.value(first)]) : this.emitter.constant(0);
      case 'huber':
        return this.emitter.emit('huber', [this.value(first)], [second.kind === 'number' ? second.value : NaN]);
      default:
        return this.emitter.emit(
          form.name,
          form.arguments.map((parameter) => this.value(parameter)),
        );
    }
  }

  /** exp of an argument k a + l takes the two constants along. */
  #exponential(operation: 'exp' | 'sigmoidExp', argument: Form): number {
    if (argument.kind === 'sum' && argument.terms.length === 1) {
      const [{ coefficient, form }] = argument.terms;
      return this.emitter.emit(operation, [this.value(form)], [coefficient, argument.constant]);
    }
    return this.emitter.emit(operation, [this.value(argument)], [1, 0]);
  }

  /** sigmoid(u) and sigmoid(-u) come from one exponential and one division, each exact in its tail. */
  #sigmoid(argument: Form): number {
    const flipped = argument.kind === 'sum' && argument.terms[0].coefficient < 0;
    const positive = flipped ? this.algebra.scale(-1, argument) : argument;
    const exponential = this.#exponential('sigmoidExp', this.algebra.scale(-1, positive));
    const low = this.emitter.emit('sigmoidLow', [exponential]);
    return flipped ? this.emitter.emit('sigmoidHigh', [exponential, low]) : low;
  }
}

/** The power that most terms share; undefined if no two do. */
function commonFactor(terms: readonly Term[]): Factor | undefined {
  const counts = new Map<string, { factor: Factor; count: number }>();
  for (const { form } of terms) {
    for (const { base, exponent } of factorsOf(form)) {
      const whole = Number.isInteger(exponent);
      const key = whole ? `${base.id}:${Math.sign(exponent)}` : `${base.id}^${exponent}`;
      const known = counts.get(key);
      if (!known) counts.set(key, { factor: { base, exponent }, count: 1 });
      else {
        known.count++;
        if (Math.abs(exponent) < Math.abs(known.factor.exponent)) known.factor = { base, exponent };
      }
    }
  }
  let best: { factor: Factor; count: number } | undefined;
  for (const candidate of counts.values()) if (candidate.count > (best?.count ?? 1)) best = candidate;
  return best?.factor;
}

function factorsOf(form: Form): readonly Factor[] {
  if (form.kind === 'product') return form.factors;
  return form.kind === 'number' ? [] : [{ base: form, exponent: 1 }];
}

/** A term divided by a common factor; undefined if it does not have it. */
function divide(form: Form, common: Factor, algebra: Algebra): Form | undefined {
  const factors = factorsOf(form);
  const at = factors.findIndex(
    ({ base, exponent }) =>
      base === common.base &&
      (Number.isInteger(exponent)
        ? Number.isInteger(common.exponent) && Math.sign(exponent) === Math.sign(common.exponent)
        : exponent === common.exponent),
  );
  if (at < 0) return undefined;
  const left = factors.map((factor, index) =>
    index === at ? { base: factor.base, exponent: factor.exponent - common.exponent } : factor,
  );
  return algebra.product(1, left);
}
