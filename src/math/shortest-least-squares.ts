/** A matrix by its columns, made triangular by reflections and by exchanging columns. */
interface Triangle {
  /** Above the diagonal stands R, from the diagonal down what each reflection goes along. */
  columns: Float64Array[];
  diagonal: number[];
  /** Of the reflections: x becomes x − factor (v · x) v. */
  factors: number[];
  /** Which column stands at each place. */
  order: number[];
}

/** Reflects x along what stands in v from `from` on. @returns the sum of the squares of x below there */
function reflect(v: Float64Array, from: number, factor: number, x: Float64Array): number {
  let along = 0;
  for (let i = from; i < x.length; i++) along += v[i] * x[i];
  along *= factor;
  let below = 0;
  for (let i = from; i < x.length; i++) {
    x[i] -= along * v[i];
    if (i > from) below += x[i] * x[i];
  }
  return below;
}

/** Householder’s reflections, the longest column first, until what is left is `negligible` beside the first. Changes the columns. */
function* triangle(columns: Float64Array[], negligible: number): Generator<void, Triangle> {
  const order = columns.map((_, j) => j);
  const squares = columns.map((column) => column.reduce((sum, value) => sum + value * value, 0));
  const [diagonal, factors]: number[][] = [[], []];
  const exchange = (list: unknown[], i: number, j: number) => ([list[i], list[j]] = [list[j], list[i]]);
  for (let k = 0; k < columns.length; k++) {
    const longest = Math.max(k, squares.indexOf(Math.max(...squares.slice(k))));
    for (const list of [columns, squares, order]) exchange(list, k, longest);
    const size = Math.sqrt(squares[k]);
    if (!(size > negligible * Math.abs(diagonal[0] ?? 0))) break;
    const v = columns[k];
    const end = v[k] < 0 ? size : -size;
    v[k] -= end;
    diagonal.push(end);
    factors.push(1 / (size * Math.abs(v[k])));
    for (let j = k + 1; j < columns.length; j++) {
      squares[j] = reflect(v, k, factors[k], columns[j]);
      yield;
    }
  }
  return { columns, diagonal, factors, order };
}

/**
 * The shortest w of those for which |A w − y| is least, in steps of one column. Changes what it is given.
 * @param columns those of A
 * @param negligible what is left of a column counts as rounding when it is this share of the longest
 */
export function* shortestLeastSquares(
  columns: Float64Array[],
  y: Float64Array,
  negligible: number,
): Generator<void, { w: Float64Array; isUnique: boolean }> {
  const count = columns.length;
  const { columns: r, diagonal, factors, order } = yield* triangle(columns, negligible);
  const rank = diagonal.length;
  factors.forEach((factor, k) => reflect(r[k], k, factor, y));
  const x = new Float64Array(count);
  if (rank === count) {
    for (let k = count - 1; k >= 0; k--) {
      x[k] = y[k];
      for (let j = k + 1; j < count; j++) x[k] -= r[j][k] * x[j];
      x[k] /= diagonal[k];
    }
  } else {
    // R has more columns than rows. The shortest x of R x = y is a combination of its rows, which are made triangular in turn.
    const rows = Array.from({ length: rank }, (_, i) =>
      Float64Array.from({ length: count }, (_, j) => (j < i ? 0 : j === i ? diagonal[i] : r[j][i])),
    );
    const turned = yield* triangle(rows, 0);
    for (let k = 0; k < rank; k++) {
      x[k] = y[turned.order[k]];
      for (let j = 0; j < k; j++) x[k] -= turned.columns[k][j] * x[j];
      x[k] /= turned.diagonal[k];
    }
    for (let k = rank - 1; k >= 0; k--) reflect(turned.columns[k], k, turned.factors[k], x);
  }
  const w = new Float64Array(count);
  order.forEach((column, place) => (w[column] = x[place]));
  return { w, isUnique: rank === count };
}
