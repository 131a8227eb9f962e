import { compileScalar, parseObjective } from '../formula';
import { experiment } from '../experiments/wide-minima/experiment';

/** What the page on numbers states, computed when the page is made. Nothing of it is typed in. */

/** The distance from a number to the next larger one in a format with this many bits after the first. */
export function spacing(value: number, bits: 23 | 52): number {
  return 2 ** (Math.floor(Math.log2(Math.abs(value))) - bits);
}

const sheet = experiment.parameters[0].default as string;
const { gradient, variable } = parseObjective(sheet);
const slopeOf = compileScalar(gradient, [variable]);

const f = Math.fround;

/** The sheet's f' by the rule for quotients from f as it is printed, every operation rounded by `round`. */
function printedSlope(theta: number, round: (value: number) => number): number {
  const e = round(Math.exp(round(3 * round(theta - 3))));
  const right = round(round(round(round(theta - 10) * round(theta - 10)) / 2) + 50);
  const numerator = round(round(10 * round(theta * theta)) + round(e * right));
  const numeratorSlope = round(round(20 * theta) + round(e * round(round(3 * right) + round(theta - 10))));
  const denominator = round(1 + e);
  const denominatorSlope = round(3 * e);
  const top = round(round(numeratorSlope * denominator) - round(numerator * denominatorSlope));
  return round(top / round(denominator * denominator));
}

/** The first theta, in steps, at which the printed form gives no finite slope. */
export function printedFormFailsFrom(
  round: (value: number) => number,
  low: number,
  high: number,
  step: number,
): number {
  for (let theta = low; theta <= high; theta += step) if (!Number.isFinite(printedSlope(theta, round))) return theta;
  throw new Error('it does not fail');
}

export const toFloat32 = f;
export const toFloat64 = (value: number) => value;

/** The slope from our form. */
export const stableSlope = slopeOf;

/**
 * Two descents from one start, one with iterates rounded to float32: the first iteration at which they are further apart
 * than `distance`, or null.
 */
export function partsAt(start: number, rate: number, iterations: number, distance: number): number | null {
  let exact = start;
  let rounded = f(start);
  for (let k = 1; k <= iterations; k++) {
    exact -= rate * slopeOf(exact);
    rounded = f(rounded - f(f(rate) * f(slopeOf(rounded))));
    if (Math.abs(exact - rounded) > distance) return k;
  }
  return null;
}

/** The largest distance of those two descents at any iteration. */
export function largestDistance(start: number, rate: number, iterations: number): number {
  let exact = start;
  let rounded = f(start);
  let largest = 0;
  for (let k = 1; k <= iterations; k++) {
    exact -= rate * slopeOf(exact);
    rounded = f(rounded - f(f(rate) * f(slopeOf(rounded))));
    largest = Math.max(largest, Math.abs(exact - rounded));
  }
  return largest;
}
