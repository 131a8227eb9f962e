import { threefry, unitInterval } from './random';

/** The start vector's stream of random numbers. */
const STREAM_POWER = 4;
/** Steps after which the result is looked at; then after half as many again. */
const FIRST_LOOK = 12;
const LOOKS_GROW = 1.5;

/**
 * The largest eigenvalue of a symmetric matrix without negative eigenvalues; a step at a time, as each may take a while.
 *
 * Power iteration keeps only the last of v, M v, M^2 v, ...; the largest Rayleigh quotient over all that they span is
 * as easy to have (Lanczos), and takes the square root of the steps. Rounding brings copies of eigenvalues into it,
 * which do no harm to the largest. What is missing falls off exponentially, so once half as many steps again no longer
 * change the result by the tolerance, far less than that is missing.
 *
 * Source: G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th edition, chapter 10.
 *
 * @param apply M v, for v of `size` numbers
 * @param tolerance relative to the result
 * @throws {RangeError} if that cannot be reached in `maximumSteps`
 */
export function* largestEigenvalue(
  apply: (v: Float64Array) => Float64Array,
  size: number,
  tolerance: number,
  maximumSteps: number,
): Generator<undefined, number> {
  const steps = eigenvalueSteps(size, tolerance, maximumSteps);
  let next = steps.next();
  for (; !next.done; yield) next = steps.next(apply(next.value));
  return next.value;
}

/** The same for a caller who multiplies in his own time: it hands out v, and goes on once it is given M v, which it keeps. */
export function* eigenvalueSteps(
  size: number,
  tolerance: number,
  maximumSteps: number,
): Generator<Float64Array, number, Float64Array> {
  const diagonal: number[] = [];
  const beside: number[] = [];
  let before: Float64Array = new Float64Array(size);
  let v: Float64Array = Float64Array.from(
    { length: size },
    (_, i) => unitInterval(threefry([0, STREAM_POWER], [i, 0])[0]) - 0.5,
  );
  scale(v, 1 / length(v));
  let look = FIRST_LOOK;
  let last = -Infinity;
  for (let step = 1; step <= maximumSteps; step++) {
    const next: Float64Array = yield v;
    const alpha = dot(v, next);
    const beta0 = beside.at(-1) ?? 0;
    for (let i = 0; i < size; i++) next[i] -= alpha * v[i] + beta0 * before[i];
    const beta = length(next);
    diagonal.push(alpha);
    // Nothing new came: what was spanned so far holds the answer.
    const exhausted = step === size || !(beta > 1e-15 * Math.max(...diagonal));
    if (exhausted || step >= look) {
      const theta = topOf(diagonal, beside);
      if (exhausted || theta - last <= tolerance * theta) return Math.max(0, theta);
      look = Math.ceil(step * LOOKS_GROW);
      last = theta;
    }
    beside.push(beta);
    scale(next, 1 / beta);
    before = v;
    v = next;
  }
  throw new RangeError(
    `the largest eigenvalue of a matrix of size ${size} is not known to a relative ${tolerance} after ${maximumSteps} steps`,
  );
}

/** The largest eigenvalue of a symmetric tridiagonal matrix, by bisection: how many are above a number is seen from signs. */
function topOf(diagonal: readonly number[], beside: readonly number[]): number {
  let low = Math.max(...diagonal);
  let high = Math.max(
    ...diagonal.map((d, i) => d + Math.abs(beside[i - 1] ?? 0) + Math.abs(i < diagonal.length - 1 ? beside[i] : 0)),
  );
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (isAboveAll(middle, diagonal, beside)) high = middle;
    else low = middle;
  }
}

function isAboveAll(value: number, diagonal: readonly number[], beside: readonly number[]): boolean {
  let pivot = value - diagonal[0];
  for (let i = 1; pivot > 0 && i < diagonal.length; i++)
    pivot = value - diagonal[i] - (beside[i - 1] * beside[i - 1]) / pivot;
  return pivot > 0;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function length(v: Float64Array): number {
  return Math.sqrt(dot(v, v));
}

function scale(v: Float64Array, factor: number): void {
  for (let i = 0; i < v.length; i++) v[i] *= factor;
}
