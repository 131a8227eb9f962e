import { compileScalar, derivative, parse, parseObjective, toText, FormulaError } from 'descent-lab/formula';

const { variable, value, gradient, curvature } = parseObjective('x^4 - 3x^2 + x');
console.log(variable, '|', toText(gradient));
// → x | 4*x^3 - 6*x + 1
console.log(compileScalar(value, ['x'])(2), compileScalar(curvature, ['x'])(2));
// → 6 42

const saddle = parse('x^2 - y^2', { variables: ['x', 'y'] });
console.log(toText(derivative(saddle, 'y')));
// → -(2*y)

try {
  parseObjective('2 * sinus(x)');
} catch (error) {
  if (error instanceof FormulaError) console.log(error.message);
  // → I do not know “sinus” at character 5; for sinus(x) write sin(x)
}
