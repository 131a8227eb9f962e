import { expect, test } from 'vitest';
import { compileScalar, parseObjective, parseSurface } from '.';
import { reading, sentence } from './formulas.fixtures';

const valueAt = (text: string, x: number) => {
  const { value, variable } = parseObjective(text);
  return compileScalar(value, [variable])(x);
};

test.each([
  ['log_3 x', 'log_3', '3'],
  ['\\log_{3}(x)', '\\log_{3}', '3'],
  ['log₃(x)', 'log₃', '3'],
  ['log_0.5 x', 'log_0.5', '0.5'],
  ['\\log_a x', '\\log_a', 'a'],
])('of %s it is said how a logarithm with another base is written', (text, typed, base) => {
  expect(sentence(text)).toBe(`I do not know “${typed}” at character 1; for ${typed}(…) write log(…)/log(${base})`);
});

test('what is advised for a logarithm is one: log_3 of 9 is 2, and log_e is the natural one', () => {
  // The quotient of two rounded logarithms.
  expect(valueAt('log(x)/log(3)', 9)).toBeCloseTo(2, 14);
  expect(valueAt('\\log_e(x)', Math.E)).toBe(1);
});

test.each([
  ['log(x, 2)', 'log(x)/log(2)', 'log(2)/log(x)'],
  ['Log[2,x]', 'log(2)/log(x)', 'log(x)/log(2)'],
  ['ln(x+1; 10)', 'log(x+1)/log(10)', 'log(10)/log(x+1)'],
])('%s can mean %s or %s: programs differ in where the base stands', (text, first, second) => {
  expect(sentence(text)).toBe(`“${text}” at character 1 can mean ${first} or ${second}; write the one you mean`);
  expect(valueAt(first, 7)).not.toBeCloseTo(valueAt(second, 7), 1);
});

test('where another function has commas, too, only the number of arguments is told', () => {
  expect(sentence('log(max(x,1), 2)')).toBe('“log” takes 1 argument, not 2, at character 1');
});

test.each(['\\|x\\|_2^2', '‖x‖₂²', '\\lVert x\\rVert_{1}^2', '\\|x\\|_\\infty^2'])(
  'of one variable %s is the square: all norms of a number are its size',
  (text) => {
    expect(valueAt(text, -3)).toBe(9);
    expect(sentence(text, parseSurface)).toContain(' can mean |x| or ');
  },
);

test.each([
  ['\\|x\\|_2^2', 'sqrt(x^2+y^2)'],
  ['‖w‖₁', '|x|+|y|'],
  ['\\lVert x\\rVert_{1}', '|x|+|y|'],
  ['||x||_\\infty', 'max(|x|,|y|)'],
])('in two variables %s may be the norm %s', (text, norm) => {
  expect(sentence(text, parseSurface)).toContain(` or ${norm}; write the one you mean`);
  expect(reading(norm, parseSurface)).toHaveLength(1);
});

test('the sign of a fourth root is read as one', () => {
  expect(valueAt('∜x', 16)).toBe(2);
  expect(valueAt('∜(x+1)', 80)).toBeCloseTo(3, 14);
  expect(sentence('∜x^3')).toContain('can mean ∜(x)^3 or ∜(x^3)');
});

test.each([
  'f: R → R, x ↦ x^2',
  'f: ℝ → ℝ: x ↦ x²',
  'f\\colon \\mathbb{R}\\to\\mathbb{R}, x \\mapsto x^2',
  'f : [0,1] -> R, f(x) = x^2',
  'g\\colon \\mathbb R\\to\\mathbb R, x\\mapsto x^2',
  'f: x -> x^2',
])('%s is the square: where a function leads from and to may stand before it', (text) => {
  expect(reading(text)).toEqual(['x^2']);
});

test('what has an arrow and a comma but no second head is no map', () => {
  expect(reading('f: x -> max(x, 2)')).toEqual(['max(x, 2)']);
  expect(reading('f: R^2 → R, (x,y) ↦ x^2+y', parseSurface)).toEqual(['x^2 + y']);
});

test.each(['x^2:2', '3:4·x²', '(x+1) : (x-1)'])('the colon of %s is told to be a stroke here', (text) => {
  expect(sentence(text)).toMatch(/^I do not know “:” at character \d; for a:b write a\/b$/);
});

test.each(['x:2', 'f(x): x^2', ': x'])('of the colon in %s, which may follow a name, no more is said', (text) => {
  expect(sentence(text)).toMatch(/^I cannot read “:” at character \d$/);
});

test.each([
  ['sigma(x)', '“sigma” at character 1 can mean sigmoid(x) or s; write the one you mean'],
  ['nthroot(x, 3)', 'I do not know “nthroot” at character 1; for nthroot(x, 3) write cbrt(x)'],
])('%s is refused with what to write: %s', (text, said) => {
  expect(sentence(text)).toBe(said);
});

test('a comment between strokes and stars is no part of the formula', () => {
  expect(reading('x^2 /* half of it */')).toEqual(['x^2']);
});
