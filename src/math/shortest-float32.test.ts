import { expect, test } from 'vitest';
import { shortestFloat32 } from './shortest-float32';

test.each([
  [4.1, 4.1],
  [0.3, 0.3],
  [-7.82, -7.82],
  [16777216, 16777216],
  [0.1234567, 0.1234567],
  [3, 3],
  [0, 0],
  [1e9, 1e9],
  [1 / 3, 0.33333334],
])('what float32 keeps of %f is printed as %f', (value, short) => {
  expect(shortestFloat32(Math.fround(value))).toBe(short);
});

test('what is no float32 stays what it is', () => {
  for (const value of [0.1, NaN, Infinity, 16777217]) expect(shortestFloat32(value)).toBe(value);
});
