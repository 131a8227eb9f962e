// What the kernels share that tell what became of the runs of a batch: `settle.wgsl`, `follow.wgsl`, `classify.wgsl`.

struct Batch {
  // The first learning rate, and the first of its groups of 8 runs.
  rate: u32,
  group: u32,
  groups: u32,
  groups_per_rate: u32,
  starts: u32,
  iterations: u32,
  // How many there are.
  minima: u32,
  elsewhere: u32,
  // Places behind them at which no run ends, but to which it may go.
  level: u32,
  tolerance: f32,
  bound: f32,
  buckets: u32,
  // Bins of the histogram with the two outside of it, or 0.
  bins: u32,
  low: f32,
  high: f32,
  // Within this distance of the middle the objective is defined, and `gradients` right: see `gradientsPart`.
  middle: f32,
  reach: f32,
  // From the lowest of starts and places to the highest; below this rate a run there goes one way: see `oneWayRate`.
  lowest: f32,
  highest: f32,
  one_way: f32,
}

// A minimum, and the learning rates that theory knows of there: see `stabilityOf`.
struct Place {
  at: f32,
  certain: f32,
  possible: f32,
}

@group(0) @binding(0) var<uniform> batch: Batch;

// Iterations have 20 bits: see `iterations` in the contract. A run's record is its ending above its date.
const ENDING_SHIFT = 20u;

fn rate_number(group: u32) -> u32 {
  return batch.rate + (batch.group + group) / batch.groups_per_rate;
}

// The number of an ending that is at no place.
fn coded(code: u32) -> u32 {
  return batch.minima + batch.elsewhere + code;
}
