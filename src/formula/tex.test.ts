import { expect, test } from 'vitest';
import { withMarkup } from '../../build/tex';
import { texToMathML } from '../../build/tex-to-mathml';
import { display, fillSlots, math, prose } from './tex';

const inside = (markup: string) => markup.replace(/^<math[^>]*>|<\/math>$/g, '');

test('a formula is MathML when its module runs, written as a template or as a string', () => {
  expect(inside(math`x_i`)).toBe('<msub><mi>x</mi><mi>i</mi></msub>');
  expect(math('\\theta_0')).toBe(math`\theta_0`);
  expect(display`x`).toBe('<div class="display" tabindex="0"><math display="block"><mi>x</mi></math></div>');
});

test('primes stand beside their base, below whatever else is raised', () => {
  const [once, twice] = ['′', '″'].map((sign) => `<mo form="postfix" lspace="0" rspace="0.05em">${sign}</mo>`);
  expect(inside(math`f''`)).toBe(`<mrow><mi>f</mi>${twice}</mrow>`);
  expect(inside(math`f'^2`)).toBe(`<msup><mrow><mi>f</mi>${once}</mrow><mrow><mn>2</mn></mrow></msup>`);
  expect(inside(math`x'_i`)).toBe(`<msub><mrow><mi>x</mi>${once}</mrow><mi>i</mi></msub>`);
});

test('a matrix has its rows, a case its alignment, and nothing has a style', () => {
  expect(display`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`.match(/<mtr>/g)).toHaveLength(2);
  expect(math`\begin{cases} a & b \\ c & d \end{cases}`).toContain('<mtd class="tml-left">');
  expect(math`\hat{x}`).toContain('<mover accent="true">');
  for (const markup of [
    math`\begin{aligned} a &= b \\ c &= \hat{x} \end{aligned}`,
    display`\sum_{i = 0}^{n} \abs{x}`,
  ]) {
    expect(markup).not.toContain(' style=');
  }
});

test('prose is Markdown, in which formulas are TeX and values stand as they are', () => {
  const list = '<ol><li>one</li></ol>';
  expect(
    prose`
      A *filter* of $r_1 * r_2$ taps costs ${3 + 4} \`multiply_adds\`, ${math`x_1`}.

      $$
      \sum_i x_i
      $$

      ${list}
    `.split('\n'),
  ).toEqual([
    `<p>A <em>filter</em> of ${math`r_1 * r_2`} taps costs 7 <code>multiply_adds</code>, ${math`x_1`}.</p>`,
    display`\sum_i x_i`,
    list,
  ]);
});

test('slots take numbers, each as often as it stands, and nothing is left out', () => {
  const step = math`\theta - \slot{rate} \cdot \slot{slope}^2 + \slot{rate}`;
  const filled = fillSlots(step, { rate: '0.1', slope: '<3' });
  expect(filled.match(/<mn data-slot="rate">0\.1<\/mn>/g)).toHaveLength(2);
  expect(filled).toContain('<msup><mn data-slot="slope">&lt;3</mn><mn>2</mn></msup>');
  expect(() => fillSlots(step, { rate: '0.1' })).toThrow('no value for the slot slope');
  expect(() => fillSlots(step, { rate: '0.1', slope: '3', bias: '1' })).toThrow('no slot bias');
});

test('a slot takes a matrix of any size', () => {
  const filled = fillSlots(math`z = \slot{W} \cdot \slot{x}`, { W: [['1', '2']], x: [['3'], ['<4']] });
  expect(filled.match(/<mtr>/g)).toHaveLength(3);
  expect(filled).toContain('<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>');
  expect(filled).toContain('<mn>&lt;4</mn>');
  expect(new Set(filled.match(/<mo fence="true"[^>]*>.<\/mo>/g)).size).toBe(2);
});

test('what TeX does not know is refused with its formula, and so is a text that is worked out', () => {
  expect(() => texToMathML('\\alhpa x')).toThrow(/\\alhpa.* in the formula \\alhpa x/s);
  expect(() => texToMathML('\\frac{1}{2')).toThrow('in the formula \\frac{1}{2');
  const module = (call: string) => `import { math } from '../../formula/tex';\nexport const a = ${call};`;
  const built = (call: string) => withMarkup(module(call), `${import.meta.dirname}/../experiments/odd/page.ts`);
  expect(built('math`x`')).toContain('export const a = "<math><mi>x</mi></math>";');
  expect(() => built('math`x_${i}`')).toThrow('math takes a literal text: math`x_${i}`');
});
