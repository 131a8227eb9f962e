// The residuals of a batch's rows: an invocation for each row and four runs.

@group(0) @binding(6) var<storage, read> design: array<f32>;
@group(0) @binding(7) var<storage, read> targets: array<f32>;
// Tiles x longest batch x 16.
@group(0) @binding(8) var<storage, read_write> residuals: array<vec4f>;

@compute @workgroup_size(64)
fn predict(@builtin(global_invocation_id) id: vec3u) {
  let quad = id.x % QUADS;
  let i = id.x / QUADS;
  let tile = id.y;
  let batch = batch_at(tile, range.step);
  if (i >= batch.y) {
    return;
  }
  let row = row_at(batch, i);
  let begin = row * grid.columns;
  let first = weights_at(tile, 0u) + quad;
  var sum = vec4f(0.0);
  for (var feature = 0u; feature < grid.columns; feature++) {
    sum += design[begin + feature] * weights[first + feature * QUADS];
  }
  let residual = sum + weights[first + grid.columns * QUADS] - targets[row];
  residuals[(tile * grid.longest + i) * QUADS + quad] = residual;
  for (var one = 0u; one < 4u; one++) {
    // Compared as integers: what is no number, or infinite, is beyond any bound.
    if ((bitcast<u32>(residual[one]) & 0x7fffffffu) > bitcast<u32>(grid.bound)) {
      let run = (tile * QUADS + quad) * 4u + one;
      if (atomicLoad(&diverged[run]) == 0u) {
        atomicStore(&diverged[run], range.epoch);
      }
    }
  }
}
