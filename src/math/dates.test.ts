import { expect, test } from 'vitest';
import { bucketOf, firstOfBucket, medianOfBuckets } from './dates';

test('iterations below 2048 have a bucket of their own', () => {
  for (let i = 0; i < 2048; i++) {
    expect(bucketOf(i)).toBe(i);
    expect(firstOfBucket(i)).toBe(i);
  }
});

test('buckets are gapless, ascending and never wider than 1 part in 1024', () => {
  let wrong = 0;
  for (let i = 2048; i <= 1_000_000; i++) {
    const bucket = bucketOf(i);
    const step = bucket - bucketOf(i - 1);
    const first = firstOfBucket(bucket);
    if ((step !== 0 && step !== 1) || first > i || i - first > i / 1024 || bucketOf(first) !== bucket) wrong++;
  }
  expect(wrong).toBe(0);
});

test('the median of no runs is null, of an even number the lower one', () => {
  expect(medianOfBuckets([0, 0])).toBe(null);
  expect(medianOfBuckets([0, 1, 0, 1])).toBe(1);
  expect(medianOfBuckets([0, 1, 0, 2])).toBe(3);
});
