import { expect, test } from 'vitest';
import { display, math, objective } from './mathml';

const inside = (markup: string) => markup.replace(/^<math[^>]*>|<\/math>$/g, '');

test('scripts, fractions and primes become MathML', () => {
  expect(inside(math('x_i^2'))).toBe('<mrow><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></mrow>');
  expect(inside(math('\\frac{2}{n + 1}'))).toBe(
    '<mrow><mfrac><mrow><mn>2</mn></mrow><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></mfrac></mrow>',
  );
  expect(math("f''(x)")).toContain('<mi>f</mi><mo form="postfix" lspace="0" rspace="0.05em">″</mo>');
  expect(math('\\text{for } x')).toContain('<mtext>for\u00a0</mtext>');
});

test('parentheses grow with what they hold, and only then', () => {
  expect(math('(x)')).toContain('stretchy="false"');
  expect(math('(\\frac{1}{x})')).toContain('stretchy="true"');
});

test('a sum has its limits above and below, and a matrix its rows', () => {
  expect(display('\\sum_{i = 0}^{n} i')).toContain('<munderover><mo>∑</mo>');
  expect(display('\\matrix{a & b \\\\ c & d}').match(/<mtr>/g)).toHaveLength(2);
});

test('what is not known, or not closed, is refused with its formula', () => {
  expect(() => math('\\alhpa x')).toThrow('\\alhpa is not known in the formula \\alhpa x');
  expect(() => math('\\frac{1}{2')).toThrow('} is missing');
  expect(() => math('(x')).toThrow(') is missing');
  expect(() => math('x)')).toThrow('“)” where it does not belong');
});

test('a function and its derivatives come from its text', () => {
  expect(objective('x^3')).toContain('<mi>f</mi>');
  expect(objective('x^3', 'curvature')).toContain('<mn>6</mn>');
});
