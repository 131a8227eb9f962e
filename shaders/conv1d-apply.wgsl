// One application of A or of its transpose: `product` is one of the two.

struct Range {
  // The tiles from `first` up to but not including `end`.
  first: u32,
  end: u32,
  tap_blocks: u32,
  // How many zeros stand before the input, in blocks.
  margin: u32,
}

@group(0) @binding(1) var<uniform> range: Range;
@group(0) @binding(2) var<storage, read> input: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> output: array<vec4f>;

fn x_at(at: u32) -> vec4f {
  return input[at];
}

fn y_at(at: u32) -> vec4f {
  return input[range.margin + at];
}

@compute @workgroup_size(64)
fn apply(@builtin(global_invocation_id) id: vec3u) {
  let tile = range.first + id.x;
  if (tile >= range.end) {
    return;
  }
  let first = tile * TILE_BLOCKS;
  let result = product(first, range.tap_blocks);
  output[first] = result.a;
  output[first + 1u] = result.b;
  output[first + 2u] = result.c;
  output[first + 3u] = result.d;
}
