// The obvious kernel: one row or column per invocation, in the order of the table, its gradient in an array. `RANK` is
// put before it.

struct Task {
  lists: u32,
  rate: f32,
  ridge: f32,
}

@group(0) @binding(0) var<uniform> task: Task;
@group(0) @binding(1) var<storage, read> starts: array<u32>;
@group(0) @binding(2) var<storage, read> indices: array<u32>;
@group(0) @binding(3) var<storage, read> values: array<f32>;
@group(0) @binding(4) var<storage, read> own: array<f32>;
@group(0) @binding(5) var<storage, read> other: array<f32>;
@group(0) @binding(6) var<storage, read_write> next: array<f32>;
// The squared errors of each list.
@group(0) @binding(7) var<storage, read_write> squares: array<f32>;

@compute @workgroup_size(64)
fn learn(@builtin(global_invocation_id) id: vec3u) {
  let list = id.x;
  if (list >= task.lists) {
    return;
  }
  var gradient: array<f32, RANK>;
  var square = 0.0;
  for (var i = starts[list]; i < starts[list + 1u]; i++) {
    let at = indices[i] * RANK;
    var error = values[i];
    for (var f = 0u; f < RANK; f++) {
      error -= own[list * RANK + f] * other[at + f];
    }
    for (var f = 0u; f < RANK; f++) {
      gradient[f] += error * other[at + f];
    }
    square += error * error;
  }
  for (var f = 0u; f < RANK; f++) {
    let old = own[list * RANK + f];
    next[list * RANK + f] = old + task.rate * (gradient[f] - task.ridge * old);
  }
  squares[list] = square;
}
