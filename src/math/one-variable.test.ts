import { expect, test } from 'vitest';
import { parseObjective } from '../formula';
import { minimumAround, oneVariable } from './one-variable';

const minimaOf = (text: string, start: number) =>
  oneVariable(parseObjective(text), start)
    .stationary.filter(({ kind }) => kind === 'minimum')
    .map(({ theta }) => theta);

test('what is found around a start does not depend on the starts before', () => {
  const before = minimaOf('sin(x)*x', 3);
  expect(minimaOf('sin(x)*x', 40).length).toBeGreaterThan(before.length);
  expect(minimaOf('sin(x)*x', 3)).toEqual(before);
});

test('where there are too many stationary points around 0, those around the start are found, and it is said so', () => {
  const few = oneVariable(parseObjective('cos(x)'), 3);
  expect(few.isWhole).toBe(true);
  const many = oneVariable(parseObjective('cos(x)'), 1000);
  expect(many.isWhole).toBe(false);
  // Every multiple of pi, on both sides of the start.
  const places = many.stationary.map(({ theta }) => theta / Math.PI);
  places.forEach((place) => expect(Math.abs(place - Math.round(place))).toBeLessThan(1e-12));
  expect(Math.min(...places)).toBeLessThan(1000 / Math.PI);
  expect(Math.max(...places)).toBeGreaterThan(1000 / Math.PI);
});

test('the minimum around a place is found, as near as it is, and none where there is none', () => {
  const cosine = parseObjective('cos(x)');
  expect(minimumAround(cosine, 101 * Math.PI + 1e-4, 1e-3)!.theta).toBeCloseTo(101 * Math.PI, 11);
  expect(minimumAround(cosine, 100 * Math.PI, 1e-3)).toBeUndefined();
  expect(minimumAround(cosine, 101 * Math.PI + 0.01, 1e-3)).toBeUndefined();
  // Its waves are shorter than the distance.
  expect(minimumAround(parseObjective('cos(10000x)'), 1001e-4 * Math.PI, 1e-3)!.theta).toBeCloseTo(
    1001e-4 * Math.PI,
    12,
  );
  expect(minimumAround(parseObjective('max(abs(x)-1,0)^2'), 0.5, 1e-3)).toBeUndefined();
});
