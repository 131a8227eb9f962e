// The minima that a run can converge to, ascending. Where there is none the list holds one number out of reach.

@group(0) @binding(1) var<storage, read> minima: array<f32>;

// The minimum nearest to each iterate; halfway between two, the left one.
fn nearest_minimum(theta: vec4f) -> vec4f {
  var nearest = vec4f(minima[0]);
  for (var m = 1u; m < arrayLength(&minima); m++) {
    let halfway = 0.5 * minima[m - 1u] + 0.5 * minima[m];
    nearest = select(nearest, vec4f(minima[m]), theta > vec4f(halfway));
  }
  return nearest;
}
