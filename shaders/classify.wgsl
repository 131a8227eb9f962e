// Reduces the runs of a batch to counts: per outcome, per date (for the median) and, for a histogram, per bin of the
// last iterate. Then a run's mark becomes its record: its outcome above its date.

struct Batch {
  // The first learning rate, and the first of its groups of 8 runs.
  rate: u32,
  group: u32,
  groups: u32,
  groups_per_rate: u32,
  starts: u32,
  iterations: u32,
  minima: u32,
  tolerance: f32,
  buckets: u32,
  // Bins of the histogram with the two outside of it, or 0.
  bins: u32,
  low: f32,
  high: f32,
}

// Iterations have 20 bits: see `iterations` in the contract.
const OUTCOME_SHIFT = 20u;

@group(0) @binding(0) var<uniform> batch: Batch;
@group(0) @binding(2) var<storage, read> thetas: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> marks: array<vec4u>;
@group(0) @binding(4) var<storage, read_write> counts: array<atomic<u32>>;
@group(0) @binding(5) var<storage, read_write> dates: array<atomic<u32>>;
@group(0) @binding(6) var<storage, read_write> histogram: array<atomic<u32>>;

// One invocation for four runs.
@compute @workgroup_size(64)
fn classify(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= 2u * batch.groups) {
    return;
  }
  load_minima();
  let group = batch.group + id.x / 2u;
  let rate = batch.rate + group / batch.groups_per_rate;
  let index = (group % batch.groups_per_rate) * 8u + (id.x % 2u) * 4u;
  let theta = thetas[id.x];
  let mark = marks[id.x];
  let nearest = nearest_minimum(theta);
  let near = magnitude(theta - nearest) <= vec4i(bitcast<i32>(batch.tolerance));
  let diverged = mark >= vec4u(DIVERGED);
  let outcome = select(select(vec4u(batch.minima), number_of(nearest), near), vec4u(batch.minima + 1u), diverged);
  let date = select(select(vec4u(batch.iterations), mark, near), mark & vec4u(DIVERGED - 1u), diverged);
  for (var lane = 0u; lane < 4u && index + lane < batch.starts; lane++) {
    atomicAdd(&counts[rate * (batch.minima + 2u) + outcome[lane]], 1u);
    if (near[lane] && !diverged[lane]) {
      atomicAdd(&dates[rate * batch.buckets + bucket_of(date[lane])], 1u);
    }
    if (batch.bins > 0u && !diverged[lane]) {
      let row = rate * (batch.minima + 1u) + outcome[lane];
      atomicAdd(&histogram[row * batch.bins + bin_of(theta[lane], batch.low, batch.high, batch.bins - 2u)], 1u);
    }
  }
  marks[id.x] = (outcome << vec4u(OUTCOME_SHIFT)) | date;
}
