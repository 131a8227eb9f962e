import type { Algebra } from './algebra';
import type { CallForm, Form, ProductForm, Term } from './forms';

/** The derivative of a form, by the rules of the textbook. Kinks take the derivative on one side (`sign`, `step`, `where`); a jump leaves a `kink`. */
export function differentiate(
  form: Form,
  variable: string,
  algebra: Algebra,
  known: Map<Form, Form> = new Map(),
): Form {
  let result = known.get(form);
  if (!result) known.set(form, (result = rule(form, variable, algebra, known)));
  return result;
}

function rule(form: Form, variable: string, algebra: Algebra, known: Map<Form, Form>): Form {
  switch (form.kind) {
    case 'number':
      return algebra.number(0);
    case 'variable':
      return algebra.number(form.name === variable ? 1 : 0);
    case 'sum':
      return algebra.sum(
        0,
        form.terms.map((term) => ({
          coefficient: term.coefficient,
          form: differentiate(term.form, variable, algebra, known),
        })),
      );
    case 'product':
      return productRule(form, variable, algebra, known);
    case 'call': {
      const inner = form.arguments.map((parameter) => differentiate(parameter, variable, algebra, known));
      if (inner.every((d) => d.kind === 'number' && d.value === 0)) return algebra.number(0);
      return callRule(form, inner, algebra);
    }
  }
}

/** Each factor in turn loses one from its exponent and is multiplied by the derivative of its base. */
function productRule({ factors }: ProductForm, variable: string, algebra: Algebra, known: Map<Form, Form>): Form {
  const terms: Term[] = [];
  factors.forEach(({ base, exponent }, index) => {
    const inner = differentiate(base, variable, algebra, known);
    if (inner.kind === 'number' && inner.value === 0) return;
    const others = factors.filter((_, other) => other !== index);
    const product = algebra.product(exponent, [
      ...others,
      { base, exponent: exponent - 1 },
      { base: inner, exponent: 1 },
    ]);
    terms.push({ coefficient: 1, form: product });
  });
  return algebra.sum(0, terms);
}

function callRule(form: CallForm, inner: readonly Form[], algebra: Algebra): Form {
  const [u, v] = form.arguments;
  const [du, dv, dw] = inner;
  switch (form.name) {
    case 'exp':
      return algebra.times(form, du);
    case 'log':
      return algebra.product(1, [
        { base: du, exponent: 1 },
        { base: u, exponent: -1 },
      ]);
    case 'abs':
      return algebra.times(algebra.call('sign', u), du);
    case 'sin':
      return algebra.times(algebra.call('cos', u), du);
    case 'cos':
      return algebra.scale(-1, algebra.times(algebra.call('sin', u), du));
    case 'tan':
      return algebra.times(algebra.sum(1, [{ coefficient: 1, form: square(algebra, form) }]), du);
    case 'asin':
    case 'acos':
      return algebra.product(form.name === 'asin' ? 1 : -1, [
        { base: du, exponent: 1 },
        { base: algebra.sum(1, [{ coefficient: -1, form: square(algebra, u) }]), exponent: -0.5 },
      ]);
    case 'atan':
      return algebra.product(1, [
        { base: du, exponent: 1 },
        { base: algebra.sum(1, [{ coefficient: 1, form: square(algebra, u) }]), exponent: -1 },
      ]);
    case 'cbrt':
      return algebra.product(1 / 3, [
        { base: du, exponent: 1 },
        { base: form, exponent: -2 },
      ]);
    case 'sinh':
      return algebra.times(algebra.call('cosh', u), du);
    case 'cosh':
      return algebra.times(algebra.call('sinh', u), du);
    case 'tanh': {
      // 1 - tanh^2 would cancel in the tails; this is the same and does not.
      const twice = algebra.scale(2, u);
      return algebra.scale(
        4,
        algebra.times(algebra.call('sigmoid', twice), algebra.call('sigmoid', algebra.scale(-1, twice)), du),
      );
    }
    case 'sigmoid':
      return algebra.times(form, algebra.call('sigmoid', algebra.scale(-1, u)), du);
    case 'softplus':
      return algebra.times(algebra.call('sigmoid', u), du);
    case 'huber':
      return algebra.times(algebra.call('min', algebra.call('max', u, algebra.scale(-1, v)), v), du);
    case 'kink':
      return algebra.number(0);
    case 'sign':
    case 'step':
      return algebra.call('kink', u);
    case 'max':
      if (v.kind === 'number')
        return algebra.times(algebra.call('step', algebra.sum(-v.value, [{ coefficient: 1, form: u }])), du);
      return choice(algebra, difference(algebra, u, v), du, dv);
    case 'min':
      if (v.kind === 'number')
        return algebra.times(algebra.call('step', algebra.sum(v.value, [{ coefficient: -1, form: u }])), du);
      return choice(algebra, difference(algebra, v, u), du, dv);
    case 'where':
      return algebra.sum(0, [
        { coefficient: 1, form: choice(algebra, u, dv, dw) },
        { coefficient: 1, form: algebra.call('kink', u) },
      ]);
    case 'pow': {
      // u^v = exp(v log u). Where the base does not vary, the logarithm is that of a constant.
      const grows = algebra.times(dv, algebra.call('log', u));
      if (du.kind === 'number' && du.value === 0) return algebra.times(form, grows);
      const power = algebra.call('pow', u, algebra.sum(-1, [{ coefficient: 1, form: v }]));
      const turns = algebra.product(1, [
        { base: power, exponent: 1 },
        { base: v, exponent: 1 },
        { base: du, exponent: 1 },
      ]);
      if (dv.kind === 'number' && dv.value === 0) return turns;
      return algebra.sum(0, [
        { coefficient: 1, form: algebra.times(form, grows) },
        { coefficient: 1, form: turns },
      ]);
    }
  }
}

function square(algebra: Algebra, form: Form): Form {
  return algebra.product(1, [{ base: form, exponent: 2 }]);
}

function difference(algebra: Algebra, a: Form, b: Form): Form {
  return algebra.sum(0, [
    { coefficient: 1, form: a },
    { coefficient: -1, form: b },
  ]);
}

function choice(algebra: Algebra, condition: Form, a: Form, b: Form): Form {
  return a === b ? a : algebra.call('where', condition, a, b);
}
