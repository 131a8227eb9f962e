import { MAXIMUM_TAPS } from '../../engine/conv1d';
import { boxFilter, differenceFilter, gaussianFilter } from '../../math/filters';
import { CodedError, defineMessages } from '../../messages';
import { numberIn } from '../parameters';

/** The largest radius: a filter of radius R has 2 R + 1 taps. */
const MAXIMUM_RADIUS = (MAXIMUM_TAPS - 2) / 2;
const LARGEST_TAP = 1e9;

const say = defineMessages('conv1d', {
  filterTakes:
    'gaussian R, box R (2R + 1 taps, R from 0 to {radius}), difference, or 1 to {taps} numbers separated by spaces, not all zero',
  needsRadius: '{filter} needs one whole number from 0 to {radius}',
  noTaps: 'it is empty',
  notANumber: '“{text}” is not a number',
  tapsAre: { one: 'it has {count} tap', other: 'it has {count} taps' },
  tapIs: 'tap {index} is {value}',
  allZero: 'all of its taps are 0',
});

export const FILTER_TAKES = say('filterTakes', { radius: MAXIMUM_RADIUS, taps: MAXIMUM_TAPS });

/**
 * The taps that a text stands for: `gaussian 15`, `box 4`, `difference`, or the numbers themselves.
 *
 * @throws {CodedError}
 */
export function parseFilter(text: string): Float64Array {
  const words = text.trim().split(/[\s,;]+/);
  const [name, radius] = words;
  if (name === 'difference' && words.length === 1) return differenceFilter();
  if (name === 'gaussian' || name === 'box') {
    if (words.length !== 2 || !/^\d+$/.test(radius) || Number(radius) > MAXIMUM_RADIUS)
      throw new CodedError(say('needsRadius', { filter: name, radius: MAXIMUM_RADIUS }));
    return name === 'gaussian' ? gaussianFilter(Number(radius)) : boxFilter(Number(radius));
  }
  const taps = words.map((word) => {
    const tap = numberIn(word);
    if (tap === undefined)
      throw new CodedError(word === '' ? say('noTaps') : say('notANumber', { text: word.slice(0, 40) }));
    return tap;
  });
  checkTaps(taps);
  return Float64Array.from(taps);
}

/** @throws {CodedError} for numbers that are no filter */
export function checkTaps(taps: ArrayLike<number>): void {
  if (taps.length === 0 || taps.length > MAXIMUM_TAPS) throw new CodedError(say('tapsAre', { count: taps.length }));
  let isZero = true;
  for (let j = 0; j < taps.length; j++) {
    // Written so that NaN is refused as well.
    if (!(Math.abs(taps[j]) <= LARGEST_TAP)) throw new CodedError(say('tapIs', { index: j, value: String(taps[j]) }));
    isZero &&= taps[j] === 0;
  }
  if (isZero) throw new CodedError(say('allZero'));
}
