import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compileScalar,
  derivative,
  emitPairWGSL,
  emitWGSL,
  parse,
  UNDEFINED_RESULT,
  widestWithSmallExponents,
  type Exponentials,
  type Expression,
} from '.';
import { RULES } from './interval-rules';
import { lower } from './lower';
import type { Instruction } from './program';
import { formula } from './formulas.fixtures';
import { Range } from './range';

/** Unit roundoff of float32, and the smallest normal number: smaller results may be flushed to 0. */
const EPSILON = 2 ** -24;
const SMALLEST = 2 ** -126;
/** Beyond this the test expects nothing: float32 may have overflowed on the way. */
const LARGEST = 1e37;

/**
 * How far a float32 instruction may be from the exact one, as a multiple of EPSILON times its size plus an absolute part.
 * What WGSL promises for its operations (section "Floating point evaluation"), and the error of our own series.
 */
function precision(
  { operation, constants: [k = 1, l = 0] }: Instruction,
  inputs: readonly Range[],
): { relative: number; absolute: number } {
  const size = (range: Range) => Math.max(Math.abs(range.low), Math.abs(range.high));
  const [a, b] = inputs;
  switch (operation) {
    case 'constant':
      return { relative: 1, absolute: 0 };
    // exp2: (3 + 2 |u|) units; its argument: three roundings and two constants.
    case 'exp':
    case 'sigmoidExp': {
      const argument = Math.LOG2E * (Math.abs(k) * size(a) + Math.abs(l));
      return { relative: 2 * (3 + 2 * argument) + 4 * argument, absolute: 0 };
    }
    // log2 is good to 2^-21 absolute near 1 and to 3 units elsewhere.
    case 'log':
      return { relative: 8, absolute: 2 ** -21 };
    // As 1 / inverseSqrt: 2 and 2.5 units.
    case 'sqrt':
      return { relative: 10, absolute: 0 };
    case 'divide':
    case 'reciprocal':
    case 'sigmoidLow':
      return { relative: 8, absolute: 0 };
    // The argument's rounding while pi is taken out, and the series.
    case 'sin':
    case 'cos':
      return { relative: 8, absolute: EPSILON * (4 + 2 * size(a)) };
    // exp2 of an argument up to |u| log2(e), a difference that may cancel by 4, a division.
    // Cephes has 2 units for each, the arguments are reduced in three roundings more; a root and a quotient.
    case 'asin':
    case 'acos':
    case 'atan':
      return { relative: 24, absolute: 0 };
    // A product and a quotient after Newton's step.
    case 'cbrt':
      return { relative: 16, absolute: 0 };
    case 'tanh':
    case 'sinh':
    case 'cosh':
    case 'softplus':
      return { relative: 80 + 16 * Math.min(size(a), 90), absolute: 0 };
    case 'powConstant':
    case 'pow': {
      const exponent = operation === 'pow' ? size(b) : Math.abs(k);
      const logarithm = Math.max(...[a.low, a.high].map((x) => Math.abs(Math.log2(Math.max(x, SMALLEST)))));
      return {
        relative: 2 * (3 + 2 * exponent * logarithm) + exponent * (2 ** -21 / EPSILON + 8 * logarithm),
        absolute: 0,
      };
    }
    case 'min':
    case 'max':
    case 'abs':
    case 'sign':
    case 'step':
    case 'where':
    case 'kink':
      return { relative: 0, absolute: 0 };
    // One rounding for each product, sum and constant.
    default:
      return { relative: 6, absolute: 0 };
  }
}

/** The range in which the float32 result must lie, by running error analysis; empty where the formula is undefined; nothing where float32 may overflow. */
function acceptance(expression: Expression, x: number): Range | undefined {
  const { instructions, outputs } = lower([expression], ['x']);
  const ranges = [new Range()];
  ranges[0].set(x, x);
  for (const instruction of instructions) {
    const {
      operation,
      inputs,
      constants: [k = 0, l = 0],
    } = instruction;
    const from = inputs.map((input) => ranges[input]);
    const [a = ranges[0], b = a, c = a] = from;
    const out = new Range();
    RULES[operation](out, a, b, c, k, l);
    if (Math.max(Math.abs(out.low), Math.abs(out.high)) >= LARGEST) return undefined;
    const { relative, absolute } = precision(instruction, from);
    // Inside an instruction the parts may be larger than their sum.
    const parts = Math.max(Math.abs(out.low), Math.abs(out.high), partsOf(instruction, from));
    const slack = relative * EPSILON * parts + absolute + 4 * SMALLEST;
    out.set(out.low - slack, out.high + slack);
    ranges.push(out);
  }
  return ranges[outputs[0]];
}

