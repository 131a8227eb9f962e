import type { RidgeGridTask } from '../../ridge-grid';

/** Runs in a tile: `QUADS` times four in `shaders/ridge-grid.wgsl`. */
export const TILE = 16;

/** How the runs lie on the GPU: those of one batch size in tiles, the last of which may have room left. */
export interface Layout {
  /** Runs of one batch size. */
  readonly runsPerBatch: number;
  readonly tilesPerBatch: number;
  readonly tiles: number;
  /** The room for runs, `TILE` for each tile. */
  readonly places: number;
  /** Numbers of a tile's weights, the biases among them. */
  readonly tileNumbers: number;
  /** Rows of the longest batch. */
  readonly longest: number;
}

export function layoutOf({ batches, learningRates, strengths, columns, training }: RidgeGridTask): Layout {
  const runsPerBatch = learningRates.length * strengths.length;
  const tilesPerBatch = Math.ceil(runsPerBatch / TILE);
  const tiles = batches.length * tilesPerBatch;
  const longest = Math.min(training.targets.length, Math.max(...batches));
  return { runsPerBatch, tilesPerBatch, tiles, places: TILE * tiles, tileNumbers: TILE * (columns + 1), longest };
}

/** Where a run lies. */
export function placeOf(run: number, { runsPerBatch, tilesPerBatch }: Layout): number {
  return Math.floor(run / runsPerBatch) * tilesPerBatch * TILE + (run % runsPerBatch);
}

/** The learning rates of all places, and the ridges of all places; where no run lies, nothing moves. */
export function packSettings(
  { batches, learningRates, strengths }: RidgeGridTask,
  layout: Layout,
): Float32Array<ArrayBuffer> {
  const settings = new Float32Array(2 * layout.places);
  const each = learningRates.flatMap((rate) => strengths.map((strength) => [rate, strength]));
  for (let batch = 0; batch < batches.length; batch++)
    each.forEach(([rate, strength], i) => {
      const place = placeOf(batch * layout.runsPerBatch + i, layout);
      settings[place] = rate;
      settings[layout.places + place] = strength;
    });
  return settings;
}

/** One run's weights and bias out of all tiles. */
export function unpackWeights(packed: Float32Array, place: number, layout: Layout, into: Float32Array): void {
  const from = Math.floor(place / TILE) * layout.tileNumbers + (place % TILE);
  for (let j = 0; j < into.length; j++) into[j] = packed[from + j * TILE];
}
