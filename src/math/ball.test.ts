import { expect, test } from 'vitest';
import { drawInBall } from './ball';

const COUNT = 4000;

function distancesOf(columns: number): { distances: number[]; sums: Float64Array } {
  const point = new Float64Array(columns);
  const sums = new Float64Array(columns);
  const distances = Array.from({ length: COUNT }, (_, index) => {
    drawInBall({ seed: 3, radius: 5 }, index, columns, point);
    point.forEach((value, i) => (sums[i] += value));
    return Math.hypot(...point);
  });
  return { distances, sums };
}

test.each([1, 2, 3, 64])('points in %i dimensions fill the ball evenly by volume, around its centre', (columns) => {
  const { distances, sums } = distancesOf(columns);
  expect(Math.max(...distances)).toBeLessThanOrEqual(5 * (1 + 1e-6));
  // Half of the volume lies within 5 / 2^(1/columns); the count is binomial, five standard deviations are 158.
  const within = distances.filter((distance) => distance <= 5 * 0.5 ** (1 / columns)).length;
  expect(Math.abs(within - COUNT / 2)).toBeLessThan(5 * Math.sqrt(COUNT / 4));
  // A coordinate's variance is 25 / (columns + 2).
  for (const sum of sums) expect(Math.abs(sum)).toBeLessThan(5.5 * Math.sqrt((COUNT * 25) / (columns + 2)));
});

test('the same seed and number give the same point, at any place of an array', () => {
  const [alone, among] = [new Float64Array(3), new Float32Array(7)];
  drawInBall({ seed: 3, radius: 1 }, 12, 3, alone);
  drawInBall({ seed: 3, radius: 1 }, 12, 3, among, 2);
  expect(Array.from(among)).toEqual([0, 0, ...alone, 0, 0]);
});
