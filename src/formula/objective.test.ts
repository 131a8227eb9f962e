import { expect, test } from 'vitest';
import { compileScalar, FormulaError, parseObjective, toText } from '.';

/** The sheet's function in its stable form, and as it is printed. */
const STABLE = 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)';
const PRINTED = '(10theta^2 + e^(3(theta-3)) ((theta-10)^2/2 + 50)) / (1 + e^(3(theta-3)))';

/** theta, f, f', f'' of the sheet's function, computed with 40 digits. */
const VALUES = [
  [-5, 249.99999999669674, -100.00000000670086, 19.999999988806724],
  [-2, 40.00002508398261, -39.99991618281284, 20.000271335052386],
  [-1, 10.000617489547523, -19.998092245167904, 20.005772347563635],
  [-0.5, 2.502825850300634, -9.991536450378877, 20.02482476889739],
  [0, 0.012339457598623173, 0.03577985916959236, 20.101266753042147],
  [0.5, 2.5512011212450485, 10.142739271657103, 20.384904051289595],
  [1, 10.199046164109099, 20.523955922321043, 21.301996439080323],
  [2, 41.991886673457806, 43.41581721357172, 21.54504562896017],
  [2.5, 65.35039880947431, 46.50177232193136, -21.60017474372976],
  [3, 82.25, 14.875, -90],
  [3.5, 80.49711128555155, -15.53164435415379, -20.191254411611993],
  [4, 72.36318033233614, -14.390132992461005, 12.448158988484309],
  [5, 62.96361684186902, -6.127786044943376, 3.6347301411234945],
  [6, 58.03726516194784, -4.09648076346466, 1.24581257385345],
  [8, 52.000179870509434, -2.0004900552024667, 1.0013273083679712],
  [10, 50.00000072034324, -2.009378510234418e-6, 1.000005587588761],
  [12, 52.000000002608786, 1.99999999262097, 1.000000020830818],
  [15, 62.500000000000504, 4.999999999998546, 1.0000000000041604],
  [20, 100, 10, 1],
  [40, 500, 30, 1],
  [250, 28850, 240, 1],
];

const relative = (got: number, expected: number) => Math.abs(got / expected - 1);

test.each([
  ['stable', STABLE],
  ['printed', PRINTED],
])("value, gradient and curvature of the sheet's function, in its %s form, are right to 1e-12", (_, text) => {
  const objective = parseObjective(text);
  const { variable, value, gradient, curvature } = objective;
  expect(variable).toBe('theta');
  const functions = [value, gradient, curvature].map((expression) => compileScalar(expression, [variable]));
  for (const [theta, ...expected] of VALUES) {
    functions.forEach((f, order) => {
      // 1e-12: some twenty roundings, magnified by no more than the terms are larger than the sum (500 times, at most).
      expect(relative(f(theta), expected[order]), `derivative ${order} at ${theta}`).toBeLessThan(1e-12);
    });
  }
});

test("the sheet's gradient stays finite and right far outside, in both forms", () => {
  for (const text of [STABLE, PRINTED]) {
    const { gradient, variable } = parseObjective(text);
    const slope = compileScalar(gradient, [variable]);
    for (const size of [1e3, 1e6, 1e12, 1e100]) {
      // The sigmoids are 0 and 1 there, to more digits than a number has.
      expect(relative(slope(size), size - 10)).toBeLessThan(1e-15);
      expect(relative(slope(-size), -20 * size)).toBeLessThan(1e-15);
    }
  }
});

test("extreme values of the curvature and inflections of the sheet's function are where they should be", () => {
  const { gradient, curvature, variable } = parseObjective(STABLE);
  const bend = compileScalar(curvature, [variable]);
  const slope = compileScalar(gradient, [variable]);
  for (const [theta, expected] of [
    [1.7302793329535329, 24.040491569036195],
    [2.9894410704418575, -90.05050168630507],
    [4.049118349768849, 12.575896334949453],
  ]) {
    expect(relative(bend(theta), expected)).toBeLessThan(1e-12);
  }
  for (const [theta, expected] of [
    [2.3464281409175474, 48.05661218013456],
    [3.6735131678154236, -17.12008371770887],
  ]) {
    expect(relative(slope(theta), expected)).toBeLessThan(1e-12);
    // f''' is about 100 there, and theta is rounded to 4e-16.
    expect(Math.abs(bend(theta))).toBeLessThan(1e-12);
  }
});

test.each([
  ['theta^2', 'theta'],
  ['θ^2', 'theta'],
  ['x^2', 'x'],
  ['t^2', 't'],
  ['w^2', 'w'],
  ['3 pi', 'x'],
  ['z^2', 'z'],
  ['λ^2 - 3λ', 'λ'],
  ['X^2', 'x'],
  ['f(s) = s^2', 's'],
  ['f(θ) = 3', 'theta'],
])('%s is a function of %s', (text, variable) => {
  expect(parseObjective(text).variable).toBe(variable);
});

test('two variables are refused, where the second one stands', () => {
  expect(() => parseObjective('x^2 + t*x')).toThrow('the formula has two variables, x and, at character 7, t; use one');
  try {
    parseObjective('x^2 + t*x');
  } catch (error) {
    expect(error).toBeInstanceOf(FormulaError);
    expect(error).toMatchObject({ position: 6, length: 1, text: 'x^2 + t*x' });
  }
});

test.each([
  ['a x^2', '“a” at character 1 is not the variable, which is x; use a number', 0],
  ['ax^2 + 1', '“a” at character 1 is not the variable, which is x; use a number', 0],
  ['x^2 + b', '“b” at character 7 is not the variable, which is x; use a number', 6],
  ['f(x) = t^2', '“t” at character 8 is not the variable, which is x; use a number', 7],
])('%s is refused: %s', (text, message, position) => {
  expect(() => parseObjective(text)).toThrow(expect.objectContaining({ message, position, length: 1 }));
});

test('a constant has gradient 0', () => {
  const { gradient, curvature } = parseObjective('pi + 2^3');
  expect([toText(gradient), toText(curvature)]).toEqual(['0', '0']);
});

test('the same text gives the same objective again, a refused one its error again', () => {
  expect(parseObjective('x^3')).toBe(parseObjective('x^3'));
  expect(() => parseObjective('x +')).toThrow(FormulaError);
  expect(() => parseObjective('x +')).toThrow(FormulaError);
});

test('a formula whose derivatives explode is refused in words', () => {
  const factors = Array.from({ length: 180 }, (_, i) => `(x-${i})`).join('');
  expect(() => parseObjective(factors)).toThrow('the formula is too large: its derivatives have too many parts');
});

test.each([
  ['x^4 - 3x^2 + x', '4*x^3 - 6*x + 1'],
  ['log(1 + exp(x))', 'sigmoid(x)'],
  ['sqrt(x^2 + 1)', 'x/sqrt(x^2 + 1)'],
  ['abs(x)', 'sign(x)'],
  ['relu(x)', 'step(x)'],
  ['huber(x, 2)', 'min(max(x, -2), 2)'],
  ['max(x, x^2)', 'where(x - x^2, 1, 2*x)'],
  ['sin(x)^2', '2*sin(x)*cos(x)'],
  ['e^(2x)', '2*exp(2*x)'],
  ['1/(1 + e^(-x))', 'sigmoid(x)*sigmoid(-x)'],
])('the gradient of %s is %s', (text, gradient) => {
  expect(toText(parseObjective(text).gradient)).toBe(gradient);
});
