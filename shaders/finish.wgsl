// Finishes runs for which `descend.wgsl` does not do: one invocation takes four of them on from where they had to stop to
// the end of the slice, and tests every iterate.

@group(0) @binding(7) var<storage, read> unfinished: Queue;
@group(0) @binding(8) var<storage, read_write> undated: OpenQueue;

fn update(theta: real, rate: real) -> real {
  return advance(theta, gradient(theta), rate);
}

// Whether a run is where the objective is not defined.
fn is_outside(theta: real) -> vec4<bool> {
  return inside(theta) != real(1.0);
}

@compute @workgroup_size(64)
fn finish(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= unfinished.count) {
    return;
  }
  load_minima();
  let place = unfinished.runs[2u * id.x];
  let rate = real(rate_of(place / 2u));
  var mark = marks[place];
  var theta = thetas[place];
  var minimum = nearest_minimum(theta);
  var near = is_near(theta, minimum);
  var is_through = mark >= vec4u(DIVERGED);
  var iteration = unfinished.runs[2u * id.x + 1u];
  if (iteration == 0u) {
    let outside = is_outside(theta) & !is_through;
    mark = select(mark, vec4u(DIVERGED | LEFT), outside);
    is_through |= outside;
  }
  while (iteration < slice.end && !all(is_through)) {
    iteration++;
    let next = update(theta, rate);
    let next_minimum = nearest_minimum(next);
    let is_next_near = is_near(next, next_minimum);
    let stays = is_next_near & near & (next_minimum == minimum);
    // It has been near since it came, or from now on, or will be from the next iteration on at the earliest.
    let settled = select(vec4u(iteration) + select(vec4u(1u), vec4u(0u), is_next_near), mark, stays);
    let beyond = magnitude(next) > bits(slice.bound);
    let outside = is_outside(next);
    let left = select(settled, vec4u(DIVERGED | LEFT | iteration), outside);
    mark = select(select(left, vec4u(DIVERGED | iteration), beyond), mark, is_through);
    theta = select(next, theta, is_through);
    is_through |= beyond | outside;
    minimum = next_minimum;
    near = is_next_near;
  }
  thetas[place] = theta;
  marks[place] = mark;
  if (any((mark >= vec4u(UNDATED)) & !is_through)) {
    list_undated(place);
  }
}
