// The step of a batch: an invocation for each feature and tile. Runs that have diverged stay where they are.

@group(0) @binding(6) var<storage, read> design: array<f32>;
@group(0) @binding(7) var<storage, read> residuals: array<vec4f>;
// Tiles x 16 learning rates, and as many ridges after them.
@group(0) @binding(8) var<storage, read> settings: array<vec4f>;

@compute @workgroup_size(64)
fn update(@builtin(global_invocation_id) id: vec3u) {
  let feature = id.x;
  let tile = id.y;
  let batch = batch_at(tile, range.step);
  if (feature > grid.columns || batch.y == 0u) {
    return;
  }
  let is_bias = feature == grid.columns;
  var sum: array<vec4f, 4>;
  for (var i = 0u; i < batch.y; i++) {
    var value = 1.0;
    if (!is_bias) {
      value = design[row_at(batch, i) * grid.columns + feature];
    }
    let at = (tile * grid.longest + i) * QUADS;
    for (var quad = 0u; quad < QUADS; quad++) {
      sum[quad] += value * residuals[at + quad];
    }
  }
  let ridges = arrayLength(&settings) / 2u;
  for (var quad = 0u; quad < QUADS; quad++) {
    let place = tile * QUADS + quad;
    let at = weights_at(tile, feature) + quad;
    let weight = weights[at];
    let ridge = select(settings[ridges + place], vec4f(0.0), is_bias);
    let next = weight - settings[place] * (sum[quad] / f32(batch.y) + ridge * weight);
    var stays: vec4<bool>;
    for (var i = 0u; i < 4u; i++) {
      stays[i] = atomicLoad(&diverged[place * 4u + i]) != 0u;
    }
    weights[at] = select(next, weight, stays);
  }
}
