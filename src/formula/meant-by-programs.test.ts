import { expect, test } from 'vitest';
import { compileScalar, parseObjective, parseSurface } from '.';
import { reading, sentence } from './formulas.fixtures';

const valueAt = (text: string, x: number) => {
  const { value, variable } = parseObjective(text);
  return compileScalar(value, [variable])(x);
};

test.each(['lambda x: x:2', 'lambda x: x:2+1', 'lambda t: t:e'])('the second colon of %s names no type', (text) => {
  for (const read of [parseObjective, parseSurface]) expect(sentence(text, read)).toMatch(/^I cannot read “:” at/);
});

test('a lambda has no types, and a typed list of another language has', () => {
  expect(reading('lambda x: x**2')).toEqual(['x^2']);
  expect(reading('lambda x, y: x*y', parseSurface)).toEqual(['x*y']);
  expect(reading('def f(x: float) -> float: return x**2')).toEqual(['x^2']);
  expect(reading('x: number => x*x')).toEqual(['x*x']);
});

test.each(['x → 0', 'x \\to 0', 'x -> 2.5', 'x \\to -1', 'x→−2'])('%s goes to a limit and is no formula', (text) => {
  expect(sentence(text)).toMatch(/^I (?:cannot read|do not know) “(?:→|>|\\to)” at character/);
});

test.each([
  ['=LOG(x;2)', 3],
  ['=LOG(x,2)', 3],
  ['=log(A1; 2)', 3],
  ['=2*LOG(x;EXP(1))/LN(64)', 1],
])('the logarithm %s of a spreadsheet has its base given: at 8 it is %d', (text, value) => {
  // A quotient of rounded logarithms.
  expect(valueAt(text, 8)).toBeCloseTo(value, 14);
  expect(reading(text).slice(1).join()).not.toContain('log');
});

test.each(['=LOG(x)', '=LOG(x)^2', '=1+log(A1)'])('the base of %s is asked about', (text) => {
  expect(sentence(text)).toMatch(/“(?:LOG|log)” at character \d can mean log10 or ln; write the one you mean/);
});

test('where a comma may be a decimal one, or another program calls, the base of a logarithm is asked about', () => {
  expect(sentence('=LOG(8,2)*x')).toContain(' can mean LOG(8.2) or log(8)/log(2); ');
  expect(sentence('LOG(x,2)')).toContain(' can mean log(x)/log(2) or log(2)/log(x); ');
});

test('TeX prints only the first digit behind a line low', () => {
  expect(sentence('\\log_25 x')).toBe(
    '“\\log_25” at character 1 can mean log(5…)/log(2) or log(…)/log(25); write the one you mean',
  );
  expect(sentence('\\log_{25} x')).toContain('for \\log_{25}(…) write log(…)/log(25)');
  expect(sentence('log_25 x')).toContain('for log_25(…) write log(…)/log(25)');
  expect(sentence('\\log_105 x')).toContain('for \\log_105(…) write log(…)/log(105)');
  expect(valueAt('\\log_10 x', 100)).toBeCloseTo(2, 14);
  expect(valueAt('\\log_2 5x', 1.6)).toBeCloseTo(3, 14);
});

test.each([
  ['\\|x-a\\|_1', '|x|+|y|'],
  ['\\|2x\\|_1', '|x|+|y|'],
  ['‖x-1‖₂', 'sqrt(x^2+y^2)'],
  ['\\lVert x - y\\rVert_\\infty', 'max(|x|,|y|)'],
])('of %s between the bars no elements are known: the norm is shown of x and y, as an example', (text, norm) => {
  expect(sentence(text, parseSurface)).toContain(` or the length of a vector, as ${norm}; write the one you mean`);
});

test.each(['x//2', 'x // 2', '(x+1)//x', 'x // (x+1)'])('%s divides to whole numbers', (text) => {
  expect(sentence(text)).toMatch(/^“\/\/” at character \d is flat between its jumps/);
});

test.each(['x^2 // half', 'x // http', '2//x'])('of the strokes in %s no more is said', (text) => {
  expect(sentence(text)).toMatch(/^I cannot read “\/\/” at character \d$/);
});

test('a power of ten may be written with the letter x for its sign', () => {
  expect(sentence('3x10^2')).toBe('“x10” at character 2 can mean *10 or x*10; write the one you mean');
  expect(sentence('1.5x10⁻³')).toContain('can mean *10 or x*10');
  expect(sentence('3X10^2')).toContain('can mean *10 or x*10');
  for (const text of ['x10 + 1', 'x10^3', '2·x10^3']) expect(sentence(text)).toContain('can mean x^10 or 10x');
});

test.each(['f(x) = a x^2', 'f(x) = (x-b)^2', 'L(w) = (w-p)^2', 'L(w) = (w x-1)^2', 'lambda x: a*x'])(
  'a letter that the head of %s does not name is a number that is missing',
  (text) => {
    expect(sentence(text, parseSurface)).toMatch(
      /^“[abpx]” at character \d+ is not the variable, which is [xw]; use a /,
    );
  },
);

