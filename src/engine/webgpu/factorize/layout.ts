import type { Samples } from '../../contract';
import type { FactorizeTask } from '../../factorize';

/** Numbers that are read and written together: `shaders/factorize-side.wgsl`. */
export const BLOCK = 4;

/**
 * How a row's or a column's vector lies in the GPU's memory, filled up with zeros to whole blocks. Biases are two more
 * numbers of it, before the factors: a row's are its bias and a 1, a column's a 1 and its bias, so that u . v has both in it,
 * and the gradient for a bias is the sum of the errors without being told.
 */
export interface VectorLayout {
  readonly rank: number;
  readonly blocks: number;
  /** Numbers before the factors. */
  readonly biases: number;
}

/** Where a side's vectors have the 1 that stays, and where their bias. */
export interface Roles {
  readonly bias: number;
  readonly constant: number;
}

export const ROW_ROLES: Roles = { bias: 0, constant: 1 };
export const COLUMN_ROLES: Roles = { bias: 1, constant: 0 };

export function layoutOf({ rank, biases }: Pick<FactorizeTask, 'rank' | 'biases'>): VectorLayout {
  const before = biases ? 2 : 0;
  return { rank, blocks: Math.ceil((rank + before) / BLOCK), biases: before };
}

/** Vectors as the shaders have them, biases 0. */
export function packVectors(
  factors: Samples,
  { rank, blocks, biases }: VectorLayout,
  { constant }: Roles,
): Float32Array<ArrayBuffer> {
  const width = BLOCK * blocks;
  const vectors = factors.length / rank;
  const packed = new Float32Array(vectors * width);
  for (let vector = 0; vector < vectors; vector++) {
    if (biases > 0) packed[vector * width + constant] = 1;
    packed.set(factors.subarray(vector * rank, (vector + 1) * rank), vector * width + biases);
  }
  return packed;
}

/** The factors of vectors that came back, from number `at` of `factors` on. */
export function unpackFactors(
  packed: Float32Array,
  { rank, blocks, biases }: VectorLayout,
  factors: Float32Array,
  at = 0,
): Float32Array {
  const width = BLOCK * blocks;
  for (let from = biases; from < packed.length; from += width, at += rank)
    factors.set(packed.subarray(from, from + rank), at);
  return factors;
}

export function unpackBiases(packed: Float32Array, { blocks }: VectorLayout, { bias }: Roles): Float32Array {
  const width = BLOCK * blocks;
  return Float32Array.from({ length: packed.length / width }, (_, vector) => packed[vector * width + bias]);
}
