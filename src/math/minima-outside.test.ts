import { expect, test } from 'vitest';
import { parseObjective } from '../formula';
import { minimaOutside } from './minima-outside';
import { stationaryProblem } from './one-variable';

const outside = (formula: string, low: number, high: number) =>
  minimaOutside(stationaryProblem(parseObjective(formula)), low, high, 1e6);

test('minima are found beyond where a function is not defined', () => {
  // f″ is 1 at each; between them the cosine is below 0.
  const found = outside('-ln(cos(x))', -1.5, 1.5);
  for (let k = 1; k <= 15; k++) {
    for (const place of [-2 * Math.PI * k, 2 * Math.PI * k]) {
      const away = Math.min(...found.map((theta) => Math.abs(theta - place)));
      // Newton's method stops within 1e-12 of the widest search's place.
      expect(away).toBeLessThan(1e-9);
    }
  }
  expect(found).toHaveLength(30);
});

test('where minima go on for ever, the nearest thirty on each side are found, ascending', () => {
  const found = outside('sin(x)+x/10', -5, 5);
  expect(found).toHaveLength(60);
  expect(found).toEqual([...found].sort((a, b) => a - b));
  // cos x = -1/10 on the rising half.
  const first = 2 * Math.PI - Math.acos(-0.1);
  found
    .filter((theta) => theta > 5)
    .forEach((theta, k) => expect(Math.abs(theta - first - 2 * Math.PI * (k + 1))).toBeLessThan(1e-9));
});

test('where there is none, none is found', () => {
  expect(outside('ln(x)', 0.1, 5)).toEqual([]);
  expect(outside('sqrt(x)', 0, 4)).toEqual([]);
});
