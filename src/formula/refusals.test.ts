import { expect, test } from 'vitest';
import { parseSurface } from '.';
import { sentence } from './formulas.fixtures';

test.each([
  // What is quoted is what was typed.
  ['Π x', 'I do not know “Π” at character 1'],
  ['Γ(x)', 'I do not know “Γ” at character 1'],
  ['\\Sigma x', 'I do not know “\\Sigma” at character 1'],
  ['x^2 + O(x^3)', '“O” at character 7 is not the variable, which is x; use a number'],
  ['X + A', '“A” at character 5 is not the variable, which is X; use a number'],
  ['\\theta a', '“a” at character 8 is not the variable, which is \\theta; use a number'],
  ['B + A', 'the formula has two variables, B and, at character 5, A; use one'],
  ['x\\2', 'I cannot read “\\” at character 2'],
  ['x^2 \\\\ + 1', 'I cannot read “\\” at character 5'],
  ['SIN(x, 2)', '“SIN” takes 1 argument, not 2, at character 1'],
  ['σ', 'expected an argument for σ at the end, after “σ”'],
  ['\\lg x', '“\\lg” at character 1 can mean log10 or log2; write the one you mean'],
  ['[1 2 3]*x', 'expected “]” at character 4, to close the “[” at character 1'],
  ['{x + 1', 'expected “}” at the end, to close the “{” at character 1'],
  ['x¹⁾', 'a “⁾” without its “⁽” at character 3, after “x¹⁾”'],
  ['x + 1]', 'a “]” without its “[” at character 6, after “x + 1”'],
  ['\\lvert x', 'expected “\\lvert” at the end, to close the “\\lvert” at character 1'],
  ['x +\n*2', 'expected a number, a name or “(” at character 5, after “x +”'],
  ['x^2 +\n3 /', 'expected a number, a name or “(” at the end, after “x^2 + 3 /”'],
  // A sign that looks like another one is told by its number.
  ['x ˆ 2', 'I cannot read “ˆ” (U+02C6) at character 3'],
  ['x ′ 2', 'I cannot read “′” (U+2032) at character 3'],
  ['x\u00ad^2', 'I cannot read U+00AD at character 2'],
  // Names with a digit.
  ['arctan2(x, 1)', 'I do not know “arctan2” at character 1'],
  ['np.arctan2(x, 1)', 'I do not know “arctan2” at character 4'],
  ['exp2(x)', 'I do not know “exp2” at character 1; for exp2(x) write 2^x'],
  ['np.exp2(x)', 'I do not know “exp2” at character 4; for exp2(x) write 2^x'],
  ['exp10(x)', 'I do not know “exp10” at character 1; for exp10(x) write 10^x'],
  ['relu6(x)', 'I do not know “relu6” at character 1; for relu6(x) write min(max(x, 0), 6)'],
  ['abs2(x)', 'I do not know “abs2” at character 1'],
  ['J0(x)', 'I do not know “J0” at character 1'],
  ['T2(x)', 'I do not know “T2” at character 1'],
  // Functions in other languages.
  ['sh x', '“sh” at character 1 can mean sinh(x) or s*h; write the one you mean'],
  ['2ch(x)', '“ch” at character 2 can mean cosh(x) or c*h; write the one you mean'],
  ['th²x', '“th” at character 1 can mean tanh(x) or t*h; write the one you mean'],
  ['ctg x', 'I do not know “ctg” at character 1; for ctg(x) write cos(x)/sin(x)'],
  ['2cotg x', 'I do not know “cotg” at character 2; for cotg(x) write cos(x)/sin(x)'],
  ['arsh x', 'I do not know “arsh” at character 1; for arsh(x) write log(x + sqrt(x^2 + 1))'],
  // Roots.
  ['⁵√x', 'I do not know “⁵√” at character 1; for ⁵√x write x^(1/5)'],
  ['\\sqrt[5]{x}', 'I do not know “\\sqrt[5]” at character 1; for \\sqrt[5]{x} write x^(1/5)'],
  ['2³√x', '“³√” at character 2 can mean ^3*√ or *³√; write the one you mean'],
  ['(x+1)⁴√x', '“⁴√” at character 6 can mean ^4*√ or *⁴√; write the one you mean'],
  ['⁴√x^3', '“⁴√x^3” at character 1 can mean ⁴√(x)^3 or ⁴√(x^3); write the one you mean'],
  ['ln 1 000', 'expected an operator such as + or * at character 6, after “ln 1”'],
  // Addresses.
  ['x%5E2', 'the formula is written as in an address; write x^2'],
  ['f(x)%3Dx%5E2+%2B+1', 'the formula is written as in an address; write f(x)=x^2 + 1'],
  ['x%5e2 + %28x-1%29', 'the formula is written as in an address; write x^2 + (x-1)'],
  ['x%C2%B2', 'the formula is written as in an address; write x²'],
  ['x%20', '“%” at character 2 is flat between its jumps: it has no gradient to follow'],
  ['x%E0%A4%A', 'I cannot read “%” at character 2'],
  ['x_i^2', 'I do not know “x_i” at character 1'],
  ['x_{12}', 'I do not know “x_{12}” at character 1'],
  // No advice is better than wrong advice.
  ['\\int_0^x t dt', 'I cannot read “\\int” at character 1'],
  ['x^2 % comment', 'I cannot read “%” at character 5'],
  ['% x^2', 'I cannot read “%” at character 1'],
  ['50%x', 'I cannot read “%” at character 3'],
  ['>>> x**2', 'I cannot read “>” at character 1'],
  ['f(x) -> x^2', 'I cannot read “>” at character 7'],
  ['x^2 |> sin', 'I cannot read “>” at character 6'],
  ['f(x) &= x^2', 'I cannot read “&” at character 6'],
  ['x^2?', 'I cannot read “?” at character 4'],
  ['x -> begin x^2 end', 'I do not know “begin” at character 6'],
  ['\\begin{tabular} x^2 \\end{tabular}', 'I do not know “tabular” at character 8'],
  ['\\alhpa x', 'I do not know “\\alhpa” at character 1'],
])('%j is refused: %s', (text, message) => {
  expect(sentence(text)).toBe(message);
});

test.each(['x1^2+y^2', 'x1+y1', 'x1 + y2', 'w_1 x'])(
  '%s has an index on one letter and none on another: nobody means x^1 or 1x',
  (text) => {
    expect(sentence(text, parseSurface)).toContain(
      'at character 1 has an index, but another variable has none or another letter',
    );
  },
);

test.each(['where(|x|>1, x, 0)', '0 < x', 'x^2 >= 1', 'x ≤ 1', '\\begin{cases} x & 1 \\end{cases}', 'x \\leq 1'])(
  '%s compares, and how pieces are written is said',
  (text) => {
    expect(sentence(text)).toMatch(/: a function in pieces is written with abs/);
  },
);

test('all messages quote in one way', () => {
  for (const text of [
    '',
    ')',
    '(',
    '|x',
    'x 2',
    'min x',
    'x # 2',
    'foo',
    'x2',
    'x > 1',
    'x % 2',
    'sin(1, 2)',
    'floor(x)',
    'sec(x)',
    'sni(x)',
  ])
    expect(sentence(text)).not.toContain('"');
});
