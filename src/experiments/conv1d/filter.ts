import { MAXIMUM_TAPS } from '../../engine/conv1d';
import { boxFilter, differenceFilter, gaussianFilter } from '../../math/filters';
import { conv1dWords as say } from '../../words/conv1d';
import { CodedError } from '../../messages';

/** The largest radius: a filter of radius R has 2 R + 1 taps. */
const MAXIMUM_RADIUS = (MAXIMUM_TAPS - 2) / 2;

export const FILTER_TAKES = say.later('filter.takes', { radius: MAXIMUM_RADIUS, taps: MAXIMUM_TAPS });

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
    if (words.length !== 2 || !/^\d+$/.test(radius) || Number(radius) > MAXIMUM_RADIUS)
      throw new CodedError(say.later('needsRadius', { filter: name, radius: MAXIMUM_RADIUS }));
    return name === 'gaussian' ? gaussianFilter(Number(radius)) : boxFilter(Number(radius));
  }
  const taps = words.map((word) => {
    const plain = word.replace(/^\u2212/, '-');
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain))
      throw new CodedError(
        word === '' ? say.later('nothingThere') : say.later('noNumber', { text: word.slice(0, 40) }),
      );
    return Number(plain);
  });
  checkTaps(taps);
  return Float64Array.from(taps);
}

/** @throws {Error} for numbers that are no filter */
export function checkTaps(taps: ArrayLike<number>): void {
  if (taps.length === 0 || taps.length > MAXIMUM_TAPS)
    throw new CodedError(say.later('tapsAre', { count: taps.length }));
  let isZero = true;
  for (let j = 0; j < taps.length; j++) {
    if (!(Math.abs(taps[j]) <= LARGEST_TAP))
      throw new CodedError(say.later('tapIs', { place: j, value: String(taps[j]) }));
    isZero &&= taps[j] === 0;
  }
  if (isZero) throw new CodedError(say.later('zeroFilter'));
}

const LARGEST_TAP = 1e9;
