import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, parseObjective, toMathML } from '.';
import { formula } from './formulas.fixtures';

/** What is read aloud, in order: the text without its tags. Fractions, powers and roots are marked. */
function plain(markup: string): string {
  return markup
    .replaceAll(/<mfrac>/g, '{')
    .replaceAll('</mfrac>', '}')
    .replaceAll(/<(msup|msqrt)>/g, '[$1 ')
    .replaceAll(/<\/(msup|msqrt)>/g, ']')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[\u2061\u2062]/g, '');
}

const show = (text: string) => plain(toMathML(parse(text, { variables: ['x', 'theta', 'y_1'] })));

test.each([
  ['10x^2', '10[msup x2]'],
  ['-x^2', '−[msup x2]'],
  ['(-x)^2', '[msup (−x)2]'],
  ['x - (1 - x)', 'x−(1−x)'],
  ['x - -x', 'x−(−x)'],
  ['(x + 1)/(x - 1)', '{x+1x−1}'],
  ['(x/2)^2', '[msup ({x2})2]'],
  ['sqrt(x + 1)', '[msqrt x+1]'],
  ['exp(-x^2)', '[msup e−[msup x2]]'],
  ['abs(x - 1)', '|x−1|'],
  ['sigmoid(3(theta - 3))', 'σ(3(θ−3))'],
  ['2*3', '2·3'],
  ['x*1^2', 'x·[msup 12]'],
  ['2*10^2x', '2·[msup 102]x'],
  ['x*2^x', 'x·[msup 2x]'],
  ['x*(-2)', 'x(−2)'],
  ['2 pi x', '2πx'],
  ['max(x, 1)', 'max(x,1)'],
  ['1e-7x', '[msup 10−7]x'],
  ['sin(x)^2', '[msup (sin(x))2]'],
  ['log(x)', 'ln(x)'],
  ['log10(x) + log2(x)', 'log10(x)+log2(x)'],
  ['asin(x)', 'arcsin(x)'],
  ['cbrt(x)', 'x3'],
  ['½x', '{12}·x'],
])('%s is shown as %s', (text, shown) => {
  expect(show(text)).toBe(shown);
});

test('an objective is shown as a definition', () => {
  expect(plain(toMathML(parseObjective('theta^2')))).toBe('f(θ)=[msup θ2]');
});

test('the markup is well formed and has nothing in it but presentation elements', () => {
  const isWellFormed = ({ text }: { text: string }) => {
    const { value, gradient } = parseObjective(text);
    for (const markup of [toMathML(value), toMathML(gradient)]) {
      const open: { name: string; children: number }[] = [];
      for (const [, closing, name] of markup.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
        expect(['math', 'mrow', 'mi', 'mn', 'mo', 'mfrac', 'msup', 'msub', 'msqrt', 'mroot']).toContain(name);
        if (!closing) {
          const parent = open.at(-1);
          if (parent) parent.children++;
          open.push({ name, children: 0 });
          continue;
        }
        const element = open.pop()!;
        expect(element.name).toBe(name);
        // A fraction or a power with a third child is shown as an error.
        if (['mfrac', 'msup', 'msub', 'mroot'].includes(name)) expect(element.children).toBe(2);
      }
      expect(open).toEqual([]);
    }
  };
  fc.assert(fc.property(formula(['x']), isWellFormed), { seed: 12, numRuns: 200 });
});
