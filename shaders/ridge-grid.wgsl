// What all programs of a grid of linear regressions share. Runs of one batch size lie in tiles of sixteen, so that a row of
// the data that has been read serves sixteen runs; a tile's weights are features x 16, and after them the biases.

const QUADS = 4u;

struct Grid {
  // Features of a row.
  columns: u32,
  // Training rows.
  rows: u32,
  // Tiles of one batch size.
  tiles: u32,
  // Rows of the longest batch.
  longest: u32,
  bound: f32,
}

// A step, or the errors after an epoch.
struct Range {
  // The number of the batch within the epoch.
  step: u32,
  // The epoch, from 1, and its number within the slice.
  epoch: u32,
  slot: u32,
}

@group(0) @binding(0) var<uniform> grid: Grid;
@group(0) @binding(1) var<storage, read_write> weights: array<vec4f>;
// The batch size of each of them, in tiles.
@group(0) @binding(2) var<storage, read> batches: array<u32>;
// The epoch in which a run diverged; 0 for none.
@group(0) @binding(3) var<storage, read_write> diverged: array<atomic<u32>>;
@group(0) @binding(4) var<uniform> range: Range;
// The orders in which the slice's epochs take the rows.
@group(0) @binding(5) var<storage, read> order: array<u32>;

// How many rows the step's batch has, and where it begins among the epoch's; none where the epoch has fewer batches.
fn batch_at(tile: u32, step: u32) -> vec2u {
  let size = batches[tile / grid.tiles];
  let begin = min(grid.rows, step * size);
  return vec2u(begin, min(grid.rows, begin + size) - begin);
}

// The i-th row of a batch; a batch of all rows takes them as they stand.
fn row_at(batch: vec2u, i: u32) -> u32 {
  if (batch.y == grid.rows) {
    return i;
  }
  return order[range.slot * grid.rows + batch.x + i];
}

fn weights_at(tile: u32, feature: u32) -> u32 {
  return (tile * (grid.columns + 1u) + feature) * QUADS;
}
