/** A matrix with every entry written down, zeros included; row after row. */
export class DenseMatrix {
  /** A', columns x rows. */
  readonly transpose: { apply: (y: ArrayLike<number>) => Float64Array };

  /**
   * @param values rows x columns numbers, the row slowest
   * @throws {RangeError} for any other number of them
   */
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly values: Float64Array,
  ) {
    if (values.length !== rows * columns)
      throw new RangeError(
        `a matrix of ${rows} x ${columns} has ${rows * columns} entries; these are ${values.length}`,
      );
    this.transpose = { apply: (y) => this.#applyTransposed(y) };
  }

  /**
   * A x: `columns` numbers give `rows` numbers.
   * @throws {RangeError} for any other number of them
   */
  apply(x: ArrayLike<number>): Float64Array {
    const { rows, columns, values } = this;
    if (x.length !== columns) throw new RangeError(`x has ${x.length} numbers; it takes ${columns}`);
    const output = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += values[i * columns + j] * x[j];
      output[i] = sum;
    }
    return output;
  }

  #applyTransposed(y: ArrayLike<number>): Float64Array {
    const { rows, columns, values } = this;
    if (y.length !== rows) throw new RangeError(`y has ${y.length} numbers; it takes ${rows}`);
    const output = new Float64Array(columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) output[j] += values[i * columns + j] * y[i];
    }
    return output;
  }
}
