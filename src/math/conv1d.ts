import { correlate } from './correlate';
import { DenseMatrix } from './dense-matrix';
import { peakOfResponse } from './frequency-response';
import { largestEigenvalue } from './largest-eigenvalue';

/** A dense matrix of more entries than this is not formed: it would fill 128 MiB. */
export const MAXIMUM_ENTRIES = 2 ** 24;

/**
 * The matrix of a one-dimensional convolution, without the matrix: an object that can be applied and transposed.
 *
 * A is (n - r + 1) x n, and its rows are the filter k, each shifted by one against the row above. With n = 5, r = 3:
 *
 *     | k0 k1 k2  0  0 |
 *     |  0 k0 k1 k2  0 |
 *     |  0  0 k0 k1 k2 |
 *
 * So (A x)_i = sum_j k_j x_{i+j}. What learning calls a convolution is a cross-correlation: the filter is not flipped.
 * Applying A takes (n - r + 1) r multiply-adds, where the dense matrix takes (n - r + 1) n.
 *
 * @example
 * const A = new Conv1d([0.5, -1, 0.25], 8);
 * const x = new Float64Array(8).fill(1);
 * A.apply(x); // 6 numbers, each -0.25
 * A.transpose.apply(A.apply(x)); // 8 numbers
 */
export class Conv1d {
  /** The filter k, r numbers. */
  readonly taps: Float64Array;
  /** n - r + 1 */
  readonly rows: number;
  /** n */
  readonly columns: number;
  /** A', n x (n - r + 1): `transpose.apply(y)` gives (A' y)_i = sum_j k_j y_{i-j}, where y counts as zero outside its range. */
  readonly transpose: { apply: (y: ArrayLike<number>) => Float64Array };

  readonly #reversed: Float64Array;

  /**
   * @param taps the filter, r finite numbers
   * @param length n, at least r
   * @throws {RangeError} for an empty filter, one that is longer than the signal, or numbers that are not finite
   */
  constructor(taps: ArrayLike<number>, length: number) {
    if (taps.length === 0) throw new RangeError('the filter is empty; it takes at least one number');
    if (!(Number.isInteger(length) && length >= taps.length))
      throw new RangeError(
        `the length is ${length}; it takes a whole number from ${taps.length} on, as the filter has that many taps`,
      );
    this.taps = Float64Array.from(taps);
    const bad = this.taps.findIndex((tap) => !Number.isFinite(tap));
    if (bad >= 0) throw new RangeError(`taps[${bad}] is ${taps[bad]}; it takes a finite number`);
    this.columns = length;
    this.rows = length - taps.length + 1;
    this.#reversed = this.taps.slice().reverse();
    this.transpose = { apply: (y) => this.#applyTransposed(y) };
  }

  /**
   * A x.
   *
   * @param x n numbers
   * @returns n - r + 1 numbers
   * @throws {RangeError} for any other number of them
   */
  apply(x: ArrayLike<number>): Float64Array {
    const input = vector('x', x, this.columns);
    const output = new Float64Array(this.rows);
    correlate(this.taps, input, 0, output, 0, this.rows);
    return output;
  }

  #applyTransposed(y: ArrayLike<number>): Float64Array {
    // With zeros on both sides, the transpose is a correlation with the flipped filter.
    const margin = this.taps.length - 1;
    const padded = new Float64Array(this.rows + 2 * margin);
    padded.set(vector('y', y, this.rows), margin);
    const output = new Float64Array(this.columns);
    correlate(this.#reversed, padded, 0, output, 0, this.columns);
    return output;
  }

  /**
   * The spectral norm |A|, the largest singular value: what A at most multiplies a length by.
   *
   * By power iteration on A A', all powers taken together; its cost grows with n^2 r where the filter is smooth, so for
   * a long signal take `normBound`, which is then as good.
   *
   * @param tolerance how far off the result may be, relative to itself
   * @param maximumSteps applications of A A', at most
   * @throws {RangeError} if they do not suffice
   */
  norm(tolerance = 1e-10, maximumSteps = 20_000): number {
    const steps = this.normSteps(tolerance, maximumSteps);
    let next = steps.next();
    while (!next.done) next = steps.next();
    return next.value;
  }

  /** As `norm`, a step at a time, for those who have other things to do in between. */
  *normSteps(tolerance = 1e-10, maximumSteps = 20_000): Generator<undefined, number> {
    return Math.sqrt(
      yield* largestEigenvalue((y) => this.apply(this.transpose.apply(y)), this.rows, tolerance, maximumSteps),
    );
  }

  /**
   * The most that |A| can be at any length: the peak of the filter's frequency response, max over omega of
   * |sum_j k_j e^(-i omega j)|, to a relative 1e-9. |A| comes up to it as n grows, and lies below it by no more than
   * a relative 3.1 ((r - 1) / (n - r + 1))^2.
   */
  normBound(): number {
    return peakOfResponse(this.taps);
  }

  /**
   * The matrix itself.
   *
   * @throws {RangeError} if it has more than `MAXIMUM_ENTRIES` entries
   */
  toDense(): DenseMatrix {
    const { rows, columns, taps } = this;
    if (rows * columns > MAXIMUM_ENTRIES)
      throw new RangeError(
        `a dense matrix of ${rows} x ${columns} is not formed; it may have ${MAXIMUM_ENTRIES} entries at most`,
      );
    const values = new Float64Array(rows * columns);
    for (let i = 0; i < rows; i++) values.set(taps, i * columns + i);
    return new DenseMatrix(rows, columns, values);
  }
}

function vector(name: string, given: ArrayLike<number>, length: number): Float64Array | Float32Array {
  if (given.length !== length) throw new RangeError(`${name} has ${given.length} numbers; it takes ${length}`);
  return given instanceof Float64Array || given instanceof Float32Array ? given : Float64Array.from(given);
}
