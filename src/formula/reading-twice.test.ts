import { expect, test } from 'vitest';
import { compileScalar, parseObjective, parseSurface } from '.';
import { reading, sentence } from './formulas.fixtures';

const valueAt = (text: string, x: number) => {
  const { value, variable } = parseObjective(text);
  return compileScalar(value, [variable])(x);
};

test.each([
  ['x^2^3', 'x^(2^3)', '(x^2)^3'],
  ['x^2^{3}', 'x^(2^{3})', '(x^2)^{3}'],
  ['x²^3', 'x^(2^3)', '(x^2)^3'],
  ['x^2³', 'x^(2^3)', '(x^2)^3'],
  ['x^3²', 'x^(3^2)', '(x^3)^2'],
  ['x^(2)^3', 'x^((2)^3)', '(x^(2))^3'],
  ['x^{2}^{3}', 'x^({2}^{3})', '(x^{2})^{3}'],
  ['x⁻²^3', 'x^((-2)^3)', '(x^(-2))^3'],
  ['x^-3^2', 'x^(-3^2)', '(x^-3)^2'],
  ['2^x^2', '2^(x^2)', '(2^x)^2'],
  ['2^(x)^2', '2^((x)^2)', '(2^(x))^2'],
  ['2.^x.^2', '2.^(x^2)', '(2.^x)^2'],
  ['x.^x.^2', 'x^(x^2)', '(x^x)^2'],
  ['exp(1).^x.^2', 'exp(1)^(x^2)', '(exp(1)^x)^2'],
  ['e^(-x)^2', 'e^((-x)^2)', '(e^(-x))^2'],
  ['e^{-x}^2', 'e^({-x}^2)', '(e^{-x})^2'],
  ['e^{x}^{2}', 'e^({x}^{2})', '(e^{x})^{2}'],
  ['x^-1/2', '(x^-1)/2', 'x^(-1/2)'],
  ['x^2/3', '(x^2)/3', 'x^(2/3)'],
  ['x^3/2', '(x^3)/2', 'x^(3/2)'],
  ['2^x/3', '(2^x)/3', '2^(x/3)'],
  ['e^2πx', '(e^2)*πx', 'e^(2*πx)'],
  ['1/2πx', '(1/2)*πx', '1/(2*πx)'],
  ['1/1+e^-x', '(1/1)+e^-x', '1/(1+e^-x)'],
  ['1/1+25x^2', '(1/1)+25x^2', '1/(1+25x^2)'],
  ['x/1 - x²', '(x/1) - x²', 'x/(1 - x²)'],
  ['-2x/x²+1', '(-2x/x²)+1', '-2x/(x²+1)'],
  ['e^x/e^x+1', '(e^x/e^x)+1', 'e^x/(e^x+1)'],
  ['x^2sin(x)/sin(x)+2-x', '(x^2sin(x)/sin(x))+2-x', 'x^2sin(x)/(sin(x)+2-x)'],
])('“%s” is read as %s and not as %s: that is said, and both can be typed', (text, first, second) => {
  const said = reading(text).slice(1);
  expect(said[0]).toBe(`“${text}” is read as ${first}, not as ${second}.`);
  for (const x of [0.7, 1.3]) {
    expect(valueAt(first, x)).toBe(valueAt(text, x));
    // None of them is so steep that they would be alike by chance.
    expect(Math.abs(valueAt(second, x) / valueAt(text, x) - 1)).toBeGreaterThan(1e-3);
  }
});

test.each([
  'x^2/2',
  'x^4/4',
  'x^3/3',
  'e^x^2',
  'e^-x^2',
  'e^x²',
  'x^{2^3}',
  'x^(2^3)',
  'e^(x+1)/2',
  'e^{-x²}/2',
  'x²/3',
  'e^x sin x',
  '1/x+1',
  'x^2/2+1',
  '2x/2+1',
  '(x/x)+1',
  'x^2/(x)+1',
  '\\frac{x}{x}+1',
])('of %s there is no doubt', (text) => {
  expect(reading(text).slice(1)).toEqual([]);
});

