import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { Conv1d, MAXIMUM_ENTRIES } from './conv1d';
import { SHEET_ADJOINT, SHEET_CONV1D, SHEET_COST } from './conv1d-sheet-values';
import { boxFilter, gaussianFilter } from './filters';
import { squaredGain } from './frequency-response';
import { normalAt } from './noise';

const normals = (seed: number, count: number) => Float64Array.from({ length: count }, (_, i) => normalAt(seed, i));
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);
const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(0, ...Array.from(a, (value, i) => Math.abs(value - b[i])));

/** Lengths and filters of every kind: one tap, as many taps as samples, neither a multiple of anything. */
const SIZES: [n: number, r: number][] = [
  [1, 1],
  [2, 1],
  [7, 1],
  [8, 3],
  [9, 9],
  [10, 9],
  [31, 30],
  [64, 16],
  [67, 13],
  [101, 4],
  [250, 250],
  [257, 6],
  [509, 127],
];

describe("the sheet's operator", () => {
  const A = new Conv1d(SHEET_CONV1D.taps, SHEET_CONV1D.length);

  test('gives the numbers that are known, exactly', () => {
    expect(Array.from(A.apply(SHEET_ADJOINT.x))).toEqual(SHEET_ADJOINT.Ax);
    expect(Array.from(A.transpose.apply(SHEET_ADJOINT.y))).toEqual(SHEET_ADJOINT.transposedY);
    expect(dot(A.apply(SHEET_ADJOINT.x), SHEET_ADJOINT.y)).toBe(SHEET_ADJOINT.inner);
    expect(dot(SHEET_ADJOINT.x, A.transpose.apply(SHEET_ADJOINT.y))).toBe(SHEET_ADJOINT.inner);
  });

  test('is a cross-correlation: a flipped filter gives something else', () => {
    const flipped = new Conv1d(SHEET_CONV1D.taps.toReversed(), SHEET_CONV1D.length);
    expect(Array.from(flipped.apply(SHEET_ADJOINT.x))).toEqual(SHEET_ADJOINT.flipped);
    expect(SHEET_ADJOINT.flipped).not.toEqual(SHEET_ADJOINT.Ax);
  });

  test('has the norm that is known, below its bound', () => {
    // To 1e-9, as the value is checked everywhere; the iteration goes to 1e-10.
    expect(Math.abs(A.norm() - SHEET_CONV1D.norm)).toBeLessThan(1e-9);
    // 0.5 + 1 + 0.25: taps of alternating signs pass the fastest wave best.
    expect(A.normBound()).toBeCloseTo(1.75, 12);
  });

  test('is far cheaper than its matrix', () => {
    for (const { length, dense, free } of SHEET_COST) {
      const { rows, columns, taps } = new Conv1d(SHEET_CONV1D.taps, length);
      expect([rows * columns, rows * taps.length]).toEqual([dense, free]);
    }
  });
});

test.each(SIZES)('with %i samples and %i taps the operator is its dense matrix', (n, r) => {
  const A = new Conv1d(normals(1, r), n);
  const dense = A.toDense();
  const x = normals(2, n);
  const y = normals(3, n - r + 1);
  // Both add the same products from the first tap to the last, the matrix a few zeros besides.
  expect(A.apply(x)).toEqual(dense.apply(x));
  expect(A.transpose.apply(y)).toEqual(dense.transpose.apply(y));
});

test.each(SIZES)('with %i samples and %i taps the transpose is the adjoint', (n, r) => {
  const A = new Conv1d(normals(4, r), n);
  const x = normals(5, n);
  const y = normals(6, n - r + 1);
  const Ax = A.apply(x);
  // Each sum has at most n r terms of at most |k| |x| |y|; their roundings partly cancel.
  const scale = Math.sqrt(dot(Ax, Ax) * dot(y, y)) + 1;
  expect(Math.abs(dot(Ax, y) - dot(x, A.transpose.apply(y)))).toBeLessThan(1e-13 * scale);
});

test('a transpose that is wrong by one place is no adjoint', () => {
  const A = new Conv1d(normals(4, 5), 40);
  const x = normals(5, 40);
  const y = normals(6, 36);
  const moved = A.transpose.apply(y).map((_, i, all) => all[(i + 1) % 40]);
  expect(Math.abs(dot(A.apply(x), y) - dot(x, moved))).toBeGreaterThan(0.1);
});

test.each(SIZES)('with %i samples and %i taps the norm is that of the dense matrix', (n, r) => {
  const A = new Conv1d(normals(7, r), n);
  const { rows, columns, values } = A.toDense();
  const dense = new Matrix(Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns)));
  const gram = dense.mmul(dense.transpose());
  const { realEigenvalues } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  // The operator's own iteration goes to 1e-10.
  expect(Math.abs(A.norm() / Math.sqrt(Math.max(...realEigenvalues)) - 1)).toBeLessThan(1e-9);
  expect(A.norm()).toBeLessThan(A.normBound() * (1 + 1e-12));
});

