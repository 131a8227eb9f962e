/**
 * Iteration numbers grouped for a histogram: every number below 2048 has a bucket of its own, above that a bucket
 * spans at most 1 part in 1024. A median read from the buckets is exact, or good to that part.
 * `shaders/classify.wgsl` has the same grouping.
 */

/** The bucket of an iteration from 0 to 2^31 - 1. */
export function bucketOf(iteration: number): number {
  const shift = Math.max(0, 21 - Math.clz32(iteration));
  return shift * 1024 + (iteration >>> shift);
}

/** The smallest iteration of a bucket. */
export function firstOfBucket(bucket: number): number {
  const shift = Math.max(0, Math.floor(bucket / 1024) - 1);
  return (bucket - shift * 1024) * 2 ** shift;
}

/** The lower median of the iterations counted in buckets, or null if there are none. */
export function medianOfBuckets(counts: ArrayLike<number>): number | null {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i];
  if (total === 0) return null;
  const half = Math.ceil(total / 2);
  let below = 0;
  for (let i = 0; i < counts.length; i++) {
    below += counts[i];
    if (below >= half) return firstOfBucket(i);
  }
  return null;
}
