import type { Expression } from './expression';
import { lower } from './lower';
import type { Instruction, Operation, Program } from './program';
import { signsOf, type Sign } from './signs';
import { exponentialLines, type Exponentials } from './wgsl-exponentials';
import { BODIES, literal } from './wgsl-functions';

/** What a lane gets whose result is not defined: beyond any bound, and finite, so that WGSL's rules hold. */
export const UNDEFINED_RESULT = 3e38;

const LOG2_E = Math.LOG2E;

/**
 * Writes expressions as a WGSL function `fn name(theta: real, ...) -> real`, or `-> array<real, n>` for several. The
 * shader defines `alias real = f32;` or `vec4f`. Functions that WGSL lacks come along, their names beginning with `name_`.
 * What is written for `exponentials` other than the built-in ones is for adapters that compute on the processor.
 *
 * Nothing in it depends on NaN or infinity, which WGSL may assume absent: exponents are limited, whole powers are
 * products, and where a logarithm, root, power or quotient is undefined the result is `UNDEFINED_RESULT`. Arithmetic on
 * numbers that are finite but too large for float32 is the caller's to keep away (descent stops at its bound).
 * @throws {RangeError} for a name that is no identifier, or a variable that is not listed
 */
export function emitWGSL(
  name: string,
  expressions: readonly Expression[],
  variables: readonly string[],
  exponentials: Exponentials = 'built-in',
): string {
  const { helpers, lines, results } = emission(name, lower(expressions, variables), exponentials, '');
  return (
    helpers +
    functionText(
      name,
      variables.map((_, v) => `x${v}`),
      lines,
      results,
    )
  );
}

/**
 * Writes an expression in one variable as a WGSL function `fn name(a: real, b: real) -> array<real, 2>` of its values at
 * two points; otherwise as `emitWGSL`.
 *
 * Operations of the two alternate. A processor that cannot look far ahead then always finds one that need not wait for
 * the operation before it: a software adapter was measured to be a tenth quicker than with one point after the other.
 */
export function emitPairWGSL(
  name: string,
  expression: Expression,
  variable: string,
  exponentials: Exponentials = 'built-in',
): string {
  const program = lower([expression], [variable]);
  const [a, b] = ['a', 'b'].map((suffix) => emission(name, program, exponentials, suffix));
  return (
    a.helpers +
    functionText(
      name,
      ['x0a', 'x0b'],
      a.lines.flatMap((line, i) => [line, b.lines[i]]),
      [...a.results, ...b.results],
    )
  );
}

function emission(name: string, program: Program, exponentials: Exponentials, suffix: string): Emission {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || name.includes('__'))
    throw new RangeError(`not a function name: ${JSON.stringify(name)}`);
  return new Emission(name, program, exponentials, suffix);
}

function functionText(
  name: string,
  parameters: readonly string[],
  lines: readonly string[],
  results: readonly string[],
): string {
  const many = results.length !== 1;
  const type = many ? `array<real, ${results.length}>` : 'real';
  const result = many ? `${type}(${results.join(', ')})` : results[0];
  return `fn ${name}(${parameters.map((parameter) => `${parameter}: real`).join(', ')}) -> ${type} {\n${lines.map((line) => `  ${line}\n`).join('')}  return ${result};\n}\n`;
}

/** What is undefined is tracked beside the values: for each value the name of a truth value, or nothing where it is always defined. */
type Undefined = string | undefined;

/** The text of a function's body; the names in it end in a suffix. */
class Emission {
  readonly lines: string[] = [];
  readonly results: readonly string[];
  private readonly called = new Set<Operation>();
  private readonly names: string[];
  private readonly undefineds: Undefined[];
  private readonly signs: Sign[];

  constructor(
    private readonly name: string,
    program: Program,
    private readonly exponentials: Exponentials,
    private readonly suffix: string,
  ) {
    this.names = Array.from({ length: program.variables }, (_, v) => `x${v}${suffix}`);
    this.undefineds = this.names.map(() => undefined);
    this.signs = signsOf(program);
    program.instructions.forEach((instruction, i) => this.instruction(instruction, i));
    this.results = program.outputs.map((output) => {
      const bad = this.undefineds[output];
      return bad ? `select(${this.names[output]}, real(${literal(UNDEFINED_RESULT)}), ${bad})` : this.names[output];
    });
  }

  /** The functions that the body calls. */
  get helpers(): string {
    return [...this.called]
      .map(
        (operation) =>
          `fn ${this.name}_${operation}(u: real${operation === 'pow' ? ', v: real' : ''}) -> real {${BODIES[operation]}\n}\n\n`,
      )
      .join('');
  }

  private instruction(instruction: Instruction, i: number): void {
    const { operation, inputs, constants } = instruction;
    const parts = inputs.map((input) => this.names[input]);
    // Constants too: an overflow among literals would be a compile error, at run time it is only a large number.
    const name = `v${i}${this.suffix}`;
    this.lines.push(`let ${name} = ${this.expression(operation, parts, constants, inputs, i)};`);
    this.names.push(name);
    this.undefineds.push(this.whereUndefined(instruction, parts, i));
  }

