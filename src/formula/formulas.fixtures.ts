import fc, { type Arbitrary } from 'fast-check';
import { FormulaError, parseObjective, parseSurface, toText } from '.';
import { inEnglish } from '../messages';

/** Generated formulas and numbers for tests. A seed in the test makes them the same ones every time. */

/** A formula, and the same one in nothing but elementary functions, which another program can read and differentiate. */
export interface GeneratedFormula {
  text: string;
  elementary: string;
}

/** Functions, with what they are in elementary terms. */
const FUNCTIONS: [name: string, elementary: (u: string) => string][] = [
  ...['exp', 'log', 'sqrt', 'abs', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'asin', 'acos', 'atan', 'cbrt'].map(
    (name): [string, (u: string) => string] => [name, (u) => `${name}(${u})`],
  ),
  ['sigmoid', (u) => `(1/(1+exp(-(${u}))))`],
  ['softplus', (u) => `log(1+exp(${u}))`],
  ['relu', (u) => `((${u}+abs(${u}))/2)`],
  ['ln', (u) => `log(${u})`],
  ['log10', (u) => `(log(${u}) / log(10))`],
  ['log2', (u) => `(log(${u}) / log(2))`],
];

/** A number from `low` to `high`, evenly, in steps of a millionth of the whole. */
export function between(low: number, high: number): Arbitrary<number> {
  return fc.integer({ min: 0, max: 2 ** 20 }).map((k) => low + ((high - low) * k) / 2 ** 20);
}

/**
 * A formula in `variables`, of one to four operations from root to leaf. All its numbers are short binary fractions, and it
 * divides by no number but powers of 2, so that reading and folding them is exact.
 */
export function formula(variables: readonly string[]): Arbitrary<GeneratedFormula> {
  const number = fc.integer({ min: 1, max: 32 }).map((k) => String(k / 4));
  const leaf = fc
    .oneof({ weight: 3, arbitrary: fc.constantFrom(...variables) }, { weight: 1, arbitrary: number })
    .map((text) => ({ text, elementary: text }));
  const deeper = (inner: Arbitrary<GeneratedFormula>): Arbitrary<GeneratedFormula> =>
    fc.oneof(
      { weight: 2, arbitrary: fc.tuple(inner, inner).map(([a, b]) => both(([u, v]) => `(${u} + ${v})`, a, b)) },
      { weight: 1, arbitrary: fc.tuple(inner, inner).map(([a, b]) => both(([u, v]) => `(${u} - ${v})`, a, b)) },
      { weight: 2, arbitrary: fc.tuple(inner, inner).map(([a, b]) => both(([u, v]) => `(${u} * ${v})`, a, b)) },
      {
        weight: 1,
        arbitrary: fc.tuple(inner, inner).map(([a, b]) => both(([u, v]) => `(${u} / (${v}^2 + 0.5))`, a, b)),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(inner, fc.constantFrom('2', '3', '4', '(-1)', '(-2)', '5', '1.5'))
          .map(([base, exponent]) => both(([u]) => `(${u})^${exponent}`, base)),
      },
      { weight: 1, arbitrary: fc.tuple(inner, inner, fc.constantFrom('min', 'max')).map(extremum) },
      { weight: 1, arbitrary: fc.tuple(number, inner).map(([c, a]) => both(([u]) => `(${c} - ${u}/4)`, a)) },
      {
        weight: 3,
        arbitrary: fc.tuple(fc.constantFrom(...FUNCTIONS), inner).map(([[name, elementary], u]) => ({
          text: `${name}(${u.text})`,
          elementary: elementary(u.elementary),
        })),
      },
    );
  const byDepth = [deeper(leaf)];
  while (byDepth.length < 4) byDepth.push(deeper(byDepth.at(-1)!));
  return fc.oneof(...byDepth);
}

/** An operation that is written alike in both forms. */
function both(write: (parts: string[]) => string, ...parts: GeneratedFormula[]): GeneratedFormula {
  return { text: write(parts.map(({ text }) => text)), elementary: write(parts.map(({ elementary }) => elementary)) };
}

function extremum([a, b, name]: [GeneratedFormula, GeneratedFormula, string]): GeneratedFormula {
  const sign = name === 'max' ? '+' : '-';
  return {
    text: `${name}(${a.text}, ${b.text})`,
    elementary: `((${a.elementary} + ${b.elementary} ${sign} abs(${a.elementary} - (${b.elementary})))/2)`,
  };
}

/** How a formula is read, as text of ours, and what is said of it. */
export function reading(text: string, read: typeof parseObjective | typeof parseSurface = parseObjective): string[] {
  const { value, notes } = read(text);
  return [toText(value), ...notes.map(inEnglish)];
}

/** Why a formula is refused. */
export function refusal(
  text: string,
  read: typeof parseObjective | typeof parseSurface = parseObjective,
): FormulaError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

/** The same in words. */
export const sentence = (...given: Parameters<typeof refusal>): string => refusal(...given).message;