test('a point may have a letter of its own, which its elements have with an index or not at all', () => {
  expect(reading('f(x) = x_1^2 + x_2^2', parseSurface)[0]).toBe('x^2 + y^2');
  expect(reading('f(p) = x^2 + y^2', parseSurface)[0]).toBe('x^2 + y^2');
  expect(reading('f(x) = x^2 + y^2', parseSurface)[0]).toBe('x^2 + y^2');
  expect(reading('f(x) = x^2', parseSurface)[0]).toBe('x^2');
});

test.each(['2.0f*x*x', '0.5f * x', '2.f*x', '1.5F'])('the f behind a number of C is no factor: %s', (text) => {
  for (const read of [parseObjective, parseSurface]) expect(sentence(text, read)).toMatch(/ can mean \S+ or \S+\*f; /);
});

test.each([
  ['\\mathbf{w}_1^2 + 2\\mathbf{w}_2', 'x^2 + 2*y'],
  ['\\boldsymbol{x}_{1}\\boldsymbol{x}_{2}', 'x*y'],
  ['\\bm{w}_0 - \\bm{w}_1', 'x - y'],
])('letters in bold may have an index: %s', (text, read) => {
  expect(reading(text, parseSurface)[0]).toBe(read);
});

test.each([
  ['¹⁄₂x²', 2],
  ['³⁄₁₀x', 0.6],
  ['2¹⁄₂', 2.5],
])('%s is a fraction in small digits', (text, value) => {
  expect(valueAt(text, 2)).toBe(value);
});

test('a fraction in small digits behind a letter is refused', () => {
  expect(sentence('x¹⁄₂')).toBe('expected an operator such as + or * at character 2, after “x”');
});

test.each([
  ['sin^22x', 'sin^22', 'sin(…)^22', 'sin(2…)^2'],
  ['3\\cos^310\\theta', '\\cos^310', 'cos(…)^310', 'cos(10…)^3'],
])('in %s the power may end after its first digit, as in TeX', (text, typed, first, second) => {
  expect(sentence(text)).toContain(`“${typed}” at character `);
  expect(sentence(text)).toContain(` can mean ${first} or ${second}; `);
});

test.each(['sin^10x', 'sin^10(x)', 'sin^10 x', 'sin^{10}x', '(sin x)^10', 'sin¹⁰x'])('%s is a tenth power', (text) => {
  expect(valueAt(text, 1)).toBeCloseTo(Math.sin(1) ** 10, 14);
});

test.each(['100 % x', '5 % x', '3 // x'])(
  'what stands behind the number in %s may be a percentage or a comment',
  (text) => {
    expect(sentence(text)).toMatch(/^I cannot read “(?:%|\/\/)” at character \d+$/);
  },
);

test('of a natural logarithm it is said wherever it stands', () => {
  for (const text of ['log(x)', 'xlog(x)', '2\\log x', '\\mathrm{log}(x)'])
    expect(reading(text).join()).toContain('“log” is the natural logarithm');
  for (const text of ['ln(x)', 'log_2(x)', 'log_e(x)', '\\log_{e} x'])
    expect(reading(text).join()).not.toContain('natural');
});

test('room that TeX has behind an argument is in neither reading', () => {
  expect(sentence('\\sin x\\,\\; x')).toContain('can mean sin(x)*x or sin(x*x)');
  expect(sentence('\\ln 2\\, x')).toContain('can mean log(2)*x or log(2*x)');
});

test.each([
  ['sin x*x²', 'sin(x)*x²', 'sin(x*x²)'],
  ['ln x/x^2', 'log(x)/x^2', 'log(x/x^2)'],
  ['√2x^3', 'sqrt(2)*x^3', 'sqrt(2*x^3)'],
  ['\\sin x \\cdot e^{-x}', 'sin(x)*e^{-x}', 'sin(x*e^{-x})'],
  ['cos x*2x', 'cos(x)*2x', 'cos(x*2x)'],
  ['cos x*2x^2', 'cos(x)*2x^2', 'cos(x*2x^2)'],
  ['sin x/2^x^2', 'sin(x)/2^x^2', 'sin(x/2^x^2)'],
])('%s can mean %s or %s: all that belongs to the second factor is in both', (text, first, second) => {
  expect(sentence(text)).toBe(`“${text}” at character 1 can mean ${first} or ${second}; write the one you mean`);
});

test.each([
  ['sqrt of x', 'I do not know “of” at character 6'],
  ['sin of x', 'I do not know “of” at character 5'],
  ['Aufgabe 1: x^2', 'I cannot read “:” at character 10'],
  ['Exercise 12 : x^2', 'I cannot read “:” at character 13'],
])('of words, as in %s, nothing is advised', (text, said) => {
  expect(sentence(text)).toBe(said);
});
