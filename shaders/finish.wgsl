// Finishes runs for which `descend.wgsl` does not do. One invocation takes four of them on from where they had to stop to
// the end of the slice, and tests every iterate. Then it dates arrivals of which only the block is known, now that it is
// known which of them count.

fn update(theta: real, rate: real) -> real {
  return advance(theta, gradient(theta), rate);
}

// Whether a run is where the objective is not defined.
fn is_outside(theta: real) -> vec4<bool> {
  return inside(theta) != real(1.0);
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
  let rate = real(rate_of(place / 2u));
  var mark = marks[place];
  var theta = thetas[place];
  var minimum = nearest_minimum(theta);
  var near = is_near(theta, minimum);
  var is_through = mark >= vec4u(DIVERGED);
  var iteration = reached[place];
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

  let undated = (mark >= vec4u(UNDATED)) & !is_through;
  let any_undated = any(undated);
  minimum = nearest_minimum(theta);
  theta = entries[place];
  var dated = mark & ~vec4u(UNDATED);
  var date = date_after(vec4u(0u), dated, theta, minimum);
  let blocks = vec4u(block_at(dated.x), block_at(dated.y), block_at(dated.z), block_at(dated.w));
  let most = max(max(blocks.x, blocks.y), max(blocks.z, blocks.w));
  var step = 0u;
  loop {
    step++;
    dated += vec4u(1u);
    theta = update(theta, rate);
    date = date_after(date, dated, theta, minimum);
    continuing {
      break if step == most || !any_undated;
    }
  }
  marks[place] = select(mark, date, undated);
}
