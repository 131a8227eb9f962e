/** A symmetric matrix, row by row. */
type Square = Float64Array;

/** How the rows of V lie, seen by what they predict. */
export interface Principal {
  /** k numbers each: row v of V, taken from the mean, is placed at its product with them. */
  directions: [Float64Array, Float64Array];
  /** The share of the whole variance that each direction has. */
  explained: [number, number];
}

const STEPS = 300;

/**
 * The first two principal directions of the rows of V U', that is, of the columns of the table UV' from their mean: unlike
 * V alone, the table does not change when U and V are multiplied by a matrix and its inverse.
 *
 * These rows have as many numbers as U has rows, but lie in k dimensions. With C = V'V of the centred rows and G = U'U,
 * both k x k, x = V q is an eigenvector of V G V' wherever q is one of G C with the same eigenvalue; so power iteration
 * on two vectors q, kept apart by the inner product of C, finds them.
 *
 * @param C k x k, the sum over the rows of V, from their mean, of v v'
 * @param G k x k, the sum over the rows of U of u u'
 */
export function principalDirections(C: Square, G: Square, k: number): Principal {
  const rank = Array.from({ length: k }, (_, i) => i);
  // Begin with what varies most as it stands; any start that is not orthogonal to the answer would do.
  const spread = (i: number) => C[i * k + i] * G[i * k + i];
  const [first, second] = [...rank].sort((a, b) => spread(b) - spread(a) || a - b);
  const unit = (i: number) => Float64Array.from({ length: k }, (_, f) => (f === i ? 1 : 0.01 / (1 + f)));
  const q: [Float64Array, Float64Array] = [unit(first), unit(second)];
  const values: [number, number] = [0, 0];
  for (let step = 0; step < STEPS; step++) {
    for (const i of [0, 1] as const) {
      const next = multiply(G, multiply(C, q[i], k), k);
      const image = (vector: Float64Array) => multiply(C, vector, k);
      if (i === 1) subtract(next, q[0], dot(next, image(q[0])));
      const length = Math.sqrt(Math.max(0, dot(next, image(next))));
      values[i] = length;
      q[i] = next.map((value) => (length > 0 ? value / length : 0));
    }
  }
  let whole = 0;
  for (const i of rank) for (const j of rank) whole += G[i * k + j] * C[j * k + i];
  const share = (value: number) => (whole > 0 ? Math.min(1, value / whole) : 0);
  // x = V q has length 1; seen by what they predict, the rows are spread by the root of the eigenvalue.
  const directions = q.map((vector, i) => scaled(vector, Math.sqrt(values[i]))) as [Float64Array, Float64Array];
  return { directions, explained: [share(values[0]), share(values[1])] };
}

/** Turned so that the largest number is positive: a direction and its opposite are the same one. */
function scaled(vector: Float64Array, factor: number): Float64Array {
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return vector.map((value) => value * factor * (largest < 0 ? -1 : 1));
}

function multiply(matrix: Square, vector: Float64Array, k: number): Float64Array {
  return vector.map((_, i) => dot(matrix.subarray(i * k, (i + 1) * k), vector));
}

function subtract(from: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < from.length; i++) from[i] -= factor * vector[i];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
