import type { CallForm, CallName, Factor, Form, NumberForm, ProductForm, SumForm, Term, VariableForm } from './forms';
import { isSafe, NUMBER_FUNCTIONS, numberPower } from './number-functions';
import { TooLarge } from './too-large';

/** More parts than this and a formula, with its derivatives, is too large to handle while someone types. */
const MAXIMUM_PARTS = 400_000;

/**
 * Builds forms and simplifies as it builds. Every rule keeps the value wherever the original is finite; some make it
 * finite where the original is not (x/x at 0, exp(800)/exp(800)). Each compilation uses an algebra of its own, so that
 * the order of terms, and with it the last bit of a result, depends on nothing but the formula.
 */
export class Algebra {
  readonly #known = new Map<string, Form>();
  #parts = 0;

  number(value: number): NumberForm {
    const plain = value === 0 ? 0 : value;
    return this.#intern(`n${plain}`, 1, (id) => ({ kind: 'number', id, value: plain }));
  }

  variable(name: string): VariableForm {
    return this.#intern(`v${name}`, 1, (id) => ({ kind: 'variable', id, name }));
  }

  /** constant + the terms. */
  sum(constant: number, terms: readonly Term[]): Form {
    const collected: Term[] = [];
    const places = new Map<number, number>();
    let total = constant;
    const add = (coefficient: number, form: Form) => {
      if (coefficient === 0) return;
      const place = places.get(form.id);
      const merged = place === undefined ? coefficient : collected[place].coefficient + coefficient;
      if (place === undefined || !Number.isFinite(merged)) {
        places.set(form.id, collected.length);
        collected.push({ coefficient, form });
      } else {
        collected[place] = { coefficient: merged, form };
      }
    };
    for (const { coefficient, form } of terms) {
      if (form.kind === 'number') {
        total += coefficient === 0 ? 0 : coefficient * form.value;
      } else if (form.kind === 'sum' && canScale(form, coefficient)) {
        total += coefficient * form.constant;
        for (const inner of form.terms) add(coefficient * inner.coefficient, inner.form);
      } else {
        add(coefficient, form);
      }
    }
    const left = collected.filter((term) => term.coefficient !== 0).sort((a, b) => a.form.id - b.form.id);
    if (left.length === 0) return this.number(total);
    if (left.length === 1 && total === 0 && left[0].coefficient === 1) return left[0].form;
    const key = `s${total}${left.map((term) => `,${term.coefficient}*${term.form.id}`).join('')}`;
    return this.#intern<SumForm>(key, left.length, (id) => ({ kind: 'sum', id, constant: total, terms: left }));
  }

  /** coefficient * the factors. */
  product(coefficient: number, factors: readonly Factor[]): Form {
    const collector = new FactorCollector(this, coefficient);
    for (const { base, exponent } of factors) collector.add(base, exponent);
    return collector.form();
  }

  times(...forms: Form[]): Form {
    return this.product(
      1,
      forms.map((base) => ({ base, exponent: 1 })),
    );
  }

  scale(coefficient: number, form: Form): Form {
    return this.sum(0, [{ coefficient, form }]);
  }

  power(base: Form, exponent: Form): Form {
    if (exponent.kind === 'number') {
      if (base.kind === 'number') return this.number(numberPower(base.value, exponent.value));
      return this.product(1, [{ base, exponent: exponent.value }]);
    }
    if (base.kind === 'number' && base.value === Math.E) return this.call('exp', exponent);
    return this.call('pow', base, exponent);
  }

  call(name: CallName, ...parameters: Form[]): Form {
    if (parameters.every((parameter) => parameter.kind === 'number')) {
      const [a, b, c] = parameters.map((parameter) => parameter.value);
      return this.number(NUMBER_FUNCTIONS[name](a, b, c));
    }
    const [first, second] = parameters;
    if (name === 'min' || name === 'max') {
      if (first === second) return first;
      if (first.kind === 'number') return this.call(name, second, first);
    }
    if (name === 'log' && first.kind === 'call' && first.name === 'exp') return first.arguments[0];
    if (name === 'log') {
      const inner = this.onePlusExp(first);
      if (inner?.scale === 1) return this.call('softplus', inner.argument);
    }
    const key = `c${name}${parameters.map((parameter) => `,${parameter.id}`).join('')}`;
    return this.#intern<CallForm>(key, parameters.length, (id) => ({ kind: 'call', id, name, arguments: parameters }));
  }

  /** A product whose factors are collected already. */
  rawProduct(factors: readonly Factor[]): Form {
    if (factors.length === 1 && factors[0].exponent === 1) return factors[0].base;
    const key = `p${factors.map((factor) => `,${factor.base.id}^${factor.exponent}`).join('')}`;
    return this.#intern<ProductForm>(key, factors.length, (id) => ({ kind: 'product', id, factors }));
  }

  /** For c (1 + exp(g)) with c > 0: c, and g where that is not a number. */
  onePlusExp(form: Form): { scale: number; argument: Form } | undefined {
    if (form.kind !== 'sum' || form.terms.length !== 1) return undefined;
    const [{ coefficient, form: term }] = form.terms;
    if (!(form.constant > 0) || coefficient !== form.constant || term.kind !== 'call' || term.name !== 'exp')
      return undefined;
    return { scale: form.constant, argument: term.arguments[0] };
  }

  #intern<F extends Form>(key: string, parts: number, make: (id: number) => F): F {
    let form = this.#known.get(key);
    if (!form) {
      this.#parts += parts;
      if (this.#parts > MAXIMUM_PARTS) throw new TooLarge();
      this.#known.set(key, (form = make(this.#known.size)));
    }
    return form as F;
  }
}

/** Gathers the factors of one product. */
class FactorCollector {
  readonly #factors = new Map<string, Factor>();
  readonly #exponential: Term[] = [];

