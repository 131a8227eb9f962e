// The minima that a run can converge to, ascending; where there is none, the list holds a number out of reach.

@group(0) @binding(1) var<storage, read> minima: array<f32>;

// The number of the minimum nearest to each iterate; halfway between two, the lower one.
fn nearest_index(theta: vec4f) -> vec4u {
  var nearest = vec4u(0u);
  for (var m = 1u; m < arrayLength(&minima); m++) {
    nearest = select(nearest, vec4u(m), theta > vec4f(halfway_below(m)));
  }
  return nearest;
}

// The minimum nearest to each iterate.
fn nearest_minimum(theta: vec4f) -> vec4f {
  var nearest = vec4f(minima[0]);
  for (var m = 1u; m < arrayLength(&minima); m++) {
    nearest = select(nearest, vec4f(minima[m]), theta > vec4f(halfway_below(m)));
  }
  return nearest;
}

fn halfway_below(m: u32) -> f32 {
  return 0.5 * minima[m - 1u] + 0.5 * minima[m];
}

fn minimum_at(index: vec4u) -> vec4f {
  return vec4f(minima[index.x], minima[index.y], minima[index.z], minima[index.w]);
}
