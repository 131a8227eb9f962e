import type { Samples } from '../../contract';

/** Numbers that are read and written together, and blocks of them that one invocation computes at once: `shaders/conv1d-tile.wgsl`. */
export const BLOCK = 4;
export const TILE_BLOCKS = 4;
/** Taps that the filter's uniform buffer has room for. */
const ROOM_FOR_TAPS = 4096;

/** How a signal of n numbers and its n - r + 1 rows lie in the GPU's memory, filled up with zeros to whole tiles. */
export interface Layout {
  readonly length: number;
  readonly rows: number;
  /** The filter's length in blocks, an even number of them: the shaders take two at a time. */
  readonly tapBlocks: number;
  readonly tiles: number;
  /** Blocks of x: with zeros behind, as the filter's last block is filled up. */
  readonly xStride: number;
  /** Blocks of the slopes: with zeros before, as the transpose looks back over the beginning. */
  readonly yStride: number;
}

export function layoutOf(taps: number, rows: number): Layout {
  const length = rows + taps - 1;
  const tapBlocks = 2 * Math.ceil(taps / (2 * BLOCK));
  const tiles = Math.ceil(length / (BLOCK * TILE_BLOCKS));
  return {
    length,
    rows,
    tapBlocks,
    tiles,
    xStride: TILE_BLOCKS * tiles + tapBlocks,
    yStride: TILE_BLOCKS * tiles + tapBlocks,
  };
}

/** The filter as the shaders read it: `taps` in `shaders/conv1d-taps.wgsl`. */
export function packTaps(taps: Samples): ArrayBuffer {
  const packed = new Float32Array(ROOM_FOR_TAPS);
  packed.set(taps);
  return packed.buffer;
}

/** What computing a tile's product costs, in multiply-adds; reading and writing cost as much as some of them. */
export function costOfTile(tapBlocks: number): number {
  return BLOCK * TILE_BLOCKS * (BLOCK * tapBlocks + 8);
}
