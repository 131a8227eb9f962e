import { expect, test } from 'vitest';
import { principalDirections } from './principal-directions';

/** The sum over rows of r r'. */
function products(rows: number[][]): Float64Array {
  const k = rows[0].length;
  return Float64Array.from({ length: k * k }, (_, i) =>
    rows.reduce((sum, row) => sum + row[Math.floor(i / k)] * row[i % k], 0),
  );
}

const centred = (rows: number[][]) =>
  rows.map((row) => row.map((value, f) => value - rows.reduce((sum, other) => sum + other[f], 0) / rows.length));
const placed = (rows: number[][], directions: Float64Array[]) =>
  rows.map((row) => directions.map((direction) => row.reduce((sum, value, f) => sum + value * direction[f], 0)));

test('places keep the distances of the columns of the table where two directions hold them all', () => {
  const V = centred([
    [1, 2],
    [3, -1],
    [0, 0.5],
    [-2, 4],
  ]);
  const U = [
    [1, 0.5],
    [0, 2],
    [-1, 1],
  ];
  const { directions, explained } = principalDirections(products(V), products(U), 2);
  const places = placed(V, directions);
  const column = (v: number[]) => U.map((u) => u[0] * v[0] + u[1] * v[1]);
  const distance = (a: number[], b: number[]) => Math.hypot(...a.map((value, i) => value - b[i]));
  V.forEach((a, i) =>
    V.forEach((b, j) => expect(distance(places[i], places[j])).toBeCloseTo(distance(column(a), column(b)), 9)),
  );
  expect(explained[0] + explained[1]).toBeCloseTo(1, 12);
  expect(explained[0]).toBeGreaterThan(explained[1]);
  // Principal: nothing is left of one direction in the other.
  expect(places.reduce((sum, [x, y]) => sum + x * y, 0)).toBeCloseTo(0, 9);
});

test('U and V multiplied by a matrix and its inverse give the same picture', () => {
  const V = centred([
    [1, 2, 0],
    [3, -1, 1],
    [0, 0.5, 2],
    [-2, 4, 1],
    [1, 1, -3],
  ]);
  const U = [
    [1, 0.5, 0.1],
    [0, 2, 1],
    [-1, 1, 0.3],
    [0.2, 0.1, 1],
  ];
  const turnedV = V.map(([a, b, c]) => [a + 2 * b, b, c / 4]);
  const turnedU = U.map(([a, b, c]) => [a, b - 2 * a, 4 * c]);
  const before = principalDirections(products(V), products(U), 3);
  const after = principalDirections(products(turnedV), products(turnedU), 3);
  const [places, turned] = [placed(V, before.directions), placed(turnedV, after.directions)];
  for (const axis of [0, 1]) {
    const sign = Math.sign(places[0][axis] * turned[0][axis]);
    places.forEach((place, i) => expect(sign * turned[i][axis]).toBeCloseTo(place[axis], 6));
  }
  after.explained.forEach((share, i) => expect(share).toBeCloseTo(before.explained[i], 9));
});

test('factors that do not vary have no directions', () => {
  const { directions, explained } = principalDirections(new Float64Array(4), new Float64Array(4), 2);
  expect([...directions[0], ...directions[1], ...explained]).toEqual([0, 0, 0, 0, 0, 0]);
});