test.each([
  ['log 2 x', 'log2(x)', 'log(2*x)'],
  ['log 10 x', 'log10(x)', 'log(10*x)'],
  ['log 2 (x+1)', 'log2(x+1)', 'log(2*(x+1))'],
  ['log 2 sin x', 'log2(sin x)', 'log(2*sin x)'],
  ['log 2 |x|', 'log2(|x|)', 'log(2*|x|)'],
  ['ln 2 \\frac{1}{(x)}', 'log(2)*\\frac{1}{(x)}', 'log(2*\\frac{1}{(x)})'],
  ['sin x|x-1|', 'sin(x)*|x-1|', 'sin(x*|x-1|)'],
  ['\\log 3 x', 'log(x)/log(3)', 'log(3*x)'],
  ['ln 2 x', 'log(2)*x', 'log(2*x)'],
  ['sqrt 2 x', 'sqrt(2)*x', 'sqrt(2*x)'],
  ['sqrt2*x', 'sqrt(2)*x', 'sqrt(2*x)'],
  ['ln2x', 'ln(2x)', 'ln(2)*x'],
  ['sqrt2x', 'sqrt(2x)', 'sqrt(2)*x'],
  ['sin2 x', 'sin(2x)', 'sin(x)^2'],
  ['e⁻ˣ²', 'x^2', '2x'],
  ['1{,}000', '1000', '1.000'],
])('%s can mean %s or %s: it is asked about, and both can be typed', (text, first, second) => {
  expect(sentence(text)).toContain(` can mean ${first} or ${second}; write the one you mean`);
  expect(valueAt(first, 1.7)).not.toBeCloseTo(valueAt(second, 1.7), 3);
});

test.each([
  ['max(0,5)', '0,5', '0 and 5', '0.5'],
  ['max(0,1-x)', '0,1', '0 and 1', '0.1'],
  ['max(1,234.5)', '1,234.5', '1 and 234.5', '1234.5'],
])('in %s, “%s” is read as %s and not as %s, and that is said', (text, piece, first, second) => {
  expect(reading(text).slice(1)).toEqual([`“${piece}” is read as ${first}, not as ${second}.`]);
});

test('of max(0,1.5x) there is no doubt', () => {
  expect(reading('max(0,1.5x)')).toEqual(['max(0, 1.5*x)']);
});

test.each([
  ['x*ln2', 'x*log(2)', 'ln2', 'ln(2)'],
  ['x/ln2', 'x/log(2)', 'ln2', 'ln(2)'],
  ['e^(x ln2)', 'e^(x*log(2))', 'ln2', 'ln(2)'],
  ['(ln2)x', 'log(2)*x', 'ln2', 'ln(2)'],
  ['x + sqrt3', 'x + sqrt(3)', 'sqrt3', 'sqrt(3)'],
  ['1,000.5x', '1000.5*x', '1,000.5', '1000.5'],
  ['1.234,5x', '1234.5*x', '1.234,5', '1234.5'],
  ['12.345,6x', '12345.6*x', '12.345,6', '12345.6'],
  ['1.000.000x', '1000000*x', '1.000.000', '1000000'],
  ['1,000,000x', '1000000*x', '1,000,000', '1000000'],
  ['1{,}000{,}000x', '1000000*x', '1{,}000{,}000', '1000000'],
  ['1{,}234.5x', '1234.5*x', '1{,}234.5', '1234.5'],
  ['1.234{,}5x', '1234.5*x', '1.234{,}5', '1234.5'],
  ['1 000x', '1000*x', '1 000', '1000'],
  ['x - 1 000', 'x - 1000', '1 000', '1000'],
  ['x \\cdot 1 000', 'x*1000', '1 000', '1000'],
  ['2 - 12 345 678.5x', '2 - 12345678.5*x', '12 345 678.5', '12345678.5'],
  ['1 000,5x', '1000.5*x', '1 000,5', '1000.5'],
  ["1'000x", '1000*x', "1'000", '1000'],
  ['max(1’000, x)', 'max(1000, x)', '1’000', '1000'],
  ['alpha^2', 'α^2', 'alpha', 'α'],
  ['gamma^2 + 1', 'γ^2 + 1', 'gamma', 'γ'],
  ['f(beta) = beta^2', 'β^2', 'beta', 'β'],
  ['xxx', 'x*x*x', 'xxx', 'x*x*x'],
])('%s is read as %s: nothing else fits, and it is said', (text, read, piece, meaning) => {
  expect(reading(text)).toEqual([read, `“${piece}” is read as ${meaning}.`]);
});

test('letters that are spelled out, and variables side by side before an exponential, are read in two variables', () => {
  expect(reading('alpha^2+beta^2', parseSurface)).toEqual([
    'α^2 + β^2',
    '“alpha” is read as α.',
    '“beta” is read as β.',
  ]);
  expect(reading('mu^2', parseSurface)).toEqual(['μ^2', '“mu” is read as μ, not as m*u.']);
  expect(reading('xye^(-x²-y²)', parseSurface)).toEqual(['x*y*e^(-x^2 - y^2)', '“xye” is read as x*y*e.']);
});