  private expression(
    operation: Operation,
    [a, b, c]: readonly string[],
    [k = 0, l = 0]: readonly number[],
    inputs: readonly number[],
    i: number,
  ): string {
    const r = (value: number) => `real(${literal(value)})`;
    switch (operation) {
      case 'constant':
        return r(Number.isNaN(k) ? 0 : k);
      case 'affine':
        return affine(k, a, l);
      case 'add':
        return `${a} + ${b}`;
      case 'subtract':
        return `${a} - ${b}`;
      case 'multiply':
      case 'sigmoidHigh':
        return `${a} * ${b}`;
      case 'divide':
        return `${a} / ${this.divisor(b, inputs[1])}`;
      case 'reciprocal':
        return `${r(1)} / ${this.divisor(a, inputs[0])}`;
      case 'multiplyAdd':
        return `fma(${a}, ${b}, ${c})`;
      case 'subtractProduct':
        return `${c} - ${a} * ${b}`;
      case 'multiplyAddConstant':
        return `fma(${a}, ${b}, ${r(k)})`;
      case 'scaleAdd':
        return `fma(${r(k)}, ${a}, ${b})`;
      case 'exp':
        return this.exponential(i, affine(k * LOG2_E, a, l * LOG2_E), 127.9);
      case 'sigmoidExp':
        // Its reciprocal is not to underflow.
        return this.exponential(i, affine(k * LOG2_E, a, l * LOG2_E), 125);
      case 'sigmoidLow':
        return `${r(1)} / (${r(1)} + ${a})`;
      case 'log':
        return `log2(max(${a}, ${r(1.1754943508222875e-38)})) * ${r(Math.LN2)}`;
      case 'sqrt':
        return `sqrt(max(${a}, ${r(0)}))`;
      case 'abs':
      case 'sign':
        return `${operation}(${a})`;
      case 'min':
      case 'max':
        return `${operation}(${a}, ${b})`;
      case 'step':
        return `select(${r(0)}, ${r(1)}, ${a} > ${r(0)})`;
      case 'kink':
        return r(0);
      case 'where':
        return `select(${c}, ${b}, ${a} >= ${r(0)})`;
      case 'huber': {
        const inside = `min(abs(${a}), ${r(k)})`;
        return `${inside} * (abs(${a}) - ${r(0.5)} * ${inside})`;
      }
      case 'tan':
        return `${this.helper('sin')}(${a}) / ${this.helper('cos')}(${a})`;
      case 'pow':
        return `${this.helper('pow')}(${a}, ${b})`;
      case 'powConstant':
        return `${this.helper('pow')}(${a}, ${r(k)})`;
      case 'sin':
      case 'cos':
      case 'cbrt':
      case 'asin':
      case 'acos':
      case 'atan':
      case 'sinh':
      case 'cosh':
      case 'tanh':
      case 'softplus':
        return `${this.helper(operation)}(${a})`;
    }
  }

  private exponential(i: number, exponent: string, limit: number): string {
    const { lines, result } = exponentialLines(this.exponentials, `${i}${this.suffix}`, exponent, limit);
    this.lines.push(...lines);
    return result;
  }

  private helper(operation: Operation): string {
    this.called.add(operation);
    return `${this.name}_${operation}`;
  }

  /** A divisor that may be 0 is replaced by 1 there; the quotient is marked undefined. */
  private divisor(name: string, value: number): string {
    return this.signs[value] === 'positive' ? name : `select(${name}, real(1.0), ${name} == real(0.0))`;
  }

  private whereUndefined(
    { operation, inputs, constants: [k] }: Instruction,
    [a, b]: readonly string[],
    i: number,
  ): Undefined {
    const from = inputs.map((input) => this.undefineds[input]);
    const sign = (input: number) => this.signs[inputs[input]];
    const conditions: Undefined[] = [];
    if (operation === 'where' && (from[1] ?? from[2])) {
      const never = `(${a} != ${a})`;
      conditions.push(from[0], `select(${from[2] ?? never}, ${from[1] ?? never}, ${a} >= real(0.0))`);
    } else {
      conditions.push(...from);
    }
    if (operation === 'constant' && !Number.isFinite(k)) conditions.push('(real(0.0) == real(0.0))');
    if (operation === 'log' && sign(0) !== 'positive') conditions.push(`(${a} <= real(0.0))`);
    if (operation === 'sqrt' && sign(0) === 'unknown') conditions.push(`(${a} < real(0.0))`);
    if (operation === 'asin' || operation === 'acos') conditions.push(`(abs(${a}) > real(1.0))`);
    if (operation === 'reciprocal' && sign(0) !== 'positive') conditions.push(`(${a} == real(0.0))`);
    if (operation === 'divide' && sign(1) !== 'positive') conditions.push(`(${b} == real(0.0))`);
    if (operation === 'powConstant' && sign(0) !== 'positive')
      conditions.push(k < 0 ? `(${a} <= real(0.0))` : `(${a} < real(0.0))`);
    if (operation === 'pow' && sign(0) !== 'positive')
      conditions.push(`(${a} < real(0.0))`, `((${a} == real(0.0)) & (${b} < real(0.0)))`);
    const all = [...new Set(conditions.filter((condition) => condition !== undefined))];
    if (all.length === 0) return undefined;
    if (all.length === 1 && from.includes(all[0])) return all[0];
    const name = `u${i}${this.suffix}`;
    this.lines.push(`let ${name} = ${all.join(' | ')};`);
    return name;
  }
}

/** k a + l, in as few operations as it takes. A fused operation is one instruction where the hardware has it. */
function affine(k: number, a: string, l: number): string {
  if (l === 0) return k === 1 ? a : k === -1 ? `-${a}` : `real(${literal(k)}) * ${a}`;
  if (k === -1) return `real(${literal(l)}) - ${a}`;
  if (k !== 1) return `fma(real(${literal(k)}), ${a}, real(${literal(l)}))`;
  return l < 0 ? `${a} - real(${literal(-l)})` : `${a} + real(${literal(l)})`;
}
