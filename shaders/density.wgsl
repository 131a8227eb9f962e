// Counts, per learning rate, the bins that iterates fall in, of every run that does not diverge.
//
// A run is one invocation here. `thetas` holds the iterates before the slice and afterwards those after it.

alias real = f32;
alias integer = i32;

struct Slice {
  rate: u32,
  group: u32,
  runs: u32,
  groups_per_rate: u32,
  // Iterates to be counted, the present one first.
  iterates: u32,
  low: f32,
  high: f32,
  bins: u32,
}

@group(0) @binding(0) var<uniform> slice: Slice;
@group(0) @binding(1) var<storage, read> rates: array<f32>;
@group(0) @binding(2) var<storage, read_write> thetas: array<f32>;
@group(0) @binding(3) var<storage, read> marks: array<u32>;
@group(0) @binding(4) var<storage, read_write> density: array<atomic<u32>>;

@compute @workgroup_size(64)
fn count_iterates(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.runs || marks[id.x] >= DIVERGED) {
    return;
  }
  let rate = slice.rate + (slice.group + id.x / 8u) / slice.groups_per_rate;
  let row = rate * slice.bins;
  var theta = thetas[id.x];
  // Iterates that follow each other in the same bin are added to it at once.
  var bin = bin_of(theta, slice.low, slice.high, slice.bins - 2u);
  var count = 0u;
  for (var i = 0u; i < slice.iterates; i++) {
    let next = bin_of(theta, slice.low, slice.high, slice.bins - 2u);
    if (next != bin) {
      atomicAdd(&density[row + bin], count);
      bin = next;
      count = 0u;
    }
    count++;
    theta = advance(theta, gradient(theta), real(rates[rate]));
  }
  atomicAdd(&density[row + bin], count);
  thetas[id.x] = theta;
}
