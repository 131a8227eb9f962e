// Starts four runs, one invocation for them: a kernel of its own, since each slice of `descend.wgsl` would go through it.

@compute @workgroup_size(64)
fn start(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= 2u * slice.groups) {
    return;
  }
  load_minima();
  let index = (slice.group + id.x / 2u) % slice.groups_per_rate * 8u + (id.x % 2u) * 4u;
  var theta: vec4f;
  // In a loop there is one copy of it to compile.
  for (var lane = 0u; lane < 4u; lane++) {
    theta[lane] = start_at(index + lane);
  }
  // The last group of a rate is filled up with lanes that rest from the beginning.
  let surplus = vec4u(index) + vec4u(0u, 1u, 2u, 3u) >= vec4u(starts.count);
  let mark = select(vec4u(1u), vec4u(0u), is_near(theta, nearest_minimum(theta)));
  thetas[id.x] = theta;
  marks[id.x] = select(mark, vec4u(DIVERGED), surplus | (magnitude(theta) > bits(slice.bound)));
}
