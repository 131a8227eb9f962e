import { expect, test } from 'vitest';
import { boxFilter, differenceFilter, gaussianFilter } from '../../math/filters';
import { parseFilter } from './filter';

test('filters are named, or written out', () => {
  expect(parseFilter('gaussian 15')).toEqual(gaussianFilter(15));
  expect(parseFilter(' box  4 ')).toEqual(boxFilter(4));
  expect(parseFilter('box 0')).toEqual(Float64Array.of(1));
  expect(parseFilter('difference')).toEqual(differenceFilter());
  expect(parseFilter('0.5 -1 0.25')).toEqual(Float64Array.of(0.5, -1, 0.25));
  expect(parseFilter('.5, \u22121; 25e-2')).toEqual(Float64Array.of(0.5, -1, 0.25));
  expect(parseFilter('gaussian 2047').length).toBe(4095);
});

test.each([
  ['', 'it is empty'],
  ['gaussian', 'gaussian needs one whole number from 0 to 2047'],
  ['gaussian 1.5', 'gaussian needs one whole number'],
  ['gaussian -1', 'gaussian needs one whole number'],
  ['box 2048', 'box needs one whole number'],
  ['box 1 2', 'box needs one whole number'],
  ['difference 2', '“difference” is not a number'],
  ['median 3', '“median” is not a number'],
  ['1 2 0x3', '“0x3” is not a number'],
  ['NaN', '“NaN” is not a number'],
  ['0 0 0', 'all of its taps are 0'],
  ['1e12', 'tap 0 is 1000000000000'],
  [Array(4097).fill('1').join(' '), 'it has 4097 taps'],
])('"%s" is refused: %s', (text, message) => {
  expect(() => parseFilter(text)).toThrow(message);
});
