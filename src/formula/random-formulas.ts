/** Random formulas and points for the tests of this folder: the same ones every time. */

/** A generator of numbers in [0, 1) from a seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A formula, and the same one in nothing but elementary functions, which another program can read and differentiate. */
export interface RandomFormula {
  text: string;
  elementary: string;
}

/** Functions, with what they are in elementary terms. */
const FUNCTIONS: [name: string, elementary: (u: string) => string][] = [
  ...['exp', 'log', 'sqrt', 'abs', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'].map(
    (name): [string, (u: string) => string] => [name, (u) => `${name}(${u})`],
  ),
  ['sigmoid', (u) => `(1/(1+exp(-(${u}))))`],
  ['sigmoid', (u) => `(1/(1+exp(-(${u}))))`],
  ['softplus', (u) => `log(1+exp(${u}))`],
  ['relu', (u) => `((${u}+abs(${u}))/2)`],
  ['ln', (u) => `log(${u})`],
];

/**
 * A random formula in `variables`. All its numbers are short binary fractions, and it divides by no number but powers of 2,
 * so that reading and folding them is exact.
 */
export function randomFormula(random: () => number, variables: readonly string[], depth: number): RandomFormula {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const number = () => String((1 + Math.floor(random() * 32)) / 4);
  const both = (text: string): RandomFormula => ({ text, elementary: text });
  const inner = () => randomFormula(random, variables, depth - 1);
  const joined = (a: RandomFormula, symbol: string, b: RandomFormula): RandomFormula => ({
    text: `(${a.text} ${symbol} ${b.text})`,
    elementary: `(${a.elementary} ${symbol} ${b.elementary})`,
  });
  if (depth === 0) return both(random() < 0.75 ? pick(variables) : number());
  switch (Math.floor(random() * 12)) {
    case 0:
    case 1:
      return joined(inner(), '+', inner());
    case 2:
      return joined(inner(), '-', inner());
    case 3:
    case 4:
      return joined(inner(), '*', inner());
    case 5: {
      const divisor = inner();
      return joined(inner(), '/', { text: `(${divisor.text}^2 + 0.5)`, elementary: `(${divisor.elementary}^2 + 0.5)` });
    }
    case 6: {
      const base = inner();
      const exponent = pick(['2', '3', '4', '(-1)', '(-2)', '5', '1.5']);
      return { text: `(${base.text})^${exponent}`, elementary: `(${base.elementary})^${exponent}` };
    }
    case 7: {
      const [a, b] = [inner(), inner()];
      const name = pick(['min', 'max']);
      const sign = name === 'max' ? '+' : '-';
      return {
        text: `${name}(${a.text}, ${b.text})`,
        elementary: `((${a.elementary} + ${b.elementary} ${sign} abs(${a.elementary} - (${b.elementary})))/2)`,
      };
    }
    case 8: {
      const u = inner();
      const offset = number();
      return { text: `(${offset} - ${u.text}/4)`, elementary: `(${offset} - ${u.elementary}/4)` };
    }
    default: {
      const u = inner();
      const [name, elementary] = pick(FUNCTIONS);
      return { text: `${name}(${u.text})`, elementary: elementary(u.elementary) };
    }
  }
}
