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

// Runs of one rate that ended alike, which are added at once: additions to one number wait for each other.
struct Alike {
  place: u32,
  count: u32,
}

fn add(alike: Alike) {
  if (alike.count > 0u) {
    atomicAdd(&counts[alike.place], alike.count);
  }
}

// An invocation counts as many times four runs as it takes for all to be counted.
@compute @workgroup_size(64)
fn classify(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let endings = coded(CODE_DIVERGED) + 1u;
  let kinds = kind_of(endings - 1u);
  var alike = Alike(0u, 0u);
  for (var quad = id.x; quad < 2u * batch.groups; quad += 64u * workgroups.x) {
    let group = batch.group + quad / 2u;
    let rate = rate_number(quad / 2u);
    let index = (group % batch.groups_per_rate) * 8u + (quad % 2u) * 4u;
    let theta = thetas[quad];
    let records = marks[quad];
    for (var lane = 0u; lane < 4u && index + lane < batch.starts; lane++) {
      let ending = records[lane] >> ENDING_SHIFT;
      let place = rate * endings + ending;
      if (place != alike.place) {
        add(alike);
        alike = Alike(place, 0u);
      }
      alike.count++;
      if (ending < batch.minima) {
        atomicAdd(&dates[rate * batch.buckets + bucket_of(records[lane] & ((1u << ENDING_SHIFT) - 1u))], 1u);
      }
      let kind = kind_of(ending);
      // Diverged runs, the last kind, are nowhere.
      if (batch.bins > 0u && kind < kinds) {
        let row = rate * kinds + kind;
        atomicAdd(&histogram[row * batch.bins + bin_of(theta[lane], batch.low, batch.high, batch.bins - 2u)], 1u);
      }
    }
  }
  add(alike);
}
