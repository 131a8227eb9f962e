// What the kernels of populations share.
//
// Runs lie in fours: a quad. The numbers of the first variable of all quads come first, then those of the second.

struct Slice {
  // The learning rate that the batch begins with, its first quad of that rate, how many quads it has, and how many a rate has.
  rate: u32,
  quad: u32,
  quads: u32,
  quads_per_rate: u32,
  starts: u32,
  // The iterate that is looked at first, and the one that is looked at last.
  begin: u32,
  end: u32,
  // 1 for the first slice of a batch.
  opening: u32,
  iterations: u32,
  targets: u32,
  elsewhere: u32,
  // Places behind them at which no run ends, but to which it may go.
  level: u32,
  // 1 if runs may converge to a valley.
  valley: u32,
  tolerance: f32,
  bound: f32,
  // The optimizer's coefficients, and what is missing from them to 1.
  first_beta: f32,
  first_rest: f32,
  second_beta: f32,
  second_rest: f32,
  // What holds of the steps after the last iteration: see `Moment`.
  held_factor: f32,
  held_first: f32,
  held_second: f32,
  // The optimizer's limit for a curvature of 1.
  limit_of_one: f32,
  // The first iterate that the density counts.
  counted_from: u32,
}

// What depends on the iteration alone: what the learning rate is multiplied by, and what frees an optimizer's means of their bias.
struct Moment {
  factor: f32,
  first: f32,
  second: f32,
}

@group(0) @binding(0) var<uniform> slice: Slice;
@group(0) @binding(1) var<storage, read> rates: array<f32>;

// A run's mark: 0, or 1 more than the number of the target that it is at, or one of these with which it is through.
const DIVERGED = 0x80000000u;
const LEFT = 0x40000000u;
// It is none: it fills up the last quad of a rate.
const NONE = 0x20000000u;

fn rate_number(quad: u32) -> u32 {
  return slice.rate + (slice.quad + quad) / slice.quads_per_rate;
}

// The number of the start of a quad's first run.
fn first_start(quad: u32) -> u32 {
  return (slice.quad + quad) % slice.quads_per_rate * 4u;
}

fn held_moment() -> Moment {
  return Moment(slice.held_factor, slice.held_first, slice.held_second);
}

// The number of an ending that is at no place: see `endings.wgsl`.
fn coded(code: u32) -> u32 {
  return slice.targets + slice.valley + slice.elsewhere + code;
}
