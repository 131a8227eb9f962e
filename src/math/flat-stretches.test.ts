import { expect, test } from 'vitest';
import { parseObjective } from '../formula';
import { flatStretches } from './flat-stretches';
import { stationaryProblem } from './one-variable';
import { findStationary } from './stationary';

const RANGES = [
  [-5, 5],
  [-10, 10],
  [-5, 20],
  [-3, 7.3],
] as const;
const all = Infinity;

test.each<[string, [low: number, high: number, kind: string][]]>([
  ['max(0, x)', [[-all, 0, 'minimum']]],
  ['relu(x)', [[-all, 0, 'minimum']]],
  ['(abs(x)+x)/2', [[-all, 0, 'minimum']]],
  ['max(0, x)^2', [[-all, 0, 'minimum']]],
  ['max(0, x)^3 + 5', [[-all, 0, 'minimum']]],
  ['-max(0, x)', [[-all, 0, 'maximum']]],
  ['max(x, -1)', [[-all, -1, 'minimum']]],
  ['abs(x) - x', [[0, all, 'minimum']]],
  ['relu(abs(x) - 1)', [[-1, 1, 'minimum']]],
  ['max(x^2, 1)', [[-1, 1, 'minimum']]],
  [
    'min(x^2, 1)',
    [
      [-all, -1, 'maximum'],
      [1, all, 'maximum'],
    ],
  ],
  [
    'min(max(x, 0), 1)',
    [
      [-all, 0, 'minimum'],
      [1, all, 'maximum'],
    ],
  ],
  ['relu(x-1)^2 - relu(-x-1)^2', [[-1, 1, 'saddle']]],
  [
    'sign(x)',
    [
      [-all, 0, 'minimum'],
      [0, all, 'maximum'],
    ],
  ],
  ['3', [[-all, all, 'constant']]],
  ['x - x', [[-all, all, 'constant']]],
  ['abs(x)', []],
  ['abs(abs(x)-1)', []],
  ['x^2', []],
  ['x^100', []],
  ['x^3', []],
  ['tanh(x)', []],
  ['exp(-x^2)', []],
])('%s is level at %j', (text, expected) => {
  for (const [low, high] of RANGES) {
    const found = flatStretches(stationaryProblem(parseObjective(text)), low, high);
    expect(found.map((one) => [one.low, one.high, one.kind])).toEqual(expected);
  }
});

test('a tail that fades until numbers end is level nowhere', () => {
  for (const text of ['exp(-x^2)', '1/(1+exp(-x))', 'tanh(x)'])
    expect(flatStretches(stationaryProblem(parseObjective(text)), -2000, 2000)).toEqual([]);
});

test('in a level stretch there is no single extremum: not the middle of it, either', () => {
  const text = 'min(x^2, 1) + min((x-3)^2, 2)';
  for (const [low, high] of RANGES) {
    const problem = stationaryProblem(parseObjective(text));
    const [, stretch] = flatStretches(problem, low, high);
    expect(stretch).toMatchObject({ low: 1, value: 3, kind: 'maximum' });
    expect(Math.abs(stretch.high - (3 - Math.SQRT2))).toBeLessThan(1e-12);
    expect(findStationary(problem, low, high).map(({ kind, theta }) => [kind, theta])).toEqual([
      ['minimum', 0],
      ['minimum', 3],
    ]);
  }
});

test('a kink at 0 is at 0', () => {
  expect(findStationary(stationaryProblem(parseObjective('max(x, x^2)')), -5, 20).map(({ theta }) => theta)).toEqual([
    0,
  ]);
});
