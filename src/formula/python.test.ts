import fc from 'fast-check';
import { expect, test, type TestContext } from 'vitest';
import { compileInterval, compileScalar, parseObjective } from '.';
import { formula } from './formulas.fixtures';
import { FUNCTIONS, type FunctionName } from './functions';
import { PYTHON_CALLS, pythonList, pythonNumber, toPython } from './python';
import { numbersOf } from './python.fixtures';

const PLACES = Array.from({ length: 24 }, (_, i) => -4.875 + 0.40625 * i);

/** Formulas and their gradients at all places, by Python and by us: how many values of each formula could be compared. */
function compare(texts: readonly string[], context: TestContext): number[] {
  const objectives = texts.map(parseObjective);
  const programs = objectives.map(
    ({ value, gradient, variable }) => `${toPython({ f: value, g: gradient }, variable)}
for h in f, g:
    print(*np.broadcast_to(h(x), x.shape).tolist())`,
  );
  const head = `import numpy as np\nnp.seterr(all="ignore")\nx = np.array(${pythonList(PLACES)})`;
  const lines = numbersOf([head, ...programs].join('\n\n'), context);
  return objectives.map(({ text, value, gradient, variable }, i) => {
    const values = [value, gradient].flatMap((expression, part) => {
      const evaluate = compileScalar(expression, [variable]);
      const interval = compileInterval(expression, variable);
      return PLACES.map((x, j) => ({ x, ours: evaluate(x), found: lines[2 * i + part][j], range: interval(x, x) }));
    });
    // Not outside the domain, where x - x is 0 to us, nor where our own roundings already come to more than is allowed here.
    const compared = values.filter(
      ({ ours, found, range: [low, high] }) =>
        Number.isFinite(ours) && Number.isFinite(found) && high - low <= 1e-11 * Math.abs(ours) + 1e-14,
    );
    for (const { x, ours, found } of compared)
      if (Math.abs(found - ours) > 1e-9 * Math.abs(ours) + 1e-12)
        throw new Error(`${text} at ${x}: ${found}, not ${ours}\n${programs[i]}`);
    return compared.length;
  });
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

test('generated formulas and their gradients have the same values in Python', (context) => {
  const texts = fc.sample(formula(['x']), { seed: 11, numRuns: 400 }).map(({ text }) => text);
  expect(total(compare(texts, context))).toBeGreaterThan(10_000);
});

test('every function has the same values in Python, in the tails and at its kinks', (context) => {
  const names = Object.keys(FUNCTIONS) as FunctionName[];
  expect(Object.keys(PYTHON_CALLS).sort()).toEqual([...names].sort());
  const texts = names.flatMap((name) => {
    const { least, most } = FUNCTIONS[name];
    const values = (count: number) => ['x - 0.8125', '1', 'x^2', '2'].slice(0, count).join(', ');
    const calls = [least, Math.min(most, 4)].map((count) => `${name}(${values(count)})`);
    return [...calls, `${name}(${['200x', '3', 'x'].slice(0, least).join(', ')})`];
  });
  compare(texts, context).forEach((count, i) => expect(count, texts[i]).toBeGreaterThan(0));
});

test('numbers that Python would compute otherwise are written as what they are', (context) => {
  expect([1e30, 2 ** 60, -0.5, 1 / 0, NaN].map(pythonNumber)).toEqual([
    '1e+30',
    '1152921504606847000.0',
    '-0.5',
    'np.inf',
    'np.nan',
  ]);
  const texts = ['x + 10^30', 'x*2^-3', 'x * e^pi', '-2^2 x', 'x/(1/0)', '3 - (2 - x) - -x', '2^-x^2', 'x^2^0.5^2'];
  compare(texts, context).forEach((count, i) => expect(count, texts[i]).toBeGreaterThanOrEqual(PLACES.length));
});

test('what occurs more than once is computed once, and has a name', () => {
  const { gradient } = parseObjective('sigmoid(3x) * x^2');
  expect(toPython({ gradient }, 'x')).toBe(`def sigmoid(u):
    return 1 / (1 + np.exp(np.minimum(-u, 700)))  # with the limit, exp does not overflow

def gradient(x):
    u1 = sigmoid(3 * x)
    return 2 * x * u1 + 3 * x**2 * u1 * sigmoid(-(3 * x))`);
});