test('the norm of one tap is its size, and that of one row its length', () => {
  expect(new Conv1d([-3], 1000).norm()).toBeCloseTo(3, 9);
  expect(new Conv1d([-3], 1000).normBound()).toBe(3);
  const taps = normals(9, 50);
  expect(new Conv1d(taps, 50).norm()).toBeCloseTo(Math.sqrt(dot(taps, taps)), 9);
  expect(new Conv1d([0, 0], 9).norm()).toBe(0);
  expect(new Conv1d([0, 0], 9).normBound()).toBe(0);
});

test('two taps have the norm that is known in closed form', () => {
  // A A' is tridiagonal with 2 on and -1 beside the diagonal: its largest eigenvalue is 2 + 2 cos(pi / (rows + 1)).
  // At n = 5000 it has neighbours within a millionth, and a search that stops too soon ends among them.
  for (const n of [2, 3, 10, 1000, 5000])
    expect(new Conv1d([-1, 1], n).norm()).toBeCloseTo(Math.sqrt(2 + 2 * Math.cos(Math.PI / n)), 10);
  expect(new Conv1d([-1, 1], 10).normBound()).toBeCloseTo(2, 12);
});

test('the bound is the highest gain at any frequency, to 1e-9', () => {
  for (const r of [2, 3, 5, 17, 100]) {
    const taps = normals(r, r);
    const bound = new Conv1d(taps, r).normBound();
    const cells = 400_000 / r;
    let highest = 0;
    for (let i = 0; i <= cells; i++) highest = Math.max(highest, Math.sqrt(squaredGain(taps, (Math.PI * i) / cells)));
    // A grid of step h misses a peak by at most a relative ((r - 1) h)^2 / 8, by Bernstein's inequality.
    expect(bound).toBeGreaterThanOrEqual(highest * (1 - 1e-12));
    expect(bound).toBeLessThan(highest * (1 + (r * r * (Math.PI / cells) ** 2) / 8 + 1e-12));
  }
  // |K(w)|^2 = (2 cos w - 0.3)^2, highest at pi.
  expect(new Conv1d([1, -0.3, 1], 3).normBound()).toBeCloseTo(2.3, 12);
  // |K(w)|^2 = 2.25 + cos w - cos 2w, highest at cos w = 1/4, where it is 3.375.
  expect(Math.abs(new Conv1d([1, 1, -0.5], 3).normBound() - Math.sqrt(3.375))).toBeLessThan(1e-9);
});

test('the norm lies below its bound by no more than is said', () => {
  for (const [taps, n] of [
    [gaussianFilter(15), 400],
    [boxFilter(3), 100],
    [normals(1, 9), 300],
    [Float64Array.of(-1, 1), 50],
  ] as const) {
    const A = new Conv1d(taps, n);
    const missing = 1 - A.norm() / A.normBound();
    expect(missing).toBeGreaterThan(0);
    expect(missing).toBeLessThan(3.1 * ((taps.length - 1) / A.rows) ** 2);
  }
});

test('float32 samples are taken, too, and nothing that is handed in is changed', () => {
  const A = new Conv1d([0.5, -1, 0.25], 8);
  const x = Float32Array.from(SHEET_ADJOINT.x);
  expect(farthest(A.apply(x), SHEET_ADJOINT.Ax)).toBe(0);
  expect(Array.from(x)).toEqual(SHEET_ADJOINT.x);
});

test.each<[string, () => unknown]>([
  ['the filter is empty', () => new Conv1d([], 8)],
  ['the length is 2; it takes a whole number from 3 on', () => new Conv1d([1, 2, 3], 2)],
  ['the length is 3.5', () => new Conv1d([1, 2, 3], 3.5)],
  ['taps[1] is NaN; it takes a finite number', () => new Conv1d([1, NaN], 8)],
  ['x has 7 numbers; it takes 8', () => new Conv1d([1, 2, 3], 8).apply(new Float64Array(7))],
  ['y has 8 numbers; it takes 6', () => new Conv1d([1, 2, 3], 8).transpose.apply(new Float64Array(8))],
  [
    `a dense matrix of 1000000 x 1000002 is not formed; it may have ${MAXIMUM_ENTRIES} entries at most`,
    () => new Conv1d([1, 2, 3], 1_000_002).toDense(),
  ],
])('%s', (message, work) => {
  expect(work).toThrow(RangeError);
  expect(work).toThrow(message);
});