  constructor(
    private readonly algebra: Algebra,
    private coefficient: number,
  ) {}

  add(base: Form, exponent: number): void {
    if (exponent === 0) return;
    const whole = Number.isInteger(exponent);
    if (base.kind === 'number' && this.#scale(numberPower(base.value, exponent))) return;
    if (base.kind === 'product' && whole) {
      for (const factor of base.factors) {
        // (x^(1/2))^2 is x only where x >= 0, so it stays as it is.
        if (Number.isInteger(factor.exponent)) this.add(factor.base, factor.exponent * exponent);
        else if (exponent === 1) this.#put(factor);
        else this.#put({ base: this.algebra.rawProduct([factor]), exponent });
      }
      return;
    }
    if (base.kind === 'sum' && whole) {
      if (
        base.constant === 0 &&
        base.terms.length === 1 &&
        this.#scale(numberPower(base.terms[0].coefficient, exponent))
      ) {
        this.add(base.terms[0].form, exponent);
        return;
      }
      const inner = exponent < 0 ? this.algebra.onePlusExp(base) : undefined;
      if (inner && this.#scale(numberPower(inner.scale, exponent))) {
        this.#put({ base: this.algebra.call('sigmoid', this.algebra.scale(-1, inner.argument)), exponent: -exponent });
        return;
      }
    }
    if (base.kind === 'call' && base.name === 'exp' && whole) {
      this.#exponential.push({ coefficient: exponent, form: base.arguments[0] });
      return;
    }
    this.#put({ base, exponent });
  }

  form(): Form {
    const { algebra } = this;
    if (this.#exponential.length > 0) {
      const base = algebra.call('exp', algebra.sum(0, this.#exponential));
      if (base.kind !== 'number' || !this.#scale(base.value)) this.#absorb(base);
    }
    if (this.coefficient === 0) return algebra.number(0);
    const factors = [...this.#factors.values()]
      .filter((factor) => factor.exponent !== 0)
      .sort((a, b) => a.base.id - b.base.id || a.exponent - b.exponent);
    if (factors.length === 0) return algebra.number(this.coefficient);
    const spread = this.#spread(factors);
    if (spread) return spread;
    const product = algebra.rawProduct(factors);
    return this.coefficient === 1 ? product : algebra.scale(this.coefficient, product);
  }

  /** exp(u) sigmoid(-u) is sigmoid(u): that form does not overflow. */
  #absorb(exponential: Form): void {
    const { algebra } = this;
    if (exponential.kind === 'call') {
      const [argument] = exponential.arguments;
      const opposite = algebra.call('sigmoid', algebra.scale(-1, argument));
      const place = this.#factors.get(`${opposite.id}`);
      if (place && place.exponent >= 1) {
        this.#put({ base: opposite, exponent: -1 });
        this.#put({ base: algebra.call('sigmoid', argument), exponent: 1 });
        return;
      }
    }
    this.#put({ base: exponential, exponent: 1 });
  }

  /** sigmoid(-u) (... + exp(u) ...) is multiplied out, so that `absorb` applies: this keeps printed quotients from overflowing. */
  #spread(factors: readonly Factor[]): Form | undefined {
    const { algebra } = this;
    const exponentials = new Set<number>();
    for (const { base, exponent } of factors) {
      if (base.kind === 'call' && base.name === 'sigmoid' && exponent >= 1) {
        exponentials.add(algebra.call('exp', algebra.scale(-1, base.arguments[0])).id);
      }
    }
    if (exponentials.size === 0) return undefined;
    const isOpposite = (form: Form): boolean =>
      exponentials.has(form.id) ||
      (form.kind === 'product' &&
        form.factors.some((factor) => factor.exponent === 1 && exponentials.has(factor.base.id)));
    const at = factors.findIndex(
      ({ base, exponent }) => exponent === 1 && base.kind === 'sum' && base.terms.some((term) => isOpposite(term.form)),
    );
    if (at < 0) return undefined;
    const sum = factors[at].base as SumForm;
    const others = factors.filter((_, index) => index !== at);
    const terms = sum.terms.map(({ coefficient, form }) => ({
      coefficient: 1,
      form: algebra.product(this.coefficient * coefficient, [...others, { base: form, exponent: 1 }]),
    }));
    return algebra.sum(0, [
      ...terms,
      { coefficient: 1, form: algebra.product(this.coefficient * sum.constant, others) },
    ]);
  }

  /** Multiplies the coefficient, unless that loses a finite value to overflow or underflow. */
  #scale(factor: number): boolean {
    const scaled = this.coefficient * factor;
    if (!isSafe(scaled, this.coefficient, factor)) return false;
    this.coefficient = scaled;
    return true;
  }

  #put({ base, exponent }: Factor): void {
    // Numbers are here because they could not be multiplied.
    if (base.kind === 'number') return void this.#factors.set(`number ${this.#factors.size}`, { base, exponent });
    const key = Number.isInteger(exponent) ? `${base.id}` : `${base.id}^${exponent}`;
    const known = this.#factors.get(key);
    if (known && Number.isInteger(exponent)) this.#factors.set(key, { base, exponent: known.exponent + exponent });
    else if (known) this.#put({ base: this.algebra.rawProduct([known]), exponent: 2 });
    else this.#factors.set(key, { base, exponent });
    if (known && !Number.isInteger(exponent)) this.#factors.delete(key);
  }
}

/** Whether every coefficient of a sum can be multiplied without loss. */
function canScale(form: SumForm, coefficient: number): boolean {
  return (
    isSafe(form.constant * coefficient, form.constant, coefficient) &&
    form.terms.every((term) => isSafe(term.coefficient * coefficient, term.coefficient, coefficient))
  );
}
