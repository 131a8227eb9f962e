import type { Algebra } from './algebra';
import type { Form, Term } from './forms';

/** Beyond this degree nothing is multiplied out. */
const MAXIMUM_DEGREE = 6;
/** How much larger the rounding error of the multiplied out form may be, compared with the form as it stands. */
const ALLOWED_GROWTH = 4;

type Coefficients = readonly number[];

/** A term, multiplied out. */
interface Part {
  term: Term;
  coefficients: Coefficients;
}

/**
 * Collects what is polynomial in one variable among the terms of a sum, e.g. (t - 10)^2/2 + 50 - 10 t^2 becomes
 * -9.5 t^2 - 10 t + 100, which takes two multiplications. Multiplying out can cancel: (t - 1000)^2 + 1 near 1000 would
 * lose 6 digits. So it is done only where the absolute sum of the new terms nowhere exceeds that of the old ones by
 * much; those sums are what the rounding errors are proportional to. Undefined where there is nothing to collect.
 */
export function collectPolynomial(
  constant: number,
  terms: readonly Term[],
  algebra: Algebra,
): { constant: number; terms: Term[] } | undefined {
  const byVariable = new Map<Form, Part[]>();
  for (const term of terms) {
    const { variable, coefficients } = asPolynomial(term.form) ?? {};
    if (!variable || !coefficients) continue;
    const parts = byVariable.get(variable) ?? [];
    parts.push({ term, coefficients: coefficients.map((c) => c * term.coefficient) });
    byVariable.set(variable, parts);
  }
  for (const [variable, parts] of byVariable) {
    const count = parts.length + Number(constant !== 0);
    if (count < 2 || parts.every(({ term }) => isMonomial(term.form))) continue;
    const total = parts.reduce<number[]>((all, { coefficients }) => plus(all, coefficients), [constant]);
    if (!isHarmless(total, parts, constant)) continue;
    const replaced = new Set(parts.map(({ term }) => term));
    const powers = total.map((coefficient, degree) => ({
      coefficient,
      form: algebra.product(1, [{ base: variable, exponent: degree }]),
    }));
    return {
      constant: total[0],
      terms: [
        ...terms.filter((term) => !replaced.has(term)),
        ...powers.slice(1).filter(({ coefficient }) => coefficient !== 0),
      ],
    };
  }
  return undefined;
}

/** Coefficients in one variable, lowest first; undefined for what is no polynomial of low degree. */
function asPolynomial(form: Form): { variable?: Form; coefficients: Coefficients } | undefined {
  switch (form.kind) {
    case 'number':
      return { coefficients: [form.value] };
    case 'variable':
      return { variable: form, coefficients: [0, 1] };
    case 'sum':
      return combine(
        form.terms.map((term) => ({ form: term.form, times: term.coefficient })),
        [form.constant],
        (all, next, times) =>
          plus(
            all,
            next.map((c) => c * times),
          ),
      );
    case 'product': {
      if (form.factors.some(({ exponent }) => !Number.isInteger(exponent) || exponent < 0 || exponent > MAXIMUM_DEGREE))
        return undefined;
      return combine(
        form.factors.map(({ base, exponent }) => ({ form: base, times: exponent })),
        [1],
        (all, next, times) => {
          for (let i = 0; i < times; i++) all = convolve(all, next);
          return all;
        },
      );
    }
    default:
      return undefined;
  }
}

function combine(
  parts: { form: Form; times: number }[],
  start: Coefficients,
  join: (all: Coefficients, next: Coefficients, times: number) => Coefficients,
): { variable?: Form; coefficients: Coefficients } | undefined {
  let variable: Form | undefined;
  let all = start;
  for (const { form, times } of parts) {
    const found = asPolynomial(form);
    if (!found || (variable && found.variable && variable !== found.variable)) return undefined;
    variable ??= found.variable;
    all = join(all, found.coefficients, times);
    if (all.length > MAXIMUM_DEGREE + 1) return undefined;
  }
  return { variable, coefficients: all };
}

function isMonomial(form: Form): boolean {
  return (
    form.kind === 'variable' ||
    (form.kind === 'product' && form.factors.length === 1 && form.factors[0].base.kind === 'variable')
  );
}

/** Compares the absolute sums on a grid fine enough for polynomials of this degree: around 0, and around the centres of the old terms. */
function isHarmless(total: Coefficients, parts: readonly Part[], constant: number): boolean {
  const centres = [0, ...parts.flatMap(({ coefficients }) => centreOf(coefficients))];
  const absolute = total.map(Math.abs);
  for (const centre of centres) {
    for (let exponent = -20; exponent <= 20; exponent += 0.5) {
      for (const side of exponent === -20 ? [0] : [-1, 1]) {
        const t = centre + side * 2 ** exponent;
        const old = parts.reduce(
          (all, { coefficients }) => all + Math.abs(valueAt(coefficients, t)),
          Math.abs(constant),
        );
        if (!(valueAt(absolute, Math.abs(t)) <= ALLOWED_GROWTH * old)) return false;
      }
    }
  }
  return true;
}

/** Where a power of a linear term has its root; for other polynomials the mean of the roots. */
function centreOf(coefficients: Coefficients): number[] {
  const degree = coefficients.length - 1;
  const leading = coefficients[degree];
  return degree > 0 && leading !== 0 ? [-coefficients[degree - 1] / (degree * leading)] : [];
}

function valueAt(coefficients: Coefficients, t: number): number {
  return coefficients.reduceRight((value, c) => value * t + c, 0);
}

function plus(a: Coefficients, b: Coefficients): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0));
}

function convolve(a: Coefficients, b: Coefficients): Coefficients {
  const product = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => b.forEach((y, j) => (product[i + j] += x * y)));
  return product;
}
