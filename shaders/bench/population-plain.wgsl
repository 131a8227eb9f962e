// The obvious kernel: one run per invocation, from its start to its last iteration, without slices. It only tells where runs end.

@group(0) @binding(3) var<storage, read_write> thetas: array<f32>;
@group(0) @binding(4) var<storage, read_write> state: array<f32>;

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  let run = id.x;
  let runs = 4u * slice.quads;
  if (run >= runs) {
    return;
  }
  var at = load_runs(run, runs);
  var kept = load_state(run, runs);
  let rate = rates[0];
  for (var k = 0u; k < slice.iterations; k++) {
    if (size_of(at) > bitcast<i32>(slice.bound)) {
      break;
    }
    at = stepped(at, slope_at(at), &kept, rate, moment_at(k));
  }
  store_runs(run, runs, at);
}
