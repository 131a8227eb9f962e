// Many iterations of a short signal in one dispatch: one workgroup makes the descent of one learning rate. The iterate
// and the slopes go through storage buffers, which a processor's fast memory holds anyway, and which set no limit to n.

const LANES = 64u;

struct Slice {
  // Iterate number `begin` is where x is; `count` iterates from there on are evaluated, and all but the very last left.
  begin: u32,
  count: u32,
  iterations: u32,
  // Keep every n-th iterate of the first rate, 0 for none; the slice's first one goes to the front of `frames`.
  every: u32,
}

@group(0) @binding(4) var<uniform> slice: Slice;
@group(0) @binding(5) var<storage, read_write> x: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> slopes: array<vec4f>;
// Shares of the objective: iterates x rates x lanes.
@group(0) @binding(7) var<storage, read_write> losses: array<f32>;
@group(0) @binding(8) var<storage, read_write> frames: array<vec4f>;

var<private> x_begin: u32;
var<private> y_begin: u32;

fn x_at(at: u32) -> vec4f {
  return x[x_begin + at];
}

fn y_at(at: u32) -> vec4f {
  return slopes[y_begin + at];
}

fn store_slopes(at: u32, x: vec4f, residual: vec4f) -> vec4f {
  slopes[y_begin + at] = slope(residual);
  return loss_of(residual) + ridge_of(x);
}

fn find_slopes(number: u32) -> f32 {
  let first = number * TILE_BLOCKS;
  let tile = tile_of_x(first);
  let sum = product_along(tile, first, problem.tap_blocks);
  let a = store_slopes(first, tile.a, residual_of(sum.a, first));
  let b = store_slopes(first + 1u, tile.b, residual_of(sum.b, first + 1u));
  let c = store_slopes(first + 2u, tile.c, residual_of(sum.c, first + 2u));
  let d = store_slopes(first + 3u, tile.d, residual_of(sum.d, first + 3u));
  let total = (a + b) + (c + d);
  return (total.x + total.y) + (total.z + total.w);
}

fn keep(tile: u32, frame: u32) {
  let first = tile * TILE_BLOCKS;
  let place = (frame * problem.tiles + tile) * TILE_BLOCKS;
  for (var i = 0u; i < TILE_BLOCKS; i++) {
    frames[place + i] = x_at(first + i);
  }
}

fn update(tile: u32, rate: f32) {
  let first = tile * TILE_BLOCKS;
  let place = x_begin + first;
  let gradient = product_against(first, problem.tap_blocks);
  x[place] = descend_from(x[place], gradient.a, rate);
  x[place + 1u] = descend_from(x[place + 1u], gradient.b, rate);
  x[place + 2u] = descend_from(x[place + 2u], gradient.c, rate);
  x[place + 3u] = descend_from(x[place + 3u], gradient.d, rate);
}

@compute @workgroup_size(64)
fn iterate(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let number = group.x;
  x_begin = number * problem.x_stride;
  y_begin = number * problem.y_stride + problem.tap_blocks;
  let rate = rates[number];
  var frame = 0u;
  for (var i = 0u; i < slice.count; i++) {
    let iteration = slice.begin + i;
    var loss = 0.0;
    for (var tile = lane; tile < problem.tiles; tile += LANES) {
      loss += find_slopes(tile);
    }
    losses[(i * problem.rates + number) * LANES + lane] = loss;
    if (number == 0u && slice.every > 0u) {
      if (iteration % slice.every == 0u) {
        for (var tile = lane; tile < problem.tiles; tile += LANES) {
          keep(tile, frame);
        }
        frame++;
      }
    }
    storageBarrier();
    if (iteration < slice.iterations) {
      for (var tile = lane; tile < problem.tiles; tile += LANES) {
        update(tile, rate);
      }
    }
    storageBarrier();
  }
}
