/**
 * A formula as a straight list of instructions: what every way of evaluating it (numbers, blocks, intervals, WGSL)
 * works from. Each instruction makes one value from earlier ones. k and l are its constants.
 */
export type Operation =
  | 'constant' // k
  | 'affine' // k a + l
  | 'add' // a + b
  | 'subtract' // a - b
  | 'multiply' // a b
  | 'divide' // a / b
  | 'reciprocal' // 1 / a
  | 'multiplyAdd' // a b + c
  | 'subtractProduct' // c - a b
  | 'multiplyAddConstant' // a b + k
  | 'scaleAdd' // k a + b
  | 'exp' // exp(k a + l)
  | 'sigmoidExp' // exp(k a + l), limited from above so that it stays finite
  | 'sigmoidLow' // 1 / (1 + a), for a from sigmoidExp: the sigmoid of the opposite of its argument
  | 'sigmoidHigh' // a b, for a from sigmoidExp and b from sigmoidLow: the sigmoid of its argument
  | 'log'
  | 'sqrt'
  | 'cbrt'
  | 'abs'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'softplus'
  | 'sign'
  | 'step'
  | 'huber' // delta is k
  | 'min'
  | 'max'
  | 'pow' // a ^ b
  | 'powConstant' // a ^ k, k no whole number
  | 'where' // a >= 0 ? b : c
  | 'kink'; // 0; for intervals, anything if 0 lies in a

export interface Instruction {
  readonly operation: Operation;
  /** Which values go in: below `program.variables` a variable, else an instruction. */
  readonly inputs: readonly number[];
  readonly constants: readonly number[];
}

export interface Program {
  /** How many variables there are; they are the first values. */
  readonly variables: number;
  readonly instructions: readonly Instruction[];
  /** Which values the expressions have. */
  readonly outputs: readonly number[];
}

/** Collects instructions; equal ones become one. */
export class ProgramBuilder {
  private readonly instructions: Instruction[] = [];
  private readonly known = new Map<string, number>();

  constructor(private readonly variables: number) {}

  emit(operation: Operation, inputs: readonly number[], constants: readonly number[] = []): number {
    const key = `${operation} ${inputs.join()} ${constants.join()}`;
    let value = this.known.get(key);
    if (value === undefined) {
      value = this.variables + this.instructions.push({ operation, inputs, constants }) - 1;
      this.known.set(key, value);
    }
    return value;
  }

  /** The instruction that makes a value; undefined for a variable. */
  maker(value: number): Instruction | undefined {
    return this.instructions[value - this.variables];
  }

  /** The program, without instructions whose value nobody uses. */
  finish(outputs: readonly number[]): Program {
    const { variables, instructions } = this;
    const used = new Set(outputs);
    for (let i = instructions.length - 1; i >= 0; i--) {
      if (used.has(variables + i)) for (const input of instructions[i].inputs) used.add(input);
    }
    const renamed = new Map<number, number>();
    for (let i = 0; i < variables; i++) renamed.set(i, i);
    const kept: Instruction[] = [];
    instructions.forEach((instruction, i) => {
      if (!used.has(variables + i)) return;
      const inputs = instruction.inputs.map((input) => renamed.get(input)!);
      renamed.set(variables + i, variables + kept.push({ ...instruction, inputs }) - 1);
    });
    return { variables, instructions: kept, outputs: outputs.map((output) => renamed.get(output)!) };
  }
}
