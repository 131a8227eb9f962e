/** A small matrix by rows. */
export type Rows = readonly (readonly number[])[];

export const columnOf = (a: Rows, j: number): number[] => a.map((row) => row[j]);

export const transposed = (a: Rows): number[][] => a[0].map((_, j) => columnOf(a, j));

export const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * y[i], 0);

/** x y': every entry of x times every entry of y. */
export const outer = (x: readonly number[], y: readonly number[]): number[][] =>
  x.map((value) => y.map((other) => value * other));

export const added = (x: readonly number[], y: readonly number[]): number[] => x.map((value, i) => value + y[i]);

/**
 * A x.
 * @throws {RangeError} where A has not as many columns as x has entries
 */
export function times(a: Rows, x: readonly number[]): number[] {
  if (a[0].length !== x.length) throw new RangeError(`A is ${shapeOf(a)}, x has ${x.length} entries`);
  return a.map((row) => dot(row, x));
}

/**
 * A B.
 * @throws {RangeError} where A has not as many columns as B has rows
 */
export function product(a: Rows, b: Rows): number[][] {
  if (a[0].length !== b.length) throw new RangeError(`A is ${shapeOf(a)}, B is ${shapeOf(b)}`);
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

/** A + factor B, of matrices of one shape. */
export const plus = (a: Rows, b: Rows, factor = 1): number[][] =>
  a.map((row, i) => row.map((value, j) => value + factor * b[i][j]));

/** Every entry times a number. */
export const scaled = (a: Rows, factor: number): number[][] => a.map((row) => row.map((value) => factor * value));

/** The greatest size of an entry. */
export const largestOf = (a: Rows): number => Math.max(...a.flat().map(Math.abs));

/** `2 × 3`. */
export const shapeOf = (a: Rows): string => `${a.length} × ${a[0].length}`;

/** Sweeps of Jacobi's method: a handful is enough for small matrices. */
const SWEEPS = 60;

/**
 * The singular values from the greatest down, as many as the matrix has columns: columns are turned in pairs until all
 * are at right angles (one-sided Jacobi), and then they are as long as the singular values.
 */
export function singularValues(a: Rows): number[] {
  const columns = transposed(a);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let isDone = true;
    for (let p = 0; p < columns.length; p++)
      for (let q = p + 1; q < columns.length; q++) {
        const [u, v] = [columns[p], columns[q]];
        const [alpha, beta, gamma] = [dot(u, u), dot(v, v), dot(u, v)];
        if (Math.abs(gamma) <= 1e-15 * Math.sqrt(alpha * beta)) continue;
        isDone = false;
        const zeta = (beta - alpha) / (2 * gamma);
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
        const cosine = 1 / Math.hypot(1, tangent);
        const sine = cosine * tangent;
        columns[p] = u.map((value, i) => cosine * value - sine * v[i]);
        columns[q] = v.map((value, i) => sine * u[i] + cosine * value);
      }
    if (isDone) break;
  }
  return columns.map((column) => Math.hypot(...column)).sort((first, second) => second - first);
}

/** Singular values below this share of the greatest are rounding errors. */
const NOTHING = 1e-12;

/** How many dimensions the images of all x have. */
export function rankOf(a: Rows): number {
  const [most, ...rest] = singularValues(a);
  return most > 0 ? 1 + rest.filter((value) => value > NOTHING * most).length : 0;
}
