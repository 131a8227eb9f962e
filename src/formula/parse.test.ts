import { expect, test } from 'vitest';
import { compileScalar, FormulaError, parse, toText } from '.';

function valueOf(
  text: string,
  variables: Record<string, number> = {},
  parameters: Record<string, number> = {},
): number {
  const names = Object.keys(variables);
  return compileScalar(parse(text, { variables: names, parameters }), names)(...Object.values(variables));
}

function errorOf(text: string): FormulaError {
  try {
    parse(text, { variables: ['x', 'theta'] });
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

test.each([
  ['1 + 2*3', 7],
  ['8 - 4 - 2', 2],
  ['16/4/2', 2],
  ['2^3^2', 512],
  ['-2^2', -4],
  ['(-2)^2', 4],
  ['2^-3', 0.125],
  ['2^-1^2', 0.5],
  ['--3', 3],
  ['+3 - -2', 5],
  ['2*-3', -6],
  ['.5 + 1. + 1e-3 + 2.5E+2', 251.501],
])('%s is %d', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

test.each([
  ['10x^2', 90],
  ['3(x-1)', 6],
  ['2 x x', 18],
  ['x(x-1)', 6],
  ['(x)(x+1)', 12],
  ['2x^2y', 36],
  ['1/2x', 1.5],
  ['-2x', -6],
  ['2abs(-x)', 6],
  ['x abs(x)', 9],
])('the sign of multiplication may be left out: %s at x = 3, y = 2 is %d', (text, value) => {
  expect(valueOf(text, { x: 3, y: 2 })).toBe(value);
});

test('a number may stand before the constant e or an exponent may follow: 2e is a product, 2e3 a number', () => {
  expect(valueOf('2e')).toBe(2 * Math.E);
  expect(valueOf('2e3')).toBe(2000);
  expect(valueOf('2exp(0)')).toBe(2);
  expect(valueOf('2 pi')).toBe(2 * Math.PI);
});

test('other signs and raised digits are read: −, ·, ×, ², ³, θ', () => {
  expect(valueOf('3·x² − 2×x³', { x: 2 })).toBe(-4);
  expect(valueOf('θ²', { theta: 5 })).toBe(25);
  expect(valueOf('x¹⁰', { x: 2 })).toBe(1024);
});

test.each([
  ['exp(1)', Math.E],
  ['log(e)', 1],
  ['ln(e^2)', 2],
  ['sqrt(16)', 4],
  ['abs(-2)', 2],
  ['min(3, 1, 2)', 1],
  ['max(3)', 3],
  ['sign(-3)', -1],
  ['sigmoid(0)', 0.5],
  ['relu(-1) + relu(2)', 2],
  ['huber(0.5)', 0.125],
  ['huber(3)', 2.5],
  ['huber(-3, 2)', 4],
  ['huber(1, 1/2)', 0.375],
  ['step(-1) + step(2)', 1],
  ['where(-1, 5, 7)', 7],
  ['where(0, 5, 7)', 5],
])('%s is %d', (text, value) => {
  expect(valueOf(text)).toBeCloseTo(value, 15);
});

test('a parameter stands for its number', () => {
  expect(valueOf('beta x + 1', { x: 2 }, { beta: 3 })).toBe(7);
});

test('a variable may hide a constant, not a function', () => {
  expect(valueOf('2e', { e: 5 })).toBe(10);
  expect(() => parse('1', { variables: ['exp'] })).toThrow(
    new RangeError('a variable cannot be called exp: that is a function'),
  );
});

test.each([
  ['x^2 + ', 'expected a number, a name or “(” at the end, after “x^2 +”', 6, 0],
  ['x^2*/3', 'expected a number, a name or “(” at character 5, after “x^2*”', 4, 1],
  ['', 'expected a number, a name or “(” at the end', 0, 0],
  ['(x + 1', 'expected “)” at the end, to close the “(” at character 1', 6, 0],
  ['x + 1)', 'a “)” without its “(” at character 6, after “x + 1”', 5, 1],
  ['x 2', 'expected an operator such as + or * at character 3, after “x”', 2, 1],
  ['1.5.2', 'expected an operator such as + or * at character 4, after “1.5”', 3, 2],
  ['sin', 'expected an argument for sin at the end, after “sin”', 3, 0],
  ['min x', 'expected “(” at character 5, after “min”', 4, 1],
  ['x # 2', 'I cannot read “#” at character 3', 2, 1],
  ['x^2 = 4', 'I cannot read “=” at character 5', 4, 1],
  ['|x', 'expected “|” at the end, to close the “|” at character 1', 2, 0],
  ['3 + 1e999', '1e999 at character 5 is too large for a number', 4, 5],
  ['sin(x, 2)', '“sin” takes 1 argument, not 2, at character 1', 0, 3],
  ['min()', 'expected a number, a name or “(” at character 5, after “min(”', 4, 1],
  ['where(x)', '“where” takes 3 arguments, not 1, at character 1', 0, 5],
  ['huber(x, x)', 'the second argument of huber, at character 1, must be a number above 0', 0, 5],
  ['huber(x, -1)', 'the second argument of huber, at character 1, must be a number above 0', 0, 5],
])('%j is refused: %s', (text, message, position, length) => {
  const error = errorOf(text);
  expect(error.message).toBe(message);
  expect({ text: error.text, position: error.position, length: error.length }).toEqual({ text, position, length });
});

test('an unknown name is refused where it stands, with the name that was meant if there is no doubt', () => {
  const error = errorOf('2 + sigmod(x)');
  expect(error.message).toBe('I do not know “sigmod” at character 5: did you mean sigmoid?');
  expect([error.position, error.length]).toEqual([4, 6]);
  expect(errorOf('thtea^2').message).toContain('did you mean theta?');
  expect(errorOf('sni(x)').message).toContain('did you mean sin?');
  expect(errorOf('y + 1').message).toBe('I do not know “y” at character 1');
  // Names that every object has are no names of ours.
  expect(errorOf('constructor').message).toBe('I do not know “constructor” at character 1');
  expect(errorOf('toString(x)').message).toBe('I do not know “toString” at character 1');
});

test.each(['erf', 'gelu', 'elu', 'selu', 'gamma', 'beta', 'sind', 'atan2', 'hypot', 'sinn', 'foo', 'son', 'mean'])(
  'no advice is better than wrong advice: %s is just unknown',
  (name) => {
    expect(errorOf(`${name}(x)`).message).toBe(`I do not know “${name}” at character 1`);
  },
);

test.each([
  ['sec(x)', '1/cos(x)'],
  ['csc(x)', '1/sin(x)'],
  ['cot(x)', 'cos(x)/sin(x)'],
  ['sech(x)', '1/cosh(x)'],
  ['coth(x)', 'cosh(x)/sinh(x)'],
  ['swish(x)', 'x*sigmoid(x)'],
  ['asinh(x)', 'log(x + sqrt(x^2 + 1))'],
  ['acosh(x)', 'log(x + sqrt(x^2 - 1))'],
  ['atanh(x)', 'log((1 + x)/(1 - x))/2'],
  ['pow(x, 2)', 'x^2'],
])('%s can be written as %s, which is read', (text, instead) => {
  expect(errorOf(text).message).toMatch(new RegExp(`for ${text.replace(/[()]/g, '\\$&')} write `));
  expect(errorOf(text).message.endsWith(instead)).toBe(true);
  expect(() => parse(instead, { variables: ['x'] })).not.toThrow();
});

test.each(['floor(x)', 'ceil(x)', 'round(x)', 'mod(x, 2)', 'x % 2', '⌊x⌋'])(
  '%s is refused with the reason: it has no gradient',
  (text) => {
    expect(errorOf(text).message).toMatch(/is flat between its jumps: it has no gradient to follow$/);
  },
);

test('a text that is too long or nested too deep is refused, not run out of stack', () => {
  expect(errorOf('x+'.repeat(1000) + 'x').message).toBe('a formula has at most 2000 characters; this one has 2001');
  for (const deep of [
    '('.repeat(1900),
    '-'.repeat(1900) + 'x',
    'x^'.repeat(900) + 'x',
    'abs('.repeat(400),
    '2^-'.repeat(600) + 'x',
  ]) {
    expect(errorOf(deep).message).toMatch(/^nested more than 100 levels deep at character \d+$/);
  }
});

test('long chains are read', () => {
  expect(valueOf('x+'.repeat(999) + 'x', { x: 1 })).toBe(1000);
  expect(valueOf('x*'.repeat(999) + 'x', { x: 1 })).toBe(1);
});

test.each([
  '-x^2',
  '(-x)^2',
  '1/(2*x)',
  '1/2*x',
  'x - (1 - x)',
  '(x^2)^3',
  'x^2^3',
  '-(x + 1)*2',
  '2*(-x)',
  '(x/2)^-1',
  'abs(-x)',
  '1e-7*x',
  'min(x, 1, -x)',
  '--x',
])('text of %s is read as the same tree again', (text) => {
  const once = parse(text, { variables: ['x'] });
  expect(parse(toText(once), { variables: ['x'] })).toEqual(once);
});
