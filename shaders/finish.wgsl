// Finishes runs for which `descend.wgsl` does not do. One invocation takes four of them on from where they had to stop to
// the end of the slice, and tests every iterate. Then it dates arrivals of which only the block is known, now that it is
// known which of them count.

fn update(theta: real, rate: f32) -> real {
  return advance(theta, gradient(theta), rate);
}

// The date of runs, given where they are in some iteration: not before the next one, if they are elsewhere.
fn date_after(date: vec4u, iteration: vec4u, theta: real, minimum: vec4f) -> vec4u {
  let elsewhere = !is_near(theta, minimum) | (nearest_minimum(theta) != minimum);
  // The last block of a slice may be a short one.
  return select(date, iteration + vec4u(1u), elsewhere & (iteration <= vec4u(slice.end)));
}

@compute @workgroup_size(64)
fn finish(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= atomicLoad(&unfinished.count)) {
    return;
  }
  load_minima();
  let place = unfinished.places[id.x];
  let rate = rate_of(place / 2u);
  var mark = marks[place];
  var theta = thetas[place];
  var minimum = nearest_minimum(theta);
  var near = is_near(theta, minimum);
  var is_through = mark >= vec4u(DIVERGED);
  var iteration = reached[place];
  while (iteration < slice.end && !all(is_through)) {
    iteration++;
    let next = update(theta, rate);
    let next_minimum = nearest_minimum(next);
    let is_next_near = is_near(next, next_minimum);
    let stays = is_next_near & near & (next_minimum == minimum);
    // It has been near since it came, or from now on, or will be from the next iteration on at the earliest.
    let settled = select(vec4u(iteration) + select(vec4u(1u), vec4u(0u), is_next_near), mark, stays);
    let beyond = magnitude(next) > bits(slice.bound);
    mark = select(select(settled, vec4u(DIVERGED | iteration), beyond), mark, is_through);
    theta = select(next, theta, is_through);
    is_through |= beyond;
    minimum = next_minimum;
    near = is_next_near;
  }
  thetas[place] = theta;

  let undated = (mark >= vec4u(UNDATED)) & !is_through;
  let any_undated = any(undated);
  minimum = nearest_minimum(theta);
  theta = entries[place];
  var dated = mark & ~vec4u(UNDATED);
  var date = date_after(vec4u(0u), dated, theta, minimum);
  var step = 0u;
  loop {
    step++;
    dated += vec4u(1u);
    theta = update(theta, rate);
    date = date_after(date, dated, theta, minimum);
    continuing {
      break if step == BLOCK || !any_undated;
    }
  }
  marks[place] = select(mark, date, undated);
}
