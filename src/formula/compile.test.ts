import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileBlock, compileInterval, compileScalar, derivative, parse, parseObjective } from '.';
import { lower } from './lower';
import { between, formula } from './formulas.fixtures';

const SHEET = 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)';

test('a block gives each lane what the scalar function gives, bit for bit, wherever the lane stands', () => {
  // Longer than a block, and no multiple of one.
  const length = 1100;
  // Multiples of irrational numbers fill the interval from -6 to 6 evenly.
  const inputs = [Math.SQRT2, Math.sqrt(3)].map((a) => Float64Array.from({ length }, (_, i) => 12 * ((a * i) % 1) - 6));
  const lanesAgree = ({ text }: { text: string }) => {
    const value = parse(text, { variables: ['x', 'y'] });
    const expressions = [value, derivative(value, 'x')];
    const outputs = expressions.map(() => new Float64Array(length));
    compileBlock(expressions, ['x', 'y']).evaluate(inputs, outputs, length);
    const scalars = compileBlock(expressions, ['x', 'y']);
    for (let lane = 0; lane < length; lane += 37) {
      const alone = expressions.map(() => new Float64Array(1));
      scalars.evaluate(
        inputs.map((input) => input.slice(lane, lane + 1)),
        alone,
        1,
      );
      expect(alone.map(([x]) => x)).toEqual(outputs.map((output) => output[lane]));
    }
    const scalar = compileScalar(value, ['x', 'y']);
    // The two expressions of the block share parts; alone the value may be factored no other way.
    for (let lane = 0; lane < length; lane += 97)
      expect(scalar(inputs[0][lane], inputs[1][lane])).toBe(outputs[0][lane]);
  };
  fc.assert(fc.property(formula(['x', 'y']), lanesAgree), { seed: 3, numRuns: 150 });
});

test('only as many lanes as asked for are written', () => {
  for (const [size, length] of [
    [10, 4],
    [900, 600],
  ]) {
    const outputs = [new Float64Array(size).fill(7)];
    compileBlock([parse('x^2', { variables: ['x'] })], ['x']).evaluate(
      [new Float64Array(size).fill(3)],
      outputs,
      length,
    );
    expect([...outputs[0]]).toEqual(Array.from({ length: size }, (_, i) => (i < length ? 9 : 7)));
  }
});

test('a variable and a number are expressions too', () => {
  const outputs = [new Float64Array(2), new Float64Array(2), new Float64Array(2)];
  const [x, three] = [parse('x', { variables: ['x'] }), parse('3', { variables: [] })];
  compileBlock([x, three, x], ['x']).evaluate([new Float64Array([1, 2])], outputs, 2);
  expect(outputs.map((output) => [...output])).toEqual([
    [1, 2],
    [3, 3],
    [1, 2],
  ]);
});

test('a variable that is not listed is refused by name', () => {
  expect(() => compileScalar(parse('x + y', { variables: ['x', 'y'] }), ['x'])).toThrow(
    new RangeError('unknown variable: y (one of x)'),
  );
});

test('a constant that overflows or underflows when folded does not change a finite value', () => {
  const at = (text: string, x: number) => compileScalar(parse(text, { variables: ['x'] }), ['x'])(x);
  expect(at('1e300*(x*1e300)', 1e-300)).toBeCloseTo(1e300, -290);
  expect(at('1e-300*(x*1e-300)', 1e300)).toBeCloseTo(1e-300, 305);
  expect(at('x - x', 5)).toBe(0);
  expect(at('exp(800)/exp(x)', 800)).toBe(NaN);
  expect(at('exp(x)/exp(x - 1)', 800)).toBe(Math.E);
});

