// Reduces the records of a batch to counts: per ending, per date (for the median) and, for a histogram, per kind of ending
// and bin of the last iterate.

@group(0) @binding(2) var<storage, read> thetas: array<vec4f>;
@group(0) @binding(3) var<storage, read> marks: array<vec4u>;
@group(0) @binding(4) var<storage, read_write> counts: array<atomic<u32>>;
@group(0) @binding(5) var<storage, read_write> dates: array<atomic<u32>>;
@group(0) @binding(6) var<storage, read_write> histogram: array<atomic<u32>>;

// Each minimum is a kind, and then come `KINDS` of `src/engine/descend/endings.ts`: elsewhere, cycling, moving and so on.
fn kind_of(ending: u32) -> u32 {
  if (ending < batch.minima) {
    return ending;
  }
  if (ending < coded(CODE_CYCLING)) {
    return batch.minima;
  }
  if (ending < coded(CODE_MOVING)) {
    return batch.minima + 1u;
  }
  return batch.minima + 2u + ending - coded(CODE_MOVING);
}

// One invocation for four runs.
@compute @workgroup_size(64)
fn classify(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= 2u * batch.groups) {
    return;
  }
  let group = batch.group + id.x / 2u;
  let rate = rate_number(id.x / 2u);
  let index = (group % batch.groups_per_rate) * 8u + (id.x % 2u) * 4u;
  let theta = thetas[id.x];
  let endings = coded(CODE_DIVERGED) + 1u;
  let kinds = kind_of(endings - 1u);
  for (var lane = 0u; lane < 4u && index + lane < batch.starts; lane++) {
    let record = marks[id.x][lane];
    let ending = record >> ENDING_SHIFT;
    atomicAdd(&counts[rate * endings + ending], 1u);
    if (ending < batch.minima) {
      atomicAdd(&dates[rate * batch.buckets + bucket_of(record & ((1u << ENDING_SHIFT) - 1u))], 1u);
    }
    let kind = kind_of(ending);
    // Diverged runs, the last kind, are nowhere.
    if (batch.bins > 0u && kind < kinds) {
      let row = rate * kinds + kind;
      atomicAdd(&histogram[row * batch.bins + bin_of(theta[lane], batch.low, batch.high, batch.bins - 2u)], 1u);
    }
  }
}
