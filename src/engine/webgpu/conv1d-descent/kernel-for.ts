import type { Slice } from '../slices';
import { BLOCK, costOfTile, TILE_BLOCKS, type Layout } from '../conv1d/layout';

/**
 * How a descent is computed: `small`, many iterations per dispatch, one workgroup per learning rate; `fused`, one dispatch
 * per iteration; `pair`, two.
 */
export type Variant = 'small' | 'fused' | 'pair';

/** Taps that `shaders/conv1d-fused.wgsl` has room for in registers, in blocks; and its stretch, in blocks. */
const FUSED_TAP_BLOCKS = 2;
export const STRETCH = 16;
/**
 * A workgroup alone with its learning rate makes an iteration of this many multiply-adds in about the time that two
 * dispatches cost.
 */
const SMALL = 2 ** 18;

export function kernelFor(layout: Layout): Variant {
  if (2 * layout.tiles * costOfTile(layout.tapBlocks) <= SMALL) return 'small';
  return layout.tapBlocks <= FUSED_TAP_BLOCKS ? 'fused' : 'pair';
}

/** How many stretches x has for the fused kernel. */
export function stretchesOf({ tiles }: Layout): number {
  return Math.ceil((TILE_BLOCKS * tiles) / STRETCH);
}

/** What one invocation of the fused kernel costs. */
export function costOfStretch(): number {
  return 2 * STRETCH * BLOCK * (BLOCK * FUSED_TAP_BLOCKS + 8);
}

/** The steps of one iteration at one learning rate, in multiply-adds. */
export function stepsPerIteration(layout: Layout): number {
  return kernelFor(layout) === 'fused'
    ? stretchesOf(layout) * costOfStretch()
    : 2 * layout.tiles * costOfTile(layout.tapBlocks);
}

/** What makes slices of a descent, and where it leaves its last iterate. */
export interface ConvolutionDescent {
  slices: () => Iterator<Slice>;
  last: () => GPUBuffer;
}
