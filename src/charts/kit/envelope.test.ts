import { expect, test } from 'vitest';
import { dotsPath, linePath } from './envelope';

const frame = (values: ArrayLike<number>, pixels: number) => ({
  values,
  offset: 0,
  x: (i: number) => (i * pixels) / values.length,
  y: (value: number) => 100 - value,
  top: 0,
  bottom: 100,
});

/** The points of path data. */
const pointsOf = (d: string) => d.split(/(?=[ML])/).map((part) => part.slice(1).split(',').map(Number));

test('few values make a line through each of them', () => {
  expect(linePath(frame([1, 2, 3], 300))).toBe('M0,99L100,98L200,97');
});

test('many values leave at most four points to a pixel, and every extreme in its place', () => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, i) => 50 + 20 * Math.sin(i / 5000));
  values[123_456] = 90;
  values[700_001] = 5;
  const points = pointsOf(linePath(frame(values, 500)));
  expect(points.length).toBeLessThanOrEqual(4 * 501);
  expect(points.filter(([, y]) => y === 10)).toEqual([[61.5, 10]]);
  expect(points.filter(([, y]) => y === 95)).toEqual([[350.5, 95]]);
});

test('a line is broken where a value is no number, and stays near the picture where it is huge', () => {
  expect(linePath(frame([1, NaN, 3, Infinity, 1e300], 500))).toBe('M0,99M200,97M400,-40');
  const values = new Float64Array(10_000).fill(50).fill(NaN, 4000, 6000);
  expect(linePath(frame(values, 100)).match(/M/g)).toHaveLength(2);
});

test('dots stand where the values are', () => {
  expect(dotsPath(frame([1, NaN, 3], 300))).toBe('M0,99h0M200,97h0');
});
