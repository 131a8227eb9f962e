import { expect, test } from 'vitest';
import { parseObjective, toMathML } from '../../formula';
import { math } from '../../formula/tex';
import { mathText } from './math-text';

test.each([
  ['x^4-3x^2+x', 'f(x) = x⁴ − 3x² + x'],
  ['theta^2/(theta+1)', 'f(θ) = θ²/(θ + 1)'],
  ['sqrt(x)+e^(-x)', 'f(x) = √x + e^(−x)'],
])('%s is written in a line as %s', (objective, line) => {
  expect(mathText(toMathML(parseObjective(objective)))).toBe(line);
});

test('indices and sums stay where they are read', () => {
  expect(mathText(math`J = \frac{1}{2} \sum_{i j} e_{i j}^2 + u_1`)).toBe('J = 1/2 ∑ᵢⱼ eᵢⱼ² + u₁');
});
