import { expect, test } from 'vitest';
import { compileScalar } from './compile';
import { domainOf } from './domain';
import { parseObjective } from './objective';

const domain = (text: string) => {
  const { value, variable } = parseObjective(text);
  return { inside: domainOf(value, variable), variable };
};

test.each([
  'x^4 - 3x^2 + x',
  'x^2/(1 + x^2)',
  'exp(x)/(1 + exp(x))',
  'sqrt(x^2 + 1)',
  'abs(x)^1.5',
  'log(2 + cos(x))',
  '2^x',
  'sigmoid(-3(x-3)) * 10x^2 + sigmoid(3(x-3)) * ((x-10)^2/2 + 50)',
])('%s is defined everywhere, and nothing has to be tested', (text) => {
  expect(domain(text).inside).toBeUndefined();
});

test.each([
  ['ln(x)', [0.1, 5], [-1, 0]],
  ['sqrt(x)', [0, 5], [-1e-9]],
  ['x^(2/3)', [0, 8], [-8]],
  ['x^-0.5', [0.1], [0, -1]],
  ['1/x + x', [-1, 1], [0]],
  ['(x-1)^2/(x+2)', [0, -3], [-2]],
  ['x^-2', [1, -1], [0]],
  ['x^x', [0.5, 2], [-0.5]],
  ['sqrt(ln(x))', [1, 2], [0.5, -1]],
  ['ln(x) + sqrt(2-x)', [1, 2], [-1, 3]],
  ['where(x, sqrt(x), x^2)', [-2, 0, 2], []],
  ['where(x - 1, x, ln(x))', [0.5, 2], [-1, 0]],
  ['1/(1/x)', [1], [0]],
])('%s is defined at %j and not at %j', (text, within, outside) => {
  const { inside, variable } = domain(text);
  const at = compileScalar(inside!, [variable]);
  for (const x of within) expect(at(x), `${x}`).toBe(1);
  for (const x of outside) expect(at(x), `${x}`).not.toBe(1);
});
