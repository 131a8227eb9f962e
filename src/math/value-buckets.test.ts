import { expect, test } from 'vitest';
import { INFINITE, quantileOfBuckets, VALUE_BUCKETS, valueBucket, valueOfBucket } from './value-buckets';

test('buckets are in the order of the numbers, and no wider than 1 part in 128', () => {
  const numbers = [-1e30, -3, -2.9, -1e-20, 0, 1e-20, 0.5, 1, 1.01, 13.5, 1e30];
  const buckets = numbers.map(valueBucket);
  expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
  for (const number of numbers) {
    const found = valueOfBucket(valueBucket(number));
    expect(Math.abs(found)).toBeLessThanOrEqual(Math.abs(Math.fround(number)));
    expect(Math.abs(found - Math.fround(number))).toBeLessThanOrEqual(Math.abs(number) / 128);
  }
  expect(valueOfBucket(valueBucket(13.5))).toBe(13.5);
});

test('what is no finite number comes last', () => {
  expect([Infinity, NaN, 1e39].map(valueBucket)).toEqual([INFINITE, INFINITE, INFINITE]);
  expect(valueOfBucket(INFINITE)).toBe(Infinity);
});

test('quantiles are read from the buckets', () => {
  const counts = new Uint32Array(VALUE_BUCKETS);
  for (const value of [-2, 1, 4, 8]) counts[valueBucket(value)]++;
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantileOfBuckets(counts, 4, share))).toEqual([-2, -2, 1, 4, 8]);
  expect(quantileOfBuckets(counts, 5, 1)).toBe(Infinity);
});
