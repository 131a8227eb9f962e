// The second half of an iteration: x <- x - rate (A' slopes + ridge x), in place. One tile per invocation.

@group(0) @binding(5) var<storage, read_write> x: array<vec4f>;
@group(0) @binding(6) var<storage, read> slopes: array<vec4f>;

var<private> y_begin: u32;

fn y_at(at: u32) -> vec4f {
  return slopes[y_begin + at];
}

@compute @workgroup_size(64)
fn update(@builtin(global_invocation_id) id: vec3u) {
  let index = range.first + id.x;
  if (index >= range.end) {
    return;
  }
  let rate = index / problem.tiles;
  let first = index % problem.tiles * TILE_BLOCKS;
  y_begin = rate * problem.y_stride + problem.tap_blocks;
  let gradient = product_against(first, problem.tap_blocks);
  let place = rate * problem.x_stride + first;
  x[place] = descend_from(x[place], gradient.a, rates[rate]);
  x[place + 1u] = descend_from(x[place + 1u], gradient.b, rates[rate]);
  x[place + 2u] = descend_from(x[place + 2u], gradient.c, rates[rate]);
  x[place + 3u] = descend_from(x[place + 3u], gradient.d, rates[rate]);
}
