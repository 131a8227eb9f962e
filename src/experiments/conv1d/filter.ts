import { MAXIMUM_TAPS } from '../../engine/contract';
import { boxFilter, differenceFilter, gaussianFilter } from '../../math/filters';

/** The largest radius: a filter of radius R has 2 R + 1 taps. */
const MAXIMUM_RADIUS = (MAXIMUM_TAPS - 2) / 2;

export const FILTER_TAKES = `gaussian R, box R (2R + 1 taps, R from 0 to ${MAXIMUM_RADIUS}), difference, or 1 to ${MAXIMUM_TAPS} numbers separated by spaces, not all zero`;

/**
 * The taps that a text stands for: `gaussian 15`, `box 4`, `difference`, or the numbers themselves.
 *
 * @throws {Error} saying what is wrong with it
 */
export function parseFilter(text: string): Float64Array {
  const words = text.trim().split(/[\s,;]+/);
  const [name, radius] = words;
  if (name === 'difference' && words.length === 1) return differenceFilter();
  if (name === 'gaussian' || name === 'box') {
    if (words.length !== 2 || !/^\d+$/.test(radius) || Number(radius) > MAXIMUM_RADIUS) throw new Error(`${name} needs one whole number from 0 to ${MAXIMUM_RADIUS}`);
    return name === 'gaussian' ? gaussianFilter(Number(radius)) : boxFilter(Number(radius));
  }
  const taps = words.map((word) => {
    const plain = word.replace(/^\u2212/, '-');
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) throw new Error(word === '' ? 'nothing stands there' : `"${word.slice(0, 40)}" is no number`);
    return Number(plain);
  });
  checkTaps(taps);
  return Float64Array.from(taps);
}

/** @throws {Error} for numbers that are no filter */
export function checkTaps(taps: ArrayLike<number>): void {
  if (taps.length === 0 || taps.length > MAXIMUM_TAPS) throw new Error(`these are ${taps.length} taps`);
  let isZero = true;
  for (let j = 0; j < taps.length; j++) {
    if (!(Math.abs(taps[j]) <= LARGEST_TAP)) throw new Error(`tap number ${j} is ${taps[j]}`);
    isZero &&= taps[j] === 0;
  }
  if (isZero) throw new Error('it lets nothing through');
}

const LARGEST_TAP = 1e9;
