import type { Expression } from './expression';
import { KERNELS, type Kernel } from './kernels';
import { lower } from './lower';
import type { Program } from './program';

/** As many lanes as keep all registers of a usual formula in a processor's fast memory. */
const BLOCK = 512;

export type ScalarFunction = (...values: number[]) => number;

export interface BlockFunction {
  /**
   * Evaluates the first `length` lanes: `inputs[v][i]` is variable v's value in lane i, `outputs[e][i]` becomes the
   * value of expression e. A lane's result does not depend on its place. Outputs must not be inputs too.
   */
  evaluate(inputs: readonly Float64Array[], outputs: readonly Float64Array[], length: number): void;
}

/** A step: which kernel, from which registers, to which. Registers below the number of variables are the inputs. */
interface Step {
  kernel: Kernel;
  out: number;
  a: number;
  b: number;
  c: number;
  k: number;
  l: number;
}

/**
 * Compiles expressions for many points at once, in float64.
 * @param variables in the order in which `evaluate` takes their values
 * @throws {RangeError} for an expression with a variable that is not listed
 */
export function compileBlock(expressions: readonly Expression[], variables: readonly string[]): BlockFunction {
  return compileProgram(lower(expressions, variables));
}

/** As `compileBlock`, from what the expressions were lowered to. */
export function compileProgram(program: Program): BlockFunction {
  return blockFunction(program, BLOCK);
}

/**
 * Compiles an expression for one point at a time: the same arithmetic as `compileBlock`, bit for bit.
 * @param variables in the order of the arguments of the function that is returned
 * @throws {RangeError} for an expression with a variable that is not listed
 */
export function compileScalar(expression: Expression, variables: readonly string[]): ScalarFunction {
  const { evaluate } = blockFunction(lower([expression], variables), 1);
  const inputs = variables.map(() => new Float64Array(1));
  const outputs = [new Float64Array(1)];
  return (...values) => {
    for (let v = 0; v < inputs.length; v++) inputs[v][0] = values[v];
    evaluate(inputs, outputs, 1);
    return outputs[0][0];
  };
}

function blockFunction(program: Program, block: number): BlockFunction {
  const { steps, registers, results } = allocate(program);
  const { variables } = program;
  const files: Float64Array[] = new Array<Float64Array>(variables + registers);
  for (let r = 0; r < registers; r++) files[variables + r] = new Float64Array(block);

  const run = (inputs: readonly Float64Array[], outputs: readonly Float64Array[], n: number) => {
    for (let v = 0; v < variables; v++) files[v] = inputs[v];
    for (let s = 0; s < steps.length; s++) {
      const { kernel, out, a, b, c, k, l } = steps[s];
      kernel(files[out], files[a], files[b], files[c], n, k, l);
    }
    for (let e = 0; e < results.length; e++) {
      const from = files[results[e]];
      const to = outputs[e];
      for (let i = 0; i < n; i++) to[i] = from[i];
    }
  };

  return {
    evaluate(inputs, outputs, length) {
      if (length <= block) return run(inputs, outputs, length);
      for (let from = 0; from < length; from += block) {
        const to = Math.min(from + block, length);
        const part = (array: Float64Array) => array.subarray(from, to);
        run(inputs.map(part), outputs.map(part), to - from);
      }
    },
  };
}

/** Gives each value a register; a register is free again after the last use of its value. */
function allocate({ variables, instructions, outputs }: Program): {
  steps: Step[];
  registers: number;
  results: number[];
} {
  const lastUse = new Map<number, number>();
  instructions.forEach(({ inputs }, i) => inputs.forEach((input) => lastUse.set(input, i)));
  outputs.forEach((output) => lastUse.set(output, instructions.length));
  const place = new Map<number, number>();
  for (let v = 0; v < variables; v++) place.set(v, v);
  const free: number[] = [];
  let registers = 0;
  const steps = instructions.map(({ operation, inputs, constants: [k = 0, l = 0] }, i): Step => {
    const from = inputs.map((input) => place.get(input)!);
    for (const input of new Set(inputs)) {
      if (input >= variables && lastUse.get(input) === i) free.push(place.get(input)!);
    }
    const out = free.pop() ?? variables + registers++;
    place.set(variables + i, out);
    // Kernels take three inputs; those that an operation does not have are never read.
    const [a = out, b = a, c = a] = from;
    return { kernel: KERNELS[operation], out, a, b, c, k, l };
  });
  return { steps, registers, results: outputs.map((output) => place.get(output)!) };
}
