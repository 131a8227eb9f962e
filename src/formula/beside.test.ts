import { expect, test } from 'vitest';
import { parseObjective, parseSurface } from '.';
import { reading, refusal } from './formulas.fixtures';

/** What stands in front of a formula or behind it and is no part of it. */

test.each([
  ['x^2-4x (2.1)', '(2.1)'],
  ['x^2-4x [2]', '[2]'],
  ['x^2-4x      (12)', '(12)'],
  ['x^2 \\quad (2)', '(2)'],
  ['x^2\\qquad(2)', '(2)'],
  ['$x^2 (2-1)$', '(2-1)'],
  ['f(x) = max(x, 2) (3)', '(3)'],
  ['|x| (3)', '(3)'],
  ['sin (2) (3)', '(3)'],
  ['x^2 (a)', '(a)'],
  ['(2) x^2-4x', '(2)'],
  ['(2.1) (x+1)^2', '(2.1)'],
  ['[1] x^2', '[1]'],
  ['(3) -x^2+4', '(3)'],
  ['(b) x^2', '(b)'],
  ['(i) x^2', '(i)'],
  ['2. x^2-4x', '2.'],
  ['x^2 (12a)', '(12a)'],
  ['x^2 (1,2)', '(1,2)'],
])('in %s, %s may be the number that a book gives the formula, and is asked about', (text, number) => {
  for (const read of [parseObjective, parseSurface]) {
    const { message, position, length } = refusal(text, read);
    expect(text.slice(position, position + length)).toBe(number);
    expect(message).toContain(` can be the number of the formula or a part of it; leave it out, `);
  }
});

test.each([
  ['2x + sin (2)', '2*x + sin(2)'],
  ['x * (2)', 'x*2'],
  ['x^ (2)', 'x^2'],
  ['x^2 + (2)', 'x^2 + 2'],
  ['(2)x^2', '2*x^2'],
  ['2.x^2', '2*x^2'],
  ['2. + x', '2 + x'],
  ['(x) x', 'x*x'],
  ['(2) * x', '2*x'],
  ['(3) - x', '3 - x'],
  ['(2)', '2'],
  ['x (x+1)', 'x*(x + 1)'],
  ['(x+1) x', '(x + 1)*x'],
  ['x^2 (0.5)', 'x^2*0.5'],
])('%s has no number beside it: it is read as %s', (text, read) => {
  expect(reading(text)).toEqual([read]);
});

test.each([
  ['x^2 \\tag{3}', 'x^2'],
  ['x^2 \\tag*{(2.1)}', 'x^2'],
  ['\\begin{equation}\\label{eq:f} f(x) = x^2 - 1.\\tag{2}\\end{equation}', 'x^2 - 1'],
  ['\\begin{align*}f(x) = x^2 \\nonumber\\end{align*}', 'x^2'],
  ['$$x^2 \\eqno(2)$$', 'x^2'],
  ['f(x) = x^2 - 4x.', 'x^2 - 4*x'],
  ['$x^2$.', 'x^2'],
  ['\\[x^2,\\]', 'x^2'],
  ['x^2 + 1.', 'x^2 + 1'],
])('of %s, the formula is %s: nothing else can be meant', (text, read) => {
  expect(reading(text)).toEqual([read]);
});

test('what goes on is no end of a sentence', () => {
  expect(refusal('x^2...').message).toContain('I cannot read “.” at character 5');
});
