// A whole iteration for a filter of at most eight taps, from `x` to `next`. One invocation goes along a stretch of x and
// keeps what it needs of x and of the slopes in registers; the slopes just before its stretch are computed twice.

const STRETCH = 16u;

@group(0) @binding(5) var<storage, read> x: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> next: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> losses: array<f32>;

@compute @workgroup_size(64)
fn iterate(@builtin(global_invocation_id) id: vec3u) {
  let index = range.first + id.x;
  if (index >= range.end) {
    return;
  }
  let blocks = problem.tiles * TILE_BLOCKS;
  let stretches = (blocks + STRETCH - 1u) / STRETCH;
  let number = index / stretches;
  let first = index % stretches * STRETCH;
  let end = min(first + STRETCH, blocks);
  let begin = number * problem.x_stride;
  let rate = rates[number];
  let k0 = taps[0];
  let k1 = taps[1];
  // The two blocks of slopes before the stretch. Where there are none, their index is beyond all rows, and they are zero.
  var x0 = x[begin + max(first, 2u) - 2u];
  var x1 = x[begin + max(first, 1u) - 1u];
  var x2 = x[begin + first];
  var x3 = x[begin + first + 1u];
  var s1 = slope(residual_of(add_along(add_along(vec4f(0.0), k0, x0, x1), k1, x1, x2), first - 2u));
  var s0 = slope(residual_of(add_along(add_along(vec4f(0.0), k0, x1, x2), k1, x2, x3), first - 1u));
  var loss = vec4f(0.0);
  var ridge = vec4f(0.0);
  var at = first;
  loop {
    let x4 = x[begin + at + 2u];
    let residual = residual_of(add_along(add_along(vec4f(0.0), k0, x2, x3), k1, x3, x4), at);
    let s = slope(residual);
    let gradient = add_against(add_against(vec4f(0.0), k0, s, s0), k1, s0, s1);
    next[begin + at] = descend_from(x2, gradient, rate);
    loss += loss_of(residual);
    ridge += ridge_of(x2);
    x2 = x3;
    x3 = x4;
    s1 = s0;
    s0 = s;
    continuing {
      at++;
      break if at == end;
    }
  }
  let total = loss + ridge;
  losses[range.losses + index] = (total.x + total.y) + (total.z + total.w);
}
