import { expect, test } from 'vitest';
import { emitPairWGSL, emitWGSL, parse, parseObjective } from '.';

test('a name that is no identifier is refused', () => {
  const x = parse('x', { variables: ['x'] });
  for (const name of ['', '1f', 'a b', 'f(){}', '__f', 'a__b']) {
    expect(() => emitWGSL(name, [x], ['x'])).toThrow(RangeError);
  }
});

test('the variables have names of their own, so that none is a word of WGSL', () => {
  const text = emitWGSL('f', [parse('loop + vec4f', { variables: ['loop', 'vec4f'] })], ['loop', 'vec4f']);
  expect(text).toBe('fn f(x0: real, x1: real) -> real {\n  let v0 = x0 + x1;\n  return v0;\n}\n');
});

test('several expressions come as an array', () => {
  const { value, gradient, variable } = parseObjective('x^2');
  expect(emitWGSL('both', [value, gradient], [variable])).toBe(
    'fn both(x0: real) -> array<real, 2> {\n  let v0 = x0 * x0;\n  let v1 = real(2.0) * x0;\n  return array<real, 2>(v0, v1);\n}\n',
  );
});

test('at two points the operations alternate', () => {
  const { gradient, variable } = parseObjective('x^3 + x^2');
  expect(emitPairWGSL('slopes', gradient, variable)).toBe(
    'fn slopes(x0a: real, x0b: real) -> array<real, 2> {\n  let v0a = fma(real(3.0), x0a, real(2.0));\n  let v0b = fma(real(3.0), x0b, real(2.0));\n  let v1a = x0a * v0a;\n  let v1b = x0b * v0b;\n  return array<real, 2>(v1a, v1b);\n}\n',
  );
});

test("the gradient of the sheet's function is one exp2, one division and a dozen cheap operations", () => {
  const { gradient, variable } = parseObjective(
    'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)',
  );
  const text = emitWGSL('gradient', [gradient], [variable]);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  expect([
    count(/exp2\(/g),
    count(/ \/ /g),
    count(/fma\(/g),
    count(/ \* /g),
    count(/ [+-] /g),
    count(/select\(/g),
  ]).toEqual([1, 1, 5, 3, 2, 1]);
});

test('as arithmetic, its exponential is a polynomial, and without limits not one operation more', () => {
  const { gradient, variable } = parseObjective(
    'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)',
  );
  const operations = (exponentials: 'arithmetic' | 'unlimited arithmetic') => {
    const text = emitWGSL('gradient', [gradient], [variable], exponentials);
    return [/exp2\(/g, /floor\(/g, /clamp\(/g, /select\(/g, /fma\(/g].map(
      (pattern) => text.match(pattern)?.length ?? 0,
    );
  };
  expect(operations('arithmetic')).toEqual([0, 1, 1, 0, 10]);
  expect(operations('unlimited arithmetic')).toEqual([0, 1, 0, 0, 10]);
});
