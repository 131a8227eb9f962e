// The obvious kernel: one replica per invocation, its whole run in registers, and nothing reduced. Batches of one example.

struct Task {
  replicas: u32,
  iterations: u32,
  examples: u32,
  seed: u32,
  stream: u32,
  start: f32,
  rate: f32,
}

@group(0) @binding(0) var<uniform> task: Task;
// Of each example the curvature and the gradient at 0.
@group(0) @binding(1) var<storage, read> examples: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> weights: array<f32>;

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= task.replicas) {
    return;
  }
  var theta = task.start;
  for (var k = 0u; k < task.iterations; k++) {
    let words = threefry(vec2u(task.seed, task.stream), vec2u(id.x, k / 2u));
    let example = examples[index_below(select(words.x, words.y, k % 2u == 1u), task.examples)];
    theta -= task.rate * (example.x * theta + example.y);
  }
  weights[id.x] = theta;
}
