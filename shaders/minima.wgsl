// The minima that a run can converge to, ascending, filled up to at least four with numbers out of reach.

@group(0) @binding(1) var<storage, read> minima: array<f32>;

// Whether there are more than four. Known when the pipeline is made: a software adapter goes through what stands
// behind a condition whether it holds or not, unless it is known not to.
override many_minima = false;

// The lowest four and the points halfway between them, in registers once they are loaded.
var<private> lowest: vec4f;
var<private> halfway: vec3f;

fn load_minima() {
  lowest = vec4f(minima[0], minima[1], minima[2], minima[3]);
  halfway = 0.5 * lowest.xyz + 0.5 * lowest.yzw;
}

// The minimum nearest to each iterate; halfway between two, the lower one.
fn nearest_minimum(theta: vec4f) -> vec4f {
  let lower = select(vec4f(lowest.x), vec4f(lowest.y), theta > vec4f(halfway.x));
  let upper = select(vec4f(lowest.z), vec4f(lowest.w), theta > vec4f(halfway.z));
  var nearest = select(lower, upper, theta > vec4f(halfway.y));
  if (many_minima) {
    for (var m = 4u; m < arrayLength(&minima); m++) {
      nearest = select(nearest, vec4f(minima[m]), theta > vec4f(0.5 * minima[m - 1u] + 0.5 * minima[m]));
    }
  }
  return nearest;
}
