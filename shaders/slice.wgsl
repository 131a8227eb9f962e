// What the kernels share that make the updates of a slice: `start.wgsl` before the first one, then `descend.wgsl`, `finish.wgsl` and
// `date.wgsl`, dispatched in this order.

// Four runs side by side.
alias real = vec4f;
alias integer = vec4i;

// Blocks are made of so many updates.
const BLOCK = 16u;
// With this bit, a mark says where the block began in which the run came to its minimum; its entry is its iterate there.
const UNDATED = 0x40000000u;

struct Slice {
  // The first learning rate, and the first of its groups of 8 runs.
  rate: u32,
  group: u32,
  groups: u32,
  groups_per_rate: u32,
  begin: u32,
  end: u32,
  tolerance: f32,
  // Not above the tolerance: who stays so close to a minimum is within the bound, and nearer to no other minimum.
  closeness: f32,
  bound: f32,
  // Runs that are at no minimum are watched within this distance of the middle, and not beyond the bound.
  middle: f32,
  reach: f32,
}

@group(0) @binding(2) var<uniform> slice: Slice;
@group(0) @binding(3) var<storage, read> rates: array<f32>;
// For every four runs, half a group: their iterates and marks.
@group(0) @binding(4) var<storage, read_write> thetas: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> marks: array<vec4u>;

// The updates of the block that begins at an iteration. Early on, when most runs arrive, blocks are short: in an arrival's block
// each update is made once more, to date it. Later they are longer, as what is looked at between blocks costs some updates, too.
fn block_at(iteration: u32) -> u32 {
  return select(select(4u * BLOCK, 2u * BLOCK, iteration < 12u * BLOCK), BLOCK, iteration < 4u * BLOCK);
}

fn rate_of(group: u32) -> f32 {
  return rates[slice.rate + (slice.group + group) / slice.groups_per_rate];
}

fn bits(x: f32) -> vec4i {
  return vec4i(bitcast<i32>(x));
}

fn is_near(theta: real, minimum: vec4f) -> vec4<bool> {
  return magnitude(theta - minimum) <= bits(slice.tolerance);
}
