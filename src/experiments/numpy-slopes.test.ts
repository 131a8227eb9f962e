import { expect, test } from 'vitest';
import { compileScalar, domainOf, parseObjective, parseSurface } from '../formula';
import { pythonNumber, toPython } from '../formula/python';
import { numbersOf } from '../formula/python.fixtures';
import { slopesInPython } from './numpy-slopes';

const PLACES = [-2.5, -1, -0.5, 0, 0.5, 1, 2.5, NaN];

test.for(['log(x)', '1/x', '1/(1/x)', 'sqrt(1 - x^2)', '-log(cos(x))', 'log(log(x))', 'x^x', 'acos(x)^2'])(
  'in Python the slope of %s is a number where the function is defined, and nowhere else',
  (text, context) => {
    const { value, gradient, variable } = parseObjective(text);
    const [inside, slope] = [domainOf(value, variable)!, gradient].map((one) => compileScalar(one, [variable]));
    const program = `import numpy as np
np.seterr(all="ignore")

${slopesInPython(value, { slope: gradient }, variable)}

for x in np.array([${PLACES.map(pythonNumber).join(', ')}]):
    print(float(slope(x)))`;
    const printed = numbersOf(program, context).map(([number]) => number);
    PLACES.forEach((x, i) => {
      if (inside(x) !== 1) expect(printed[i], `at ${x}`).toBeNaN();
      // Infinite at the end of a root’s domain.
      else if (!Number.isFinite(slope(x))) expect(printed[i], `at ${x}`).toBe(slope(x));
      // A few roundings of other functions.
      else expect(Math.abs(printed[i] - slope(x)), `at ${x}`).toBeLessThanOrEqual(1e-14 * Math.abs(slope(x)));
    });
    expect(printed.filter(Number.isFinite).length).toBeGreaterThan(0);
  },
);

test('a program with a domain asks for it in one place', () => {
  const { value, gradient, variable } = parseObjective('log(x)');
  expect(slopesInPython(value, { gradient }, variable))
    .toBe(`# Slopes are nan where the function is not defined, so a run that comes there ends.
def inside(x):
    return np.heaviside(x, 0)

def gradient(x):
    return np.where(inside(x) == 1, 1 / x, np.nan)`);
});

test('slopes of a function that is defined everywhere are their formulas and nothing else', () => {
  const { value, gradient, variable } = parseObjective('log(1 + x^2)');
  expect(slopesInPython(value, { gradient }, variable)).toBe(toPython({ gradient }, variable));
  const {
    value: loss,
    gradient: [by_x, by_y],
    variables,
  } = parseSurface('sqrt(1 + x^2 + y^2)');
  expect(slopesInPython(loss, { by_x, by_y }, variables)).toBe(toPython({ by_x, by_y }, variables));
});
