import type { Expression } from './expression';
import { RULES } from './interval-rules';
import { lower } from './lower';
import type { Program } from './program';
import { Range } from './range';

/**
 * Compiles an expression for intervals: for a range of the variable, or of each of several, a range that holds every value of the expression
 * there, the exact one as well as the one that `compileScalar` computes (each operation is rounded outwards).
 * [-Infinity, Infinity] where nothing is known, e.g. around a pole, or for a derivative across a jump; [NaN, NaN] where
 * the expression is undefined throughout, e.g. log(x) below 0.
 * @throws {RangeError} for an expression with another variable
 */
export function compileInterval(
  expression: Expression,
  variables: string | readonly string[],
): (...ends: number[]) => [number, number] {
  const program = lower([expression], listed(variables), { kinks: true });
  const ranges = rangesOf(program);
  return (...ends) => {
    const { low: least, high: most } = ranges(...ends)[program.outputs[0]];
    return [least, most];
  };
}

/** One name of a variable, or several. */
export function listed(variables: string | readonly string[]): readonly string[] {
  return typeof variables === 'string' ? [variables] : variables;
}

/** The ranges of all values of a program, its variables first, given the low and the high end of each variable; written anew at each call. */
export function rangesOf({ variables, instructions }: Program): (...ends: number[]) => readonly Range[] {
  const ranges = Array.from({ length: variables + instructions.length }, () => new Range());
  const steps = instructions.map(({ operation, inputs, constants: [k = 0, l = 0] }, i) => {
    const [a = ranges[0], b = a, c = a] = inputs.map((input) => ranges[input]);
    return { rule: RULES[operation], out: ranges[variables + i], a, b, c, k, l };
  });
  return (...ends) => {
    for (let v = 0; v < variables; v++) ranges[v].set(ends[2 * v], ends[2 * v + 1]);
    for (let i = 0; i < steps.length; i++) {
      const { rule, out, a, b, c, k, l } = steps[i];
      rule(out, a, b, c, k, l);
    }
    return ranges;
  };
}
