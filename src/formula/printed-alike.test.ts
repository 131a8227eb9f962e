import { expect, test } from 'vitest';
import { parseObjective, parseSurface } from '.';
import { reading, refusal, sentence } from './formulas.fixtures';

/** Formulas that TeX prints like others are read like them. */

test.each([
  ['\\sin{x}^2', 'sin(x^2)', 'sin({x}^2)', 'sin(x)^2'],
  ['sin{x}^2', 'sin(x^2)', 'sin({x}^2)', 'sin(x)^2'],
  ['\\tanh{\\theta}^3', 'tanh(theta^3)', 'tanh({\\theta}^3)', 'tanh(\\theta)^3'],
  ['\\sin^2{x}^2', 'sin(x^2)^2', 'sin^2({x}^2)', 'sin^2(x)^2'],
  ['\\cos{5}x^2', 'cos(5*x^2)', 'cos({5}x^2)', 'cos({5}x)^2'],
  ['\\sin{2}x', 'sin(2*x)', 'sin(2*x)', 'sin(2)*x'],
  ['\\cos{2\\pi}x', 'cos(2*pi*x)', 'cos(2\\pi*x)', 'cos(2\\pi)*x'],
])('the braces of %s are not printed: it is read as %s, and that is said', (text, read, first, second) => {
  expect(reading(text)).toEqual([read, `“${text}” is read as ${first}, not as ${second}.`]);
  expect(reading(first)[0]).toBe(read);
  expect(reading(second)[0]).not.toBe(read);
});

test.each([
  ['\\cos{2x}^2', 'cos(2x)^2', 'cos(2x^2)'],
  ['\\sin{x+1}^2', 'sin({x+1})^2', 'sin({x+1}^2)'],
  ['\\sin{x}/2', 'sin(x)/2', 'sin(x/2)'],
  ['\\cos{x}x', 'cos(x)*x', 'cos(x*x)'],
  ['ln{x}(x+1)', 'log(x)*(x+1)', 'log(x*(x+1))'],
  ['\\ln{2}x', 'log(2)*x', 'log(2*x)'],
  ['2\\frac{1}{2}', '(2+1/2)', '2*1/2'],
  ['1\\frac12', '(1+1/2)', '1*1/2'],
  ['12 \\tfrac{3}{4}', '(12+3/4)', '12*3/4'],
])('%s can mean %s or %s as it is printed, and is asked about', (text, first, second) => {
  const typed = `1 - ${text} + x`;
  const { message, position, length } = refusal(typed);
  expect(typed.slice(position, position + length)).toBe(text);
  expect(message).toContain(`“${text}” at character 5 can mean ${first} or ${second}; write the one you mean`);
  expect(reading(`${first} + x`)[0]).not.toBe(reading(`${second} + x`)[0]);
});

test.each([
  ['\\sin{x} - \\ln{2x}\\cos{x}', 'sin(x) - log(2*x)*cos(x)'],
  ['\\sin\\left(x\\right)^2', 'sin(x)^2'],
  ['\\sin^{2}{\\left(x \\right)} + \\tan{\\left(x \\right)}^{2}', 'sin(x)^2 + tan(x)^2'],
  ['\\sin\\left\\{x\\right\\}^2', 'sin(x)^2'],
  ['\\sqrt{x}^2 + \\sqrt{2}x + \\abs{x}^3', 'sqrt(x)^2 + sqrt(2)*x + abs(x)^3'],
  ['\\max{x, 2}^2', 'max(x, 2)^2'],
  ['2\\frac{3}{2}x + 2\\frac{x}{2}', '2*(3/2)*x + 2*(x/2)'],
  ['x^2\\frac{1}{2} + 1.5\\frac12 + \\frac12\\frac13x', 'x^2*(1/2) + 1.5*(1/2) + 1/2*(1/3)*x'],
])('of %s there is no doubt', (text, read) => {
  expect(reading(text)).toEqual([read]);
});

test.each([
  ["f'", '(x)'],
  ["L'", '(w)'],
  ["f''", '(x)'],
  ['f′', '(x)'],
  ['f’', '(x)'],
  ["\\mathcal{L}'", '(x)'],
  ["f'", ''],
  ['f_x', ''],
  ['f_x', '(x,y)'],
  ['f_{xy}', '(x, y)'],
])('%s%s = is refused: a derivative is not the function to descend on', (name, list) => {
  for (const read of [parseObjective, parseSurface])
    for (const before of list ? ['', 'z = '] : [''])
      expect(sentence(`${before}${name}${list} = 2`, read)).toBe(
        `“${name}” at character ${before.length + 1} is a derivative; give the function itself`,
      );
});

test.each(['f_n(x) = x^2', 'f_1(x) = x^2', 'L_{reg} = x^2', 'a_x(t) = t^2'])('%s is no derivative', (text) => {
  expect(reading(text)).toHaveLength(1);
});
