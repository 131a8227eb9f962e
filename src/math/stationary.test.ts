import { expect, test } from 'vitest';
import { compileInterval, compileScalar, parseObjective } from '../formula';
import { findStationary, type StationaryPoint, type StationaryProblem } from './stationary';

const SHEET = 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)';

function problemOf(text: string): Required<StationaryProblem> {
  const { variable, value, gradient, curvature } = parseObjective(text);
  return {
    value: compileScalar(value, [variable]),
    gradient: compileScalar(gradient, [variable]),
    curvature: compileScalar(curvature, [variable]),
    gradientInterval: compileInterval(gradient, variable),
    curvatureInterval: compileInterval(curvature, variable),
  };
}

function find(text: string, low = -5, high = 20): StationaryPoint[] {
  return findStationary(problemOf(text), low, high);
}

/** Without bounds over intervals: by sampling. */
function sampled(text: string, low = -5, high = 20): StationaryPoint[] {
  const { value, gradient, curvature } = problemOf(text);
  return findStationary({ value, gradient, curvature }, low, high);
}

const thetas = (points: StationaryPoint[], kind?: StationaryPoint['kind']) =>
  points.filter((point) => !kind || point.kind === kind).map(({ theta }) => theta);

function expectClose(got: number[], expected: number[], tolerance = 1e-12): void {
  expect(got.length).toBe(expected.length);
  got.forEach((x, i) => expect(Math.abs(x - expected[i]), `${x}, not ${expected[i]}`).toBeLessThanOrEqual(tolerance));
}

test.each([
  ['bounds', find],
  ['samples', sampled],
])("the sheet's function has two minima and a maximum between, found by %s", (_, search) => {
  const points = search(SHEET);
  // Computed with 40 digits. The gradient is good to 1e-14 there and the curvatures are 1 and more: 1e-12 leaves room.
  expectClose(thetas(points), [-0.0017800022296315212, 3.175474382439641, 10.000002009367282]);
  expect(points.map(({ kind }) => kind)).toEqual(['minimum', 'maximum', 'minimum']);
  expectClose(
    points.map(({ threshold }) => threshold),
    [0.09949866486697599, 0, 1.9999888249471465],
  );
  expectClose(
    points.map(({ curvature }) => curvature),
    [20.10077223321424, -75.5680380740171, 1.0000055875576475],
    1e-10,
  );
  expectClose(
    points.map(({ value }) => value),
    [0.012307613614644285, 83.51754953804907, 50.00000072034122],
    1e-10,
  );
});

test('two minima 1e-4 apart are two, with the maximum between them', () => {
  for (const search of [find, sampled]) {
    const points = search('((x - 1)^2 - 2.5e-9)^2');
    expectClose(thetas(points), [0.99995, 1, 1.00005]);
    expect(points.map(({ kind }) => kind)).toEqual(['minimum', 'maximum', 'minimum']);
  }
});

test('a minimum without curvature has no threshold: x^4', () => {
  for (const [low, high] of [
    [-5, 20],
    [-5, 5],
    [0, 3],
    [-3, 0],
  ]) {
    expect(find('x^4', low, high)).toEqual([
      { theta: 0, value: 0, curvature: 0, kind: 'minimum', threshold: Infinity },
    ]);
  }
});

test('a kink is a minimum that no learning rate can stay at, or a maximum', () => {
  for (const search of [find, sampled]) {
    expect(search('abs(x)')).toEqual([{ theta: 0, value: 0, curvature: Infinity, kind: 'minimum', threshold: 0 }]);
    expect(search('3 - abs(x)')).toEqual([{ theta: 0, value: 3, curvature: -Infinity, kind: 'maximum', threshold: 0 }]);
    const points = search('max((x-1)^2, (x-2)^2)');
    expectClose(thetas(points), [1.5]);
    expect(points[0]).toMatchObject({ kind: 'minimum', threshold: 0 });
  }
});

test('a kink that hides between two minima is found: the bounds on the curvature do not see it, the marks of jumps do', () => {
  const points = find('min(x^2, (x-1)^2)');
  expectClose(thetas(points), [0, 0.5, 1]);
  expect(points.map(({ kind }) => kind)).toEqual(['minimum', 'maximum', 'minimum']);
});

test.each([
  '3',
  'x',
  'x^3 + 10^-9 x',
  'relu(x)',
  'relu(abs(x) - 1)',
  'relu(x - 1)^2 - relu(-x - 1)^2',
  'exp(x)',
  '1/x',
  '1/x^2',
  'log(abs(x - 0.3))',
  '1/(x-1.1)^2',
  'tanh(x)',
  'log(x)',
])('%s has no stationary point: constant, flat over a range, steep at its inflection or a pole is none', (text) => {
  expect(find(text)).toEqual([]);
  expect(sampled(text)).toEqual([]);
});

