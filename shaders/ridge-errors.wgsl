// The squares of all rows' residuals, four rows added up: an invocation for each four rows and tile.

const ROWS = 4u;

@group(0) @binding(6) var<storage, read> design: array<f32>;
@group(0) @binding(7) var<storage, read> targets: array<f32>;
// Epochs of the slice x runs x fours of rows.
@group(0) @binding(8) var<storage, read_write> squares: array<f32>;

@compute @workgroup_size(64)
fn find_errors(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let tile = id.y;
  let rows = arrayLength(&targets);
  let fours = (rows + ROWS - 1u) / ROWS;
  if (id.x >= fours) {
    return;
  }
  let first = id.x * ROWS;
  // Rows x quads; what goes beyond the last row repeats it, and does not count.
  var sums: array<vec4f, 16>;
  var begins: array<u32, 4>;
  for (var i = 0u; i < ROWS; i++) {
    begins[i] = min(first + i, rows - 1u) * grid.columns;
  }
  for (var feature = 0u; feature < grid.columns; feature++) {
    let at = weights_at(tile, feature);
    for (var quad = 0u; quad < QUADS; quad++) {
      let weight = weights[at + quad];
      for (var i = 0u; i < ROWS; i++) {
        sums[i * QUADS + quad] += design[begins[i] + feature] * weight;
      }
    }
  }
  let bias = weights_at(tile, grid.columns);
  var squared: array<vec4f, 4>;
  for (var i = 0u; i < min(ROWS, rows - first); i++) {
    for (var quad = 0u; quad < QUADS; quad++) {
      let residual = sums[i * QUADS + quad] + weights[bias + quad] - targets[first + i];
      squared[quad] += residual * residual;
    }
  }
  let runs = groups.y * QUADS * 4u;
  for (var run = 0u; run < QUADS * 4u; run++) {
    squares[(range.slot * runs + tile * QUADS * 4u + run) * fours + id.x] = squared[run / 4u][run % 4u];
  }
}
