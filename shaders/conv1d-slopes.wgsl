// The first half of an iteration: the slopes of the loss at A x - b, and the objective at x. One tile per invocation.

@group(0) @binding(5) var<storage, read> x: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> slopes: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> losses: array<f32>;

var<private> x_begin: u32;

fn x_at(at: u32) -> vec4f {
  return x[x_begin + at];
}

@compute @workgroup_size(64)
fn find_slopes(@builtin(global_invocation_id) id: vec3u) {
  let index = range.first + id.x;
  if (index >= range.end) {
    return;
  }
  let rate = index / problem.tiles;
  let first = index % problem.tiles * TILE_BLOCKS;
  x_begin = rate * problem.x_stride;
  let tile = tile_of_x(first);
  let sum = product_along(tile, first, problem.tap_blocks);
  let a = residual_of(sum.a, first);
  let b = residual_of(sum.b, first + 1u);
  let c = residual_of(sum.c, first + 2u);
  let d = residual_of(sum.d, first + 3u);
  let place = rate * problem.y_stride + problem.tap_blocks + first;
  slopes[place] = slope(a);
  slopes[place + 1u] = slope(b);
  slopes[place + 2u] = slope(c);
  slopes[place + 3u] = slope(d);
  let loss = (loss_of(a) + loss_of(b)) + (loss_of(c) + loss_of(d));
  let ridge = (ridge_of(tile.a) + ridge_of(tile.b)) + (ridge_of(tile.c) + ridge_of(tile.d));
  let total = loss + ridge;
  losses[range.losses + index] = (total.x + total.y) + (total.z + total.w);
}
