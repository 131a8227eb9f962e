import type { Expression } from './expression';
import { RULES } from './interval-rules';
import { lower } from './lower';
import { Range } from './range';

/**
 * Compiles an expression for intervals: for a range of the variable, a range that holds every value of the expression
 * there, the exact one as well as the one that `compileScalar` computes (each operation is rounded outwards).
 * [-Infinity, Infinity] where nothing is known, e.g. around a pole, or for a derivative across a jump; [NaN, NaN] where
 * the expression is undefined throughout, e.g. log(x) below 0.
 * @throws {RangeError} for an expression with another variable
 */
export function compileInterval(expression: Expression, variable: string): (low: number, high: number) => [number, number] {
  const { instructions, outputs } = lower([expression], [variable], { kinks: true });
  const ranges = Array.from({ length: 1 + instructions.length }, () => new Range());
  const steps = instructions.map(({ operation, inputs, constants: [k = 0, l = 0] }, i) => {
    const [a = ranges[0], b = a, c = a] = inputs.map((input) => ranges[input]);
    return { rule: RULES[operation], out: ranges[1 + i], a, b, c, k, l };
  });
  const result = ranges[outputs[0]];
  return (low, high) => {
    ranges[0].set(low, high);
    for (let i = 0; i < steps.length; i++) {
      const { rule, out, a, b, c, k, l } = steps[i];
      rule(out, a, b, c, k, l);
    }
    return [result.low, result.high];
  };
}