test('all extremes of sin(20x) are found', () => {
  const expected = [];
  for (let k = -1000; k < 1000; k++) {
    const theta = ((k + 0.5) * Math.PI) / 20;
    if (theta >= -5 && theta <= 20) expected.push(theta);
  }
  for (const search of [find, sampled]) {
    const points = search('sin(20x)');
    expectClose(thetas(points), expected);
    points.forEach(({ kind, value }) => expect(value).toBeCloseTo(kind === 'minimum' ? -1 : 1, 12));
  }
});

test('all minima of x^2/10 + sin(20x) are found: between every two there is a maximum', () => {
  const points = find('x^2/10 + sin(20x)');
  expect(points.length).toBe(159);
  points.forEach(({ kind }, i) => expect(kind).toBe(i % 2 === 0 ? 'maximum' : 'minimum'));
  // The same function, its derivative written out here.
  for (const { theta } of points) expect(Math.abs(theta / 5 + 20 * Math.cos(20 * theta))).toBeLessThan(1e-10);
});

test('minima of a function with poles are found between the poles', () => {
  expectClose(
    thetas(find('tan(x)^2')),
    [-1, 0, 1, 2, 3, 4, 5, 6].map((k) => k * Math.PI),
  );
});

test('a stationary point on the edge of the range belongs to it', () => {
  expect(thetas(find('(x-1)^2', 1, 5))).toEqual([1]);
  expect(thetas(find('(x-1)^2', -5, 1))).toEqual([1]);
  expect(find('(x-1)^2', 1.001, 5)).toEqual([]);
});

test('a function defined on a part of the range is searched there', () => {
  expectClose(thetas(find('x^x')), [Math.exp(-1)]);
  expectClose(thetas(find('sqrt(x) (x - 1)')), [1 / 3]);
});

test('the search looks at the function so seldom that a page can answer while someone types', () => {
  const looks = (text: string) => {
    let count = 0;
    const counted =
      <A extends unknown[], R>(f: (...parameters: A) => R) =>
      (...parameters: A) => (count++, f(...parameters));
    const { value, gradient, curvature, gradientInterval, curvatureInterval } = problemOf(text);
    findStationary(
      {
        value: counted(value),
        gradient: counted(gradient),
        curvature: counted(curvature),
        gradientInterval: counted(gradientInterval!),
        curvatureInterval: counted(curvatureInterval!),
      },
      -5,
      20,
    );
    return count;
  };
  // Twice what it takes now, at a microsecond or two each.
  expect(looks(SHEET)).toBeLessThan(2000);
  expect(looks('x^2/10 + sin(20x)')).toBeLessThan(40_000);
});

test('too many points, a function that is nowhere finite and a bad range are errors', () => {
  expect(() => find('sin(1000x)')).toThrow('more than 2000 stationary points between -5 and 20');
  expect(() => sampled('sin(1000x)')).toThrow(RangeError);
  expect(() => find('log(-x^2 - 1)')).toThrow(new RangeError('the function is not finite anywhere between -5 and 20'));
  expect(() => find('x^2', 3, 3)).toThrow(RangeError);
  expect(() => find('x^2', -Infinity, 3)).toThrow(RangeError);
});

test('a bottom so flat that its gradient is too small for a number is one minimum', () => {
  expect(find('x^100', -5, 5)).toMatchObject([{ theta: 0, kind: 'minimum', threshold: Infinity }]);
  expect(find('(x-1)^100', -5, 5)).toHaveLength(1);
});

test('where the curvature is infinite no rate is stable', () => {
  expect(find('abs(x)^1.5', -5, 5)).toMatchObject([{ theta: 0, kind: 'minimum', threshold: 0 }]);
});

const oddPi = [-3, -1, 1, 3, 5].map((k) => k * Math.PI);