/** The largest number that appears within an instruction. */
function partsOf({ operation, constants: [k = 0, l = 0] }: Instruction, [a, b, c]: readonly Range[]): number {
  const size = (range: Range) => Math.max(Math.abs(range.low), Math.abs(range.high));
  switch (operation) {
    case 'affine':
      return Math.max(Math.abs(k) * size(a), Math.abs(l));
    case 'add':
    case 'subtract':
      return Math.max(size(a), size(b));
    case 'multiplyAdd':
    case 'subtractProduct':
      return Math.max(size(a) * size(b), size(c));
    case 'multiplyAddConstant':
      return Math.max(size(a) * size(b), Math.abs(k));
    case 'scaleAdd':
      return Math.max(Math.abs(k) * size(a), size(b));
    default:
      return 0;
  }
}

let device: GPUDevice;

beforeAll(async () => {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) throw new Error('no WebGPU adapter: this suite needs one');
  device = await adapter.requestDevice({ label: 'formula tests' });
});

afterAll(() => device?.destroy());

/** Evaluates expressions in x on the adapter: the value of expression e at point p stands at e * points + p. */
async function onDevice(
  expressions: readonly Expression[],
  points: Float32Array<ArrayBuffer>,
  form: 'f32' | 'vec4f' | 'pairs of vec4f',
  exponentials: Exponentials,
): Promise<Float32Array> {
  const lanes = form === 'f32' ? 1 : 4;
  const items = points.length / lanes;
  const inPairs = form === 'pairs of vec4f';
  const value = (e: number) => {
    if (!inPairs) return `formula${e}(points[i])`;
    // Each invocation has its own point and the opposite one, in one order or the other.
    const opposite = `points[${items - 1}u - i]`;
    return `select(formula${e}(points[i], ${opposite})[0], formula${e}(${opposite}, points[i])[1], i % 2u == 1u)`;
  };
  const code = `alias real = ${lanes === 1 ? 'f32' : 'vec4f'};
alias integer = ${lanes === 1 ? 'i32' : 'vec4i'};
@group(0) @binding(0) var<storage, read> points: array<real>;
@group(0) @binding(1) var<storage, read_write> results: array<real>;
${expressions.map((expression, e) => (inPairs ? emitPairWGSL(`formula${e}`, expression, 'x', exponentials) : emitWGSL(`formula${e}`, [expression], ['x'], exponentials))).join('\n')}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= ${items}u) { return; }
${expressions.map((_, e) => `  results[${e * items}u + i] = ${value(e)};`).join('\n')}
}`;
  device.pushErrorScope('validation');
  const module = device.createShaderModule({ label: 'formulas', code });
  const { messages } = await module.getCompilationInfo();
  expect(messages.map((message) => `${message.message}: ${code.split('\n')[message.lineNum - 1]}`)).toEqual([]);
  const pipeline = await device.createComputePipelineAsync({ label: 'formulas', layout: 'auto', compute: { module } });
  const size = 4 * points.length * expressions.length;
  const input = device.createBuffer({
    label: 'points',
    size: points.byteLength,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
  });
  const output = device.createBuffer({
    label: 'results',
    size,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC,
  });
  const staging = device.createBuffer({
    label: 'staging',
    size,
    usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
  });
  device.queue.writeBuffer(input, 0, points);
  const group = device.createBindGroup({
    label: 'formulas',
    layout: pipeline.getBindGroupLayout(0),
    entries: [input, output].map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  const encoder = device.createCommandEncoder({ label: 'formulas' });
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(Math.ceil(items / 64));
  pass.end();
  encoder.copyBufferToBuffer(output, 0, staging, 0, size);
  device.queue.submit([encoder.finish()]);
  expect(await device.popErrorScope()).toBe(null);
  await staging.mapAsync(GPUMapMode.READ);
  const results = new Float32Array(staging.getMappedRange().slice(0));
  for (const buffer of [input, output, staging]) buffer.destroy();
  return results;
}

const parsed = (text: string) => parse(text, { variables: ['x'] });

const SHEET = 'sigmoid(-3(x-3)) * 10x^2 + sigmoid(3(x-3)) * ((x-10)^2/2 + 50)';
const CHOSEN = [
  SHEET,
  'x^4 - 3x^2 + x',
  'x^2/10 + sin(20x)',
  'abs(x)',
  'huber(x, 2)',
  'relu(x) - relu(-x)',
  'sinh(x/8)',
  'cosh(x/8)',
  'tanh(3x)',
  'tanh(x/50)',
  'softplus(5x)',
  'log(x^2 + 1)',
  'sqrt(x^2 + 1)',
  'x^1.5',
  '(x^2 + 1)^0.3',
  '2^x',
  'x^x',
  '1/x',
  'x^-3',
  'log(x)',
  'sqrt(x)',
  'tan(x)',
  'cos(3x)',
  'where(x, sqrt(x), sqrt(-x))',
  'sign(x) + step(x)',
  'min(x, 1/x, 3)',
  'asin(x)',
  'acos(x)',
  'asin(x/20)',
  'acos(x/20)',
  'atan(x)',
  'cbrt(x)',
  'log10(x)',
  'log2(x)',
  'exp(-x^2)',
  'sigmoid(x^2 - 4)',
  'x^50/1e30',
  'e^x + pi',
  '3',
];

/** The chosen formulas with their gradients, and generated ones, in all 200. */
function formulas(): { text: string; expression: Expression }[] {
  const list = CHOSEN.flatMap((text) => {
    const expression = parsed(text);
    return [
      { text, expression },
      { text: `(${text})'`, expression: derivative(expression, 'x') },
    ];
  });
  const generated = fc.sample(formula(['x']), { seed: 8, numRuns: 200 - list.length });
  return [...list, ...generated.map(({ text }) => ({ text, expression: parsed(text) }))];
}

const POINTS = Float32Array.from({ length: 256 }, (_, i) =>
  i < 240
    ? (i - 120) / 16 + 1 / 64
    : [0, 1, -1, 3, 10, 20, -20, 40, 100, -100, 1e-6, -1e-6, 1e-20, 500, 3e4, -3e4][i - 240],
);

test.each([
  ['f32', 'built-in'],
  ['vec4f', 'arithmetic'],
  ['pairs of vec4f', 'built-in'],
  ['pairs of vec4f', 'arithmetic'],
] as const)(
  'a formula on the adapter, in %s with %s exponentials, agrees with float64 within the error of float32',
  async (form, exponentials) => {
    const list = formulas();
    const results: number[] = [];
    // Several pipelines: one of all 200 formulas takes long to compile.
    for (let from = 0; from < list.length; from += 40) {
      results.push(
        ...(await onDevice(
          list.slice(from, from + 40).map(({ expression }) => expression),
          POINTS,
          form,
          exponentials,
        )),
      );
    }
    let compared = 0;
    let sharp = 0;
    let undefineds = 0;
    const wrong: string[] = [];
    list.forEach(({ text, expression }, e) => {
      const exact = compileScalar(expression, ['x']);
      POINTS.forEach((x, p) => {
        const got = results[e * POINTS.length + p];
        const expected = exact(x);
        const range = acceptance(expression, x);
        if (!range) return;
        if (range.isEmpty) {
          undefineds++;
          if (!(Math.abs(got) >= LARGEST)) wrong.push(`${text} at ${x}: ${got}, but it is undefined there`);
          return;
        }
        compared++;
        if (range.high - range.low <= 1e-3 * Math.abs(expected) + 1e-5) sharp++;
        if (!(got >= range.low && got <= range.high))
          wrong.push(`${text} at ${x}: ${got}, not ${expected} (from ${range.low} to ${range.high})`);
      });
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(25_000);
    expect(sharp).toBeGreaterThan(0.9 * compared);
    expect(undefineds).toBeGreaterThan(500);
  },
);

test('where a logarithm, a root or a quotient is undefined, the result is finite and beyond any bound', async () => {
  const cases: [string, number[]][] = [
    ['log(x)', [0, -1]],
    ['sqrt(x)', [-1, -1e-20]],
    ['1/x', [0, 0]],
    ['x^-0.5', [0, -3]],
    ['x^0.3', [-1, -2]],
    ['1/sqrt(x)', [-1, 0]],
    ['(-x^2 - 1)^x', [2.5, 1]],
  ];
  for (const [text, points] of cases) {
    const results = await onDevice([parsed(text)], new Float32Array(points), 'f32', 'built-in');
    expect([...results], text).toEqual(points.map(() => Math.fround(UNDEFINED_RESULT)));
  }
});

test.each(['built-in', 'arithmetic'] as const)(
  'the tails of a sigmoid keep their precision with %s exponentials',
  async (exponentials) => {
    // sigmoid(-x) is exp(-x) there to 1e-8 and better; float32 has it to 2e-5 (exp2 with an argument of 80).
    const points = new Float32Array([20, 40, 60, 80]);
    const results = await onDevice([parsed('sigmoid(-x)')], points, 'f32', exponentials);
    points.forEach((x, i) => expect(Math.abs(results[i] / Math.exp(-x) - 1)).toBeLessThan(2e-5));
  },
);

test.each(['built-in', 'arithmetic'] as const)(
  'a value far outside of the range gives the wide slope, not what is no number, with %s exponentials',
  async (exponentials) => {
    const gradient = derivative(parsed(SHEET), 'x');
    const points = new Float32Array([1e3, 1e6, 1e12, -1e3, -1e6, -1e12]);
    const results = await onDevice([gradient], points, 'f32', exponentials);
    // x - 10 on the right, 20 x on the left; two roundings.
    points.forEach((x, i) => expect(results[i] / (x > 0 ? x - 10 : 20 * x)).toBeCloseTo(1, 6));
  },
);

describe('exponentials as arithmetic', () => {
  const exponents = Float32Array.from({ length: 4096 }, (_, i) => (i - 2048) * (125 / 2048));
  // 2^x, the exponent of 2 being x itself.
  const powers = parsed(`exp(${Math.LN2}x)`);

  test('have a relative error of 2.5e-7 at most', async () => {
    // 9.2e-8 is the polynomial's, and float32 has at most as much again for the last sum and half of it for what went before.
    const results = await onDevice([powers], exponents, 'vec4f', 'arithmetic');
    expect(Math.max(...results.map((result, i) => Math.abs(result / 2 ** exponents[i] - 1)))).toBeLessThan(2.5e-7);
  });

  test('do not fall while the exponent rises', async () => {
    const near = Float32Array.from({ length: 4096 }, (_, i) => 3 + (i - 2048) * 2 ** -20);
    const results = await onDevice([powers], near, 'vec4f', 'arithmetic');
    expect(results.every((result, i) => i === 0 || result >= results[i - 1])).toBe(true);
  });

  test('are the same without limits, to the last bit, where exponents are small', async () => {
    const gradient = derivative(parsed(SHEET), 'x');
    const [low, high] = widestWithSmallExponents(gradient, 'x', [-5, 20], 1e6)!;
    const points = Float32Array.from({ length: 4096 }, (_, i) => low + ((high - low) * i) / 4095);
    const limited = await onDevice([gradient], points, 'pairs of vec4f', 'arithmetic');
    expect(await onDevice([gradient], points, 'pairs of vec4f', 'unlimited arithmetic')).toEqual(limited);
    expect(await onDevice([powers], exponents, 'vec4f', 'unlimited arithmetic')).toEqual(
      await onDevice([powers], exponents, 'f32', 'arithmetic'),
    );
  });

  test('stay finite and above 0 for any exponent', async () => {
    const points = new Float32Array([126, 127, 128, 200, 5e6, 1e9, 1e30, -126, -127, -200, -5e6, -1e9, -1e30, 3e38]);
    const results = await onDevice([powers], points, 'f32', 'arithmetic');
    expect(results.filter((result) => !(result > 0 && result < 3.5e38))).toEqual(new Float32Array(0));
    expect(
      results.slice(2, 7).every((result) => result >= 2 ** 127),
      'too large to be written',
    ).toBe(true);
    expect(
      results.slice(8, 13).every((result) => result < 2 ** -125),
      'too small to be written',
    ).toBe(true);
  });
});
