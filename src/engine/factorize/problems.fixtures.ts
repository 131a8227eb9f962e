import { normalAt } from '../../math/noise';
import { threefry, unitInterval } from '../../math/random';
import { sparseTable, triplets, type Triplets } from '../../math/sparse-table';
import type { FactorizeTask } from './task';

/** Factorizations to test engines with, and what they should come to. */

interface Table {
  rows: number;
  columns: number;
  rank: number;
  /** The share of the entries that are known. */
  density?: number;
  biases?: boolean;
  ridge?: number;
  /** Whether all of the first row is known. */
  longRow?: boolean;
}

/** Tables of every kind: ranks that are no multiple of anything, one row or column only, rows and columns that are cut. */
export const TABLES: readonly Table[] = [
  { rows: 1, columns: 1, rank: 1, density: 1, ridge: 0.1 },
  { rows: 1, columns: 300, rank: 3 },
  { rows: 300, columns: 1, rank: 2, biases: true, ridge: 0.1 },
  { rows: 50, columns: 40, rank: 8 },
  { rows: 37, columns: 61, rank: 5, biases: true },
  { rows: 61, columns: 37, rank: 4, ridge: 0.3 },
  { rows: 200, columns: 150, rank: 13, density: 0.1, biases: true, ridge: 0.05 },
  { rows: 800, columns: 30, rank: 6, density: 0.4, biases: true, ridge: 0.1 },
  { rows: 40, columns: 3000, rank: 16, density: 0.02, longRow: true, ridge: 0.1 },
  { rows: 20, columns: 700, rank: 7, density: 0.05, longRow: true, biases: true },
  { rows: 90, columns: 70, rank: 31, ridge: 0.01 },
  { rows: 60, columns: 80, rank: 32 },
  { rows: 50, columns: 60, rank: 63, biases: true },
  { rows: 300, columns: 20, rank: 65, density: 0.8, ridge: 0.2 },
  { rows: 30, columns: 400, rank: 128, density: 0.4, longRow: true, biases: true, ridge: 0.1 },
];

/**
 * A random problem: every tenth known entry is held out, the last row and the last column of large tables are empty. The rate
 * is one at which no step makes errors larger. What is random is a float32 number, so that every engine starts alike.
 */
export function randomFactorization(
  { rows, columns, rank, density = 0.3, biases = false, ridge = 0, longRow = false }: Table,
  change: Partial<FactorizeTask> = {},
): FactorizeTask {
  const kept: [number, number][] = [];
  const held: [number, number][] = [];
  for (let row = 0; row < (rows > 9 ? rows - 1 : rows); row++) {
    for (let column = 0; column < (columns > 9 ? columns - 1 : columns); column++) {
      const [a, b] = threefry([rows, rank], [row, column]);
      if (unitInterval(a) < density || (longRow && row === 0))
        (unitInterval(b) < 0.1 && rows * columns > 9 ? held : kept).push([row, column]);
    }
  }
  const entries = (places: [number, number][]): Triplets => ({
    rowOf: Uint32Array.from(places, ([row]) => row),
    columnOf: Uint32Array.from(places, ([, column]) => column),
    values: Float64Array.from(places, ([row, column]) =>
      Math.fround(1 + Math.sin(row) * Math.cos(2 * column) + 0.3 * normalAt(7, row * columns + column)),
    ),
  });
  const ratings = sparseTable(rows, columns, entries(kept));
  const scale = 0.5 / Math.sqrt(rank);
  const factors = (seed: number, count: number) =>
    Float64Array.from({ length: count * rank }, (_, i) => Math.fround(scale * (1 + normalAt(seed, i))));
  const initial = { u: factors(1, rows), v: factors(2, columns) };
  // The squared norm of the predictions' derivatives, from above: what lists of squared lengths come to, at most.
  const most = (starts: Uint32Array) =>
    starts.reduce((longest, start, i) => Math.max(longest, start - (starts[i - 1] ?? 0)), 0);
  const curvature = (most(ratings.byRow.starts) + most(ratings.byColumn.starts)) * (biases ? 2 : 1) + ridge;
  return {
    ratings,
    ...(held.length > 0 && { validation: sparseTable(rows, columns, entries(held)).byRow }),
    rank,
    initial,
    mean: biases ? 0.75 : 0,
    biases,
    learningRates: [Math.fround(0.7 / curvature)],
    ridge,
    epochs: 20,
    every: 0,
    bound: 1e9,
    ...change,
  };
}

/** What `factorize` computes at one learning rate, entry by entry as it is written down. */
export function defined(
  { ratings, validation, rank, initial, mean, biases, ridge, epochs }: FactorizeTask,
  rate: number,
) {
  const { rows, columns } = ratings;
  const known = triplets(ratings.byRow);
  const held = validation && triplets(validation);
  let [u, v, b, c] = [
    Float64Array.from(initial.u),
    Float64Array.from(initial.v),
    new Float64Array(rows),
    new Float64Array(columns),
  ];
  const errorsOf = ({ rowOf, columnOf, values }: Triplets) =>
    Float64Array.from(values, (value, n) => {
      let product = 0;
      for (let f = 0; f < rank; f++) product += u[rowOf[n] * rank + f] * v[columnOf[n] * rank + f];
      return value - mean - b[rowOf[n]] - c[columnOf[n]] - product;
    });
  const squares = (...lists: Float64Array[]) =>
    lists.reduce((sum, list) => list.reduce((sum, value) => sum + value * value, sum), 0);
  const [losses, errors, validationErrors]: number[][] = [[], [], []];
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const e = errorsOf(known);
    losses.push(squares(e) / 2 + (ridge / 2) * squares(u, v, b, c));
    errors.push(Math.sqrt(squares(e) / e.length));
    if (held) validationErrors.push(Math.sqrt(squares(errorsOf(held)) / held.values.length));
    if (epoch === epochs) break;
    const next = [u, v, b, c].map((old) => old.map((value) => value - rate * ridge * value));
    e.forEach((error, n) => {
      const [row, column] = [known.rowOf[n], known.columnOf[n]];
      for (let f = 0; f < rank; f++) {
        next[0][row * rank + f] += rate * error * v[column * rank + f];
        next[1][column * rank + f] += rate * error * u[row * rank + f];
      }
      if (!biases) return;
      next[2][row] += rate * error;
      next[3][column] += rate * error;
    });
    [u, v, b, c] = next;
  }
  return { losses, errors, validationErrors, u, v, rowBiases: b, columnBiases: c };
}
