import { expect, test } from 'vitest';
import { compileInterval, compileScalar, emitWGSL, FormulaError, parse, parseObjective, toMathML, toText } from '.';
import { generator, randomFormula } from './random-formulas';

const PIECES = [
  'x',
  'theta',
  'θ',
  't',
  'e',
  'pi',
  '1',
  '2.5',
  '1e3',
  '.',
  '+',
  '-',
  '*',
  '/',
  '^',
  '(',
  ')',
  ',',
  ' ',
  'sin',
  'exp(',
  'log(',
  'huber(',
  'max(',
  'sigmoid',
  '²',
  '−',
  '·',
  '<',
  '&',
  '"',
  '😀',
  '\n',
  '\0',
  '__proto__',
  'NaN',
  '0',
  '1e999',
  '-',
  '((',
];

test('whatever is typed, nothing but a FormulaError is thrown, and what is accepted can be used', () => {
  const random = generator(9);
  let accepted = 0;
  for (let i = 0; i < 20_000; i++) {
    const length = 1 + Math.floor(random() * 9);
    const text = Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]).join('');
    try {
      const { value, gradient, curvature, variable } = parseObjective(text);
      accepted++;
      if (accepted % 5 !== 0) continue;
      for (const expression of [value, gradient, curvature]) {
        compileScalar(expression, [variable])(0.5);
        compileInterval(expression, variable)(0, 1);
        emitWGSL('f', [expression], [variable]);
        toMathML(expression);
      }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw new Error(`${JSON.stringify(text)}: ${error}`, { cause: error });
      expect(error.position).toBeLessThanOrEqual(text.length);
      expect(error.position + error.length).toBeLessThanOrEqual(text.length);
    }
  }
  expect(accepted).toBeGreaterThan(500);
});

test('text of a random formula, and of its derivative, evaluates like the formula', () => {
  const random = generator(10);
  let compared = 0;
  for (let i = 0; i < 500; i++) {
    const objective = parseObjective(randomFormula(random, ['x'], 1 + (i % 4)).text);
    for (const expression of [objective.value, objective.gradient]) {
      const again = parse(toText(expression), { variables: ['x'] });
      const [a, b] = [expression, again].map((e) => compileScalar(e, ['x']));
      for (const x of [-1.75, 0.5, 3.25]) {
        compared++;
        // The same tree, so the same arithmetic.
        expect(b(x)).toBe(a(x));
      }
    }
  }
  expect(compared).toBe(3000);
});
