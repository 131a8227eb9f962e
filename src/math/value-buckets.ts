/**
 * Numbers grouped for quantiles: every number of float32 has a bucket, in their order, so that a bucket spans at most 1 part in
 * 128. `shaders/population-losses.wgsl` has the same grouping.
 */
export const VALUE_BUCKETS = 2 ** 16;
/** The bucket of what is infinite or not a number, behind all others. */
export const INFINITE = VALUE_BUCKETS - 1;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The bucket of a number. */
export function valueBucket(value: number): number {
  float[0] = value;
  if ((bits[0] & 0x7f800000) === 0x7f800000) return value === -Infinity ? 0 : INFINITE;
  return (bits[0] >>> 31 ? ~bits[0] >>> 0 : (bits[0] | 0x80000000) >>> 0) >>> 16;
}

/** The number of a bucket that is nearest to 0. */
export function valueOfBucket(bucket: number): number {
  if (bucket >= INFINITE) return Infinity;
  bits[0] = bucket >= VALUE_BUCKETS / 2 ? (bucket << 16) & 0x7fffffff : ~((bucket << 16) | 0xffff) >>> 0;
  return float[0] + 0;
}

/** The least value that is no smaller than those of a share of the numbers counted in buckets, from 0 to 1. */
export function quantileOfBuckets(counts: ArrayLike<number>, total: number, share: number): number {
  const wanted = Math.max(1, Math.ceil(share * total));
  let below = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    below += counts[bucket];
    if (below >= wanted) return valueOfBucket(bucket);
  }
  return Infinity;
}
