// The obvious kernel: one run per invocation, a whole epoch of it, its weights and its gradient in storage.

struct Task {
  rows: u32,
  columns: u32,
  runs: u32,
}

@group(0) @binding(0) var<uniform> task: Task;
@group(0) @binding(1) var<storage, read> design: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<f32>;
@group(0) @binding(3) var<storage, read> order: array<u32>;
// For each run its batch size, learning rate and ridge.
@group(0) @binding(4) var<storage, read> settings: array<f32>;
// Runs x (columns + 1).
@group(0) @binding(5) var<storage, read_write> weights: array<f32>;
@group(0) @binding(6) var<storage, read_write> gradients: array<f32>;

@compute @workgroup_size(64)
fn train(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= task.runs) {
    return;
  }
  let batch = u32(settings[3u * id.x]);
  let rate = settings[3u * id.x + 1u];
  let ridge = settings[3u * id.x + 2u];
  let first = id.x * (task.columns + 1u);
  for (var begin = 0u; begin < task.rows; begin += batch) {
    let end = min(task.rows, begin + batch);
    for (var j = 0u; j <= task.columns; j++) {
      gradients[first + j] = 0.0;
    }
    for (var i = begin; i < end; i++) {
      let row = order[i] * task.columns;
      var residual = weights[first + task.columns] - targets[order[i]];
      for (var j = 0u; j < task.columns; j++) {
        residual += design[row + j] * weights[first + j];
      }
      for (var j = 0u; j < task.columns; j++) {
        gradients[first + j] += residual * design[row + j];
      }
      gradients[first + task.columns] += residual;
    }
    for (var j = 0u; j < task.columns; j++) {
      let at = first + j;
      weights[at] -= rate * (gradients[at] / f32(end - begin) + ridge * weights[at]);
    }
    weights[first + task.columns] -= rate * gradients[first + task.columns] / f32(end - begin);
  }
}
