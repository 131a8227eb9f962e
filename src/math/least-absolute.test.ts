import { expect, test } from 'vitest';
import { leastAbsolutePlane } from './least-absolute';
import { meanLoss } from './linear-regression';
import { normalAt } from './noise';

const draws = (count: number, stream: number) => Array.from({ length: count }, (_, i) => normalAt(1, i, stream));
const designOf = (rows: number, columns: number, stream: number) => {
  const values = draws(rows * columns, stream);
  return Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns));
};

test('the minimum of the mean absolute error is that of all planes through as many examples as they have weights', () => {
  for (let stream = 0; stream < 10; stream++) {
    const data = { design: designOf(9, 2, stream), targets: draws(9, 100 + stream) };
    const planes = data.design.flatMap((_, i) =>
      data.design.slice(0, i).flatMap((_, j) =>
        data.design.slice(0, j).map((_, k) => {
          const [[a, b], [c, d], [e, f]] = [i, j, k].map((at) => data.design[at]);
          const [p, q, r] = [i, j, k].map((at) => data.targets[at]);
          const size = (c - a) * (f - b) - (e - a) * (d - b);
          const w = [((q - p) * (f - b) - (r - p) * (d - b)) / size, ((c - a) * (r - p) - (e - a) * (q - p)) / size];
          return meanLoss(data, 'absolute', { w, b: p - w[0] * a - w[1] * b });
        }),
      ),
    );
    expect(leastAbsolutePlane(data)!.loss).toBeCloseTo(Math.min(...planes), 12);
  }
});

test('it is found where planes fit exactly, where columns depend on each other, and where many residuals are 0 at once', () => {
  const of = (design: number[][], targets: number[]) => leastAbsolutePlane({ design, targets })?.loss;
  expect(
    of(
      [
        [1, 2],
        [3, 4],
        [5, 7],
      ],
      [1, 2, 3],
    ),
  ).toBe(0);
  expect(of([[2, 4], [2, 4]], [1, 4])).toBeCloseTo(1.5, 12); // prettier-ignore
  expect(of(Array.from({ length: 40 }, (_, i) => [i % 5, i % 5]), Array.from({ length: 40 }, (_, i) => (i < 5 ? 9 : 1)))).toBeCloseTo(1, 12); // prettier-ignore
  expect(of([[0], [0]], [0, 0])).toBe(0);
});

test('a thousand examples of sixteen features are certified', () => {
  const data = { design: designOf(1000, 16, 7), targets: draws(1000, 8) };
  const least = leastAbsolutePlane(data)!;
  expect(meanLoss(data, 'absolute', least)).toBeCloseTo(least.loss, 12);
});