test.each([
  ['x^3', [0], 0],
  ['-x^3', [0], 0],
  ['x^5', [0], 0],
  ['x^3 + 1', [0], 0],
  ['(x-1)^101', [1], 1e-12],
  ['x^3 - 3x^2 + 3x', [1], 1e-12],
  ['sin(x) - x', [-4, -2, 0, 2, 4].map((k) => k * Math.PI), 1e-12],
  ['x - sin(x)', [-4, -2, 0, 2, 4].map((k) => k * Math.PI), 1e-12],
  ['x + sin(x)', oddPi, 1e-12],
  ['2x + sin(2x)', [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5].map((k) => k * Math.PI), 1e-12],
  ['x + cos(x)', [-3.5, -1.5, 0.5, 2.5, 4.5].map((k) => k * Math.PI), 1e-12],
  ['x - tanh(x)', [0], 0],
  ['exp(x) - x - x^2/2', [0], 1e-12],
  ['acos(x) + x^2', [Math.SQRT1_2], 1e-12],
  ['3x^5 - 10x^3 + 15x', [-1, 1], 1e-12],
  // Its second derivative, 20 (x-1)^3, is as small as the rounding of its terms, some 2^-45, as near as the cube root of that.
  ['x^5 - 5x^4 + 10x^3 - 10x^2 + 5x', [1], Math.cbrt(2 ** -46)],
  ['sin(x) - x + x^3/6', [0], Math.cbrt(2 ** -46)],
])(
  '%s has saddle points, where the gradient touches 0, and no extremum, whatever signs rounding gives it',
  (text, all, tolerance) => {
    // Where the search divides the range, and so where it meets the rounding, depends on the range.
    for (const [low, high] of [-5, -8, -10, -100].map((low) => [low, -low]).concat([[-5, 20]])) {
      const points = find(text, low, high);
      const expected = all.filter((x) => x >= low && x <= high).sort((a, b) => a - b);
      // As far out as the table goes.
      const found = points.filter(({ theta }) => Math.abs(theta) < 10);
      expectClose(
        thetas(found),
        expected.filter((x) => Math.abs(x) < 10),
        tolerance,
      );
      expect(points.every(({ kind, threshold }) => kind === 'saddle' && threshold === 0)).toBe(true);
    }
  },
);

test('a saddle point between a minimum and a maximum is a point of its own, found by samples too', () => {
  for (const search of [find, sampled]) {
    const points = search('(x-1)^3 * (x+2)^2');
    expectClose(thetas(points), [-2, -0.8, 1], 1e-9);
    expect(points.map(({ kind }) => kind)).toEqual(['maximum', 'minimum', 'saddle']);
  }
});

test('a saddle point on the edge of the range belongs to it', () => {
  for (const [low, high] of [
    [0, 5],
    [-5, 0],
  ])
    expect(find('x^3', low, high)).toEqual([{ theta: 0, value: 0, curvature: 0, kind: 'saddle', threshold: 0 }]);
  expect(find('x^3', 1e-6, 5)).toEqual([]);
});

test.each([
  // Where the gradient, 4 (x-1)^3, is as small as the rounding of its terms, some 2^-49: to the cube root of that.
  ['x^4 - 4x^3 + 6x^2 - 4x + 1', 1, Math.cbrt(2 ** -49)],
  // The same of 6 (x-1)^5, whose terms are up to 60.
  ['x^6 - 6x^5 + 15x^4 - 20x^3 + 15x^2 - 6x + 1', 1, 2 ** (-46 / 5)],
  ['cos(x) + x^2/2', 0, 0],
  ['(e^x + e^-x)/2', 0, 2 ** -52],
  ['10^-12 x^2 + 10^6', 0, 0],
  ['(x-1)^100', 1, 1e-12],
])('%s has one minimum, however flat', (text, theta, tolerance) => {
  for (const [low, high] of [
    [-5, 5],
    [-5, 20],
    [-8, 8],
    [-10, 10],
  ]) {
    const points = find(text, low, high);
    expectClose(thetas(points, 'minimum'), [theta], tolerance);
    expect(points).toHaveLength(1);
  }
});

test.each([
  ['(x^2 - 10^-6)^2', [-1e-3, 0, 1e-3], 1e-12],
  ['x^4 - 2*10^-6 x^2', [-1e-3, 0, 1e-3], 1e-12],
  ['(x-1)^3 - 10^-9 (x-1)', [1 - Math.sqrt(1e-9 / 3), 1 + Math.sqrt(1e-9 / 3)], 1e-12],
  // The gradient, 1 + 1.0000001 cos(x), is good to 2^-52, and its slope is 4.5e-4 there.
  [
    'x + 1.0000001 sin(x)',
    [-1, 1].flatMap((side) => [-1, 1].map((end) => side * Math.PI + end * Math.acos(1 / 1.0000001))),
    2e-12,
  ],
])('%s has extrema that lie close, and all are found', (text, expected, tolerance) => {
  for (const reach of [5, 8]) expectClose(thetas(find(text, -reach, reach)), expected, tolerance);
});

test('what is so far out that rounding hides every sign is left undecided: there are too many points, as far as can be told', () => {
  expect(() => find('sin(10^17 x)')).toThrow('more than 2000 stationary points');
});