test('functions are stable where a naive form overflows or cancels', () => {
  const at = (text: string, x: number) => compileScalar(parse(text, { variables: ['x'] }), ['x'])(x);
  // Two roundings each.
  expect(at('sigmoid(-x)', 600) / Math.exp(-600)).toBeCloseTo(1, 14);
  expect([
    at('sigmoid(x)', 1e300),
    at('sigmoid(x)', -1e300) < 1e-300,
    at('softplus(x)', 1e300),
    at('softplus(x)', -1e300),
  ]).toEqual([1, true, 1e300, 0]);
  expect(at('softplus(x)', -40) / Math.exp(-40)).toBeCloseTo(1, 14);
  expect([at('huber(x)', 1e300), at('tanh(x)', 1e300), at('tanh(x)', -1e300), at('x/(x^2+1)', 1e200)]).toEqual([
    1e300, 1, -1, 0,
  ]);
});

test('a polynomial with parentheses is multiplied out only where that loses no digits', () => {
  const at = (text: string, x: number) => compileScalar(parse(text, { variables: ['x'] }), ['x'])(x);
  // Multiplied out, 1e12 would be subtracted from 1e12.
  expect(at('(x - 1000)^4 + 1', 1000.001)).toBe(1 + (1000.001 - 1000) ** 4);
  expect(at('(x - 1000)^2 + x^2/1e9', 1000)).toBeCloseTo(1e-3, 15);
});

test("the gradient of the sheet's function takes one exponential, one division and eight other instructions", () => {
  const { gradient, variable } = parseObjective(SHEET);
  const operations = lower([gradient], [variable]).instructions.map(({ operation }) => operation);
  expect(operations.toSorted()).toEqual([
    'affine',
    'affine',
    'affine',
    'multiply',
    'multiplyAdd',
    'multiplyAdd',
    'multiplyAddConstant',
    'sigmoidExp',
    'sigmoidHigh',
    'sigmoidLow',
  ]);
});

test('the value and the gradient share their exponential', () => {
  const { value, gradient, variable } = parseObjective(SHEET);
  const { instructions } = lower([value, gradient], [variable]);
  expect(instructions.filter(({ operation }) => operation === 'sigmoidExp').length).toBe(1);
});

test('an interval holds the values at its points, ends included', () => {
  let bounded = 0;
  const ends = fc.tuple(between(-6, 6), between(0, 1)).map(([low, width]) => [low, low + 4 * width ** 4]);
  const intervals = fc.array(ends, { minLength: 10, maxLength: 10 });
  const holdValues = ({ text }: { text: string }, isDerived: boolean, intervals: number[][]) => {
    const value = parse(text, { variables: ['x'] });
    const expression = isDerived ? derivative(value, 'x') : value;
    const scalar = compileScalar(expression, ['x']);
    const interval = compileInterval(expression, 'x');
    for (const [low, high] of intervals) {
      const [least, most] = interval(low, high);
      if (most - least < Infinity) bounded++;
      for (let s = 0; s <= 20; s++) {
        const y = scalar(s === 20 ? high : low + ((high - low) * s) / 20);
        if (Number.isNaN(y)) continue;
        expect(y).toBeGreaterThanOrEqual(least);
        expect(y).toBeLessThanOrEqual(most);
      }
    }
  };
  fc.assert(fc.property(formula(['x']), fc.boolean(), intervals, holdValues), { seed: 5, numRuns: 400 });
  // The bounds say something: most are finite.
  expect(bounded).toBeGreaterThan(3000);
});

test('an interval says nothing across a pole or a jump of the derivative, and is empty outside of the domain', () => {
  const over = (text: string, low: number, high: number) =>
    compileInterval(parse(text, { variables: ['x'] }), 'x')(low, high);
  expect(over('1/x', -1, 1)).toEqual([-Infinity, Infinity]);
  expect(over('log(x)', -3, -1)).toEqual([NaN, NaN]);
  expect(over('sin(x)', 0, 100)).toEqual([-1, 1]);
  const { curvature } = parseObjective('abs(x)');
  expect(compileInterval(curvature, 'x')(-1, 1)).toEqual([-Infinity, Infinity]);
  expect(compileInterval(curvature, 'x')(0.5, 1)).toEqual([0, 0]);
});
