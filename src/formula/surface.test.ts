import { expect, test } from 'vitest';
import { compileInterval, compileScalar, domainOf, FormulaError, parseSurface, toText, type Surface } from '.';
import { inEnglish } from '../messages';

const FLAT_START = '((x+2)^4+(y-2)^4)/4-(x+2)^3+(y-2)^3+13.5';

const at = ({ variables, value, gradient, hessian }: Surface, ...point: [number, number]) => ({
  value: compileScalar(value, variables)(...point),
  // Zeros without a sign.
  gradient: gradient.map((part) => compileScalar(part, variables)(...point) + 0),
  hessian: hessian.map((part) => compileScalar(part, variables)(...point) + 0),
});

test('the surface with a flat start has no slope and no curvature there, exactly, and its minimum is 0', () => {
  const surface = parseSurface(FLAT_START);
  expect(surface.variables).toEqual(['x', 'y']);
  expect(at(surface, -2, 2)).toEqual({ value: 13.5, gradient: [0, 0], hessian: [0, 0, 0] });
  // (x + 2)^3 - 3 (x + 2)^2 is 27 - 27; twice by x, 3 * 9 - 6 * 3 = 9.
  expect(at(surface, 1, -1)).toEqual({ value: 0, gradient: [0, 0], hessian: [9, 0, 9] });
});

test.each([
  // By hand: (1 - xy)^2/2 has the gradient -(1 - xy) (y, x), and the Hessian [y^2, 2xy - 1; x^2].
  ['(1 - x y)^2/2', [2, 3], 12.5, [15, 10], [9, 11, 4]],
  // Rosenbrock: -400 x (y - x^2) - 2 (1 - x), 200 (y - x^2); 1200 x^2 - 400 y + 2, -400 x, 200.
  ['(1-x)^2 + 100(y-x^2)^2', [2, 3], 101, [802, -200], [3602, -800, 200]],
  // e^x sin y
  ['exp(x) sin(y)', [0, Math.PI / 2], 1, [1, 0], [1, 0, -1]],
] as const)('derivatives of %s are right', (text, [x, y], value, gradient, hessian) => {
  const found = at(parseSurface(text), x, y);
  expect(found.value).toBeCloseTo(value, 10);
  gradient.forEach((part, i) => expect(found.gradient[i]).toBeCloseTo(part, 10));
  hessian.forEach((part, i) => expect(found.hessian[i]).toBeCloseTo(part, 10));
});

test.each([
  ['f(a, b) = a^2 - b', ['a', 'b']],
  ['f(v, u) = u - v', ['v', 'u']],
  ['z = x^2 + y^2', ['x', 'y']],
  ['w^2 + v', ['v', 'w']],
  ['y^2', ['x', 'y']],
  ['x^2', ['x', 'y']],
  ['3', ['x', 'y']],
])('%s is a function of %s', (text, variables) => {
  expect(parseSurface(text).variables).toEqual(variables);
});

test.each([
  ['x1^2 - x2', 'x^2 - y', '“x1” and “x2” are read as x and y.'],
  ['(1-x_1)^2 + 100(x_2-x_1^2)^2', '(1 - x)^2 + 100*(y - x^2)^2', '“x_1” and “x_2” are read as x and y.'],
  ['100*(x[1]-x[0]**2)**2', '100*(y - x^2)^2', '“x[0]” and “x[1]” are read as x and y.'],
  ['\\theta_1 - \\theta_2', 'x - y', '“\\theta_1” and “\\theta_2” are read as x and y.'],
  ['f(x1, x2) = x₂ - x₁', 'y - x', '“x₁” and “x₂” are read as x and y.'],
  ['lambda w1, w2: w1 - w2', 'x - y', '“w1” and “w2” are read as x and y.'],
  ['=A2-B2^2', 'x - y^2', '“A2” and “B2” are read as x and y.'],
  ['x_2^2', 'y^2', '“x_2” is read as y.'],
])('%s is read as %s, and that is said', (text, read, note) => {
  const { value, variables, notes } = parseSurface(text);
  expect([toText(value), variables, notes.map(inEnglish)]).toEqual([read, ['x', 'y'], [note]]);
});

test.each([
  ['x_1 + x_2 + x_3', 'variables besides x_1 and x_2: “x_3” at character 13'],
  ['w_1 x_1 + w_2', '“w_1” at character 1 has an index, but another variable has none or another letter'],
  ['x2 + x3', '“x2” at character 1 can mean x^2 or 2x'],
])('%s is refused: %s', (text, words) => {
  expect(() => parseSurface(text)).toThrow(words);
});

test('a third variable is refused where it stands', () => {
  expect(() => parseSurface('x + y + u')).toThrow(FormulaError);
  expect(() => parseSurface('f(x, y) = x + w')).toThrow('w');
});

test('a function of two variables has a domain, and ranges over boxes', () => {
  const { value, variables } = parseSurface('log(x + y) + x');
  const inside = compileScalar(domainOf(value, variables)!, variables);
  expect([inside(1, 2), inside(1, -2)]).toEqual([1, 0]);
  expect(domainOf(parseSurface('log(1 + x^2 y^2)').value, ['x', 'y'])).toBeUndefined();
  const [low, high] = compileInterval(parseSurface('x y').value, ['x', 'y'])(-1, 2, 3, 4);
  expect(low).toBeCloseTo(-4, 12);
  expect(high).toBeCloseTo(8, 12);
});
