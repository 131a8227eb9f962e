import type { Expression } from './expression';
import { RULES } from './interval-rules';
import { lower } from './lower';
import type { Program } from './program';
import { Range } from './range';

/**
 * Compiles an expression for intervals: for a range of the variable, a range that holds every value of the expression
 * there, the exact one as well as the one that `compileScalar` computes (each operation is rounded outwards).
 * [-Infinity, Infinity] where nothing is known, e.g. around a pole, or for a derivative across a jump; [NaN, NaN] where
 * the expression is undefined throughout, e.g. log(x) below 0.
 * @throws {RangeError} for an expression with another variable
 */
export function compileInterval(
  expression: Expression,
  variable: string,
): (low: number, high: number) => [number, number] {
  const program = lower([expression], [variable], { kinks: true });
  const ranges = rangesOf(program);
  return (low, high) => {
    const { low: least, high: most } = ranges(low, high)[program.outputs[0]];
    return [least, most];
  };
}

/** The ranges of all values of a program in one variable, the variable first, given its range; written anew at each call. */
export function rangesOf({ instructions }: Program): (low: number, high: number) => readonly Range[] {
  const ranges = Array.from({ length: 1 + instructions.length }, () => new Range());
  const steps = instructions.map(({ operation, inputs, constants: [k = 0, l = 0] }, i) => {
    const [a = ranges[0], b = a, c = a] = inputs.map((input) => ranges[input]);
    return { rule: RULES[operation], out: ranges[1 + i], a, b, c, k, l };
  });
  return (low, high) => {
    ranges[0].set(low, high);
    for (let i = 0; i < steps.length; i++) {
      const { rule, out, a, b, c, k, l } = steps[i];
      rule(out, a, b, c, k, l);
    }
    return ranges;
  };
}