test.each(['x^2 000', 'x^-1 000', 'x 100', '2 10x', 'xyz', 'eye', 'gamma(x)', 'beta(x, 1)'])(
  '%s is refused: no one knows what is meant',
  (text) => {
    expect(sentence(text, parseSurface)).toMatch(/^expected an operator|^I do not know/);
  },
);

test('raised signs side by side are one exponent', () => {
  expect(valueAt('x²⁻¹', 4)).toBe(4);
  expect(valueAt('x⁻¹⁺³', 4)).toBe(16);
  expect(valueAt('x⁰·⁵', 4)).toBe(2);
  expect(valueAt('x¹ᐟ²', 4)).toBe(2);
  expect(valueAt('x²²', 2)).toBe(2 ** 22);
  expect(sentence('x²3')).toBe('expected an operator such as + or * at character 3, after “x²”');
  expect(valueAt('2⁻ˣ', 3)).toBe(0.125);
  expect(valueAt('eˣ', 1)).toBe(Math.E);
  expect(valueAt('e⁻ˣ', 0)).toBe(1);
  expect(valueAt('sin⁺²(x)', 1)).toBe(Math.sin(1) ** 2);
  expect(reading('xⁿ', parseSurface)).toEqual(['x^n']);
  expect(sentence('x⁽²')).toBe('expected “⁾” at the end, to close the “⁽” at character 2');
});

test.each(['x^T x', 'w^T w', 'x^{T}x', 'X^T X', 'x^\\top x', 'xᵀx', 'x^⊤x', 'x^H x', '(x+y)^T(x+y)', 'x^\\mathsf{T}x'])(
  '%s may transpose a vector, and is asked about',
  (text) => {
    for (const read of [parseObjective, parseSurface])
      expect(sentence(text, read)).toMatch(/ can mean \S+ transposed or the power \S+\^[th]; /);
  },
);

test('a number to the power of T has no vector to transpose', () => {
  expect(reading('2^T + e^T')).toEqual(['2^t + e^t']);
  expect(reading('x^t x', parseSurface)).toEqual(['x^t*x']);
});

test.each(['x[i]', 'x[-1]', 'x[i+1]', 'x[i, j]', 'x{1}^2 + 10x{2}^2', 'w{2}', 'x(k)', 'f(x)^2', 'H(x)'])(
  '%s may be a product or not, and is asked about',
  (text) => {
    for (const read of [parseObjective, parseSurface])
      expect(sentence(text, read)).toContain(' can be an element of a list, a value of a function, or a product; ');
  },
);

test.each(['\\|x\\|^2', '‖x‖²', '||x||^2', '\\lVert x \\rVert^2', '\\frac12\\|w\\|^2', '3||x||'])(
  '%s may be the norm of a vector in two variables, and is asked about',
  (text) => expect(sentence(text, parseSurface)).toMatch(/ can mean \|[xw]\| or sqrt\(x\^2\+y\^2\); /),
);

test.each(['||x-a||^2', '‖x-y‖²', '\\|\\mathbf{x} - a\\|', '\\lVert 2w \\rVert'])(
  '%s may be the length of a vector, and is asked about',
  (text) => expect(sentence(text, parseSurface)).toMatch(/ can mean \|.+\| or the length of a vector/),
);

test('double bars between other bars, and of one variable, are absolute values', () => {
  expect(reading('|x||y||x|', parseSurface)).toEqual(['abs(x)*abs(y)*abs(x)']);
  expect(reading('‖x‖²')[0]).toBe('abs(x)^2');
  expect(reading('\\frac x{2}')[0]).toBe('x/2');
});

test.each([
  ['[x]', '[x]', 'x', 'floor(x)'],
  ['x - [x]', '[x]', 'x', 'floor(x)'],
  ['3/[x] + 1', '[x]', 'x', 'floor(x)'],
  ['(x-[2x])^2', '[2x]', '(2x)', 'floor(2x)'],
  ['\\left[\\frac{x}{2}\\right]', '[\\frac{x}{2}]', '(\\frac{x}{2})', 'floor(\\frac{x}{2})'],
  ['\\{x\\}^2', '\\{x\\}', 'x', 'x-floor(x)'],
  ['\\left\\{ x \\right\\}', '\\{ x \\}', 'x', 'x-floor(x)'],
])(
  'in %s, “%s” can mean %s or %s: nothing there needs brackets, and it is asked about',
  (text, piece, plain, other) => {
    expect(sentence(text)).toContain(`“${piece}” at character `);
    expect(sentence(text)).toContain(` can mean ${plain} or ${other}; write the one you mean`);
  },
);

