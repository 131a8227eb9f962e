import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileInterval, compileScalar, emitWGSL, FormulaError, parse, parseObjective, toMathML, toText } from '.';
import { formula } from './formulas.fixtures';

/** What is typed: parts of formulas, and what is none. */
const typed = fc
  .array(
    fc.constantFrom(
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
      '|',
      '√',
      '½',
      '**',
      '{',
      '}',
      '⁻²',
      'y =',
      'f(x) =',
      'log2',
      'asin(',
      'cos ',
      'x2',
      '0,5',
      '\\frac',
      'a',
      '³',
      '⁴√',
      '⁽',
      '⁾',
      '\\over',
      'alpha',
      '1 000',
      "1'000",
      '{,}',
      ' (2)',
      '\\tag{1}',
      '%5E',
    ),
    { minLength: 1, maxLength: 9, size: 'max' },
  )
  .map((pieces) => pieces.join(''));

test('whatever is typed, nothing but a FormulaError is thrown, and what is accepted can be used', () => {
  let accepted = 0;
  const takesOrRefuses = (text: string) => {
    try {
      const { value, gradient, curvature, variable } = parseObjective(text);
      accepted++;
      if (accepted % 5 !== 0) return;
      for (const expression of [value, gradient, curvature]) {
        compileScalar(expression, [variable])(0.5);
        compileInterval(expression, variable)(0, 1);
        emitWGSL('f', [expression], [variable]);
        toMathML(expression);
      }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      expect(error.position).toBeLessThanOrEqual(text.length);
      expect(error.position + error.length).toBeLessThanOrEqual(text.length);
      // A mark of no width stands behind something, not in front of all that was typed.
      if (error.length === 0 && text.trim()) expect(text.slice(0, error.position).trim(), text).not.toBe('');
    }
  };
  fc.assert(fc.property(typed, takesOrRefuses), { seed: 9, numRuns: 20_000 });
  expect(accepted).toBeGreaterThan(500);
});

test('text of a generated formula, and of its derivative, evaluates like the formula', () => {
  const evaluatesAlike = ({ text }: { text: string }) => {
    const { value, gradient } = parseObjective(text);
    for (const expression of [value, gradient]) {
      const again = parse(toText(expression), { variables: ['x'] });
      const [a, b] = [expression, again].map((e) => compileScalar(e, ['x']));
      // The same tree, so the same arithmetic.
      for (const x of [-1.75, 0.5, 3.25]) expect(b(x)).toBe(a(x));
    }
  };
  fc.assert(fc.property(formula(['x']), evaluatesAlike), { seed: 10, numRuns: 500 });
});
