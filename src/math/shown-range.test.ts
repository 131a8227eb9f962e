import { expect, test } from 'vitest';
import { parseObjective } from '../formula';
import { shownRange } from './shown-range';

const range = (text: string) => {
  const { low, high } = shownRange(parseObjective(text));
  return [low, high];
};

test.each([
  ['x^4 - 3x^2 + x', -3, 3],
  ['x^2/2', -5, 5],
  ['(w-100)^2/2', 50, 150],
  ['abs(x)', -5, 5],
  ['abs(x - 3)', -2, 8],
  ['(x^2 - 1)^2', -2.5, 2.5],
])('all stationary points of %s lie within %d to %d, with room on both sides', (text, low, high) => {
  expect(range(text)).toEqual([low, high]);
});

test('a range ends where the function does', () => {
  expect(range('log(x)')).toEqual([0, 10]);
  expect(range('x log(x)')[0]).toBe(0);
  expect(range('asin(x)')).toEqual([-1, 1]);
  expect(range('sqrt(x - 1)')).toEqual([1, 10]);
  // A pole between two stationary points is no end.
  expect(range('x + 1/x')[0]).toBeLessThan(-1);
});

test('of very many stationary points a few around 0 are shown, and of a function without any what is around 0', () => {
  const { stationary, low, high } = shownRange(parseObjective('x^2 + sin(50x)'));
  expect(stationary.length).toBeLessThanOrEqual(24);
  expect(high - low).toBeLessThan(3);
  expect(range('exp(x)')).toEqual([-5, 5]);
  expect(range('3')).toEqual([-5, 5]);
});

test('whatever the function is, the range goes from a number to a larger one', () => {
  for (const text of [
    'x^100',
    'exp(exp(x))',
    'tan(x)',
    '1/x',
    'log(-1 - x^2)',
    'x^2*sin(1/x)',
    'sin(1000x)',
    '1e-300x^2',
  ])
    expect(range(text)[0], text).toBeLessThan(range(text)[1]);
});