test.each([
  ['x - [x+0.5]', 'x - (x + 0.5)', '[x+0.5]', '(x+0.5)', 'floor(x+0.5)'],
  ['x^2+[sin x]', 'x^2 + sin(x)', '[sin x]', '(sin x)', 'floor(sin x)'],
  ['\\{x^2+1\\}', 'x^2 + 1', '\\{x^2+1\\}', '(x^2+1)', '(x^2+1)-floor(x^2+1)'],
  ['{x} - 1/2', 'x - 1/2', '{x}', 'x', 'x-floor(x)'],
])('in %s, read as %s, it is said that “%s” is %s and not %s', (text, read, piece, plain, other) => {
  expect(reading(text)).toEqual([read, `“${piece}” is read as ${plain}, not as ${other}.`]);
});

test.each([
  '2[x+1]',
  '[x+1]^2',
  '[x-1][x+1]',
  '[x(x-1)]^2',
  '[2x]^2',
  '1/[2x]',
  '[3]x',
  'e^[x+1]',
  '2^[x]',
  'Sin[x]',
  '[sin x]^2',
  '{x}^{2}',
  '{{x}^{2}}+1',
  '\\frac{1}{x}',
  '\\sqrt{x}',
  '\\bm{\\theta}+1',
  '\\left\\{x + 1\\right\\}^2',
])('nothing is said about the brackets of %s', (text) => {
  expect(reading(text).slice(1)).toEqual([]);
});

test('the argument of a function in an exponent is no tower', () => {
  expect(reading('2^sin x^2').slice(1)).toEqual(['“sin x^2” is read as sin(x^2), not as sin(x)^2.']);
});

test.each(['n(n+1)/2', 'n[n+1]', 'x(x-1)[x+1]'])('%s is a product', (text) => {
  expect(reading(text)).toHaveLength(1);
});

test.each([
  ['x^{(1)}', 'x^1'],
  ['x^(1)', 'x^1'],
  ['x^{(2)}', 'x^2'],
  ['x^{[1]}', 'x^1'],
  ['x⁽²⁾', 'x^2'],
  ['x_1^{(2)}', 'x_1^2'],
  ['w^{(i)}', 'w^i'],
])('%s may be one of several, and is asked about; the power is %s', (text, power) => {
  for (const read of [parseObjective, parseSurface])
    expect(sentence(text, read)).toContain(
      `“${text}” at character 1 can mean one of several ${power.split('^')[0]} or the power ${power}; `,
    );
  expect(reading(power, parseSurface)[0]).toContain('^');
});

test.each([
  ['x^(1/3)', 'x', 'cbrt(x)'],
  ['x^(2/3)', 'x', 'cbrt(x)^2'],
  ['(x-1)^(1/3)', 'x-1', 'cbrt(x-1)'],
  ['(x+5)^(2/3)', 'x+5', 'cbrt(x+5)^2'],
  ['(1-x)^(1/3)', '1-x', 'cbrt(1-x)'],
  ['x^(1/5)', 'x', 'sign(x)*abs(x)^(1/5)'],
  ['(x^3)^(2/5)', 'x^3', 'abs(x^3)^(2/5)'],
])('%s is said to be undefined where %s is below 0, and %s goes on there', (text, base, instead) => {
  expect(reading(text)[1]).toBe(`“${text}” is undefined where ${base} is below 0; ${instead} has a value there too.`);
  for (const x of [-7.5, 7.5]) {
    if (valueAt(base, x) < 0) expect([valueAt(text, x), Number.isFinite(valueAt(instead, x))]).toEqual([NaN, true]);
    // The same powers, by other functions: a few roundings.
    else expect(valueAt(instead, x) / valueAt(text, x)).toBeCloseTo(1, 14);
  }
});

test.each([
  '|x|^(1/3)',
  'abs(x)^(2/3)',
  '(x^2)^(1/3)',
  '(x^2+1)^(1/3)',
  '(√x)^(1/3)',
  '(1+1)^(1/3) x',
  '8^(1/3) x',
  'x^(1/2)',
  'x^(6/3)',
])('nothing is said about the domain of %s', (text) => {
  expect(reading(text).filter((said) => said.includes('undefined'))).toEqual([]);
});
