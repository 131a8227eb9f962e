// Per learning rate, the bucket of the lower median among its counted dates, as `medianOfBuckets` in `src/math/dates.ts`.

const NONE = 0xffffffffu;

struct Dates {
  rates: u32,
  buckets: u32,
}

@group(0) @binding(0) var<uniform> range: Dates;
@group(0) @binding(1) var<storage, read> dates: array<u32>;
@group(0) @binding(2) var<storage, read_write> medians: array<u32>;

@compute @workgroup_size(64)
fn median(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= range.rates) {
    return;
  }
  let first = id.x * range.buckets;
  var total = 0u;
  for (var bucket = 0u; bucket < range.buckets; bucket++) {
    total += dates[first + bucket];
  }
  // Half of the total rounded up, without overflow.
  let half = total / 2u + total % 2u;
  var below = 0u;
  var found = NONE;
  for (var bucket = 0u; bucket < range.buckets && total > 0u; bucket++) {
    below += dates[first + bucket];
    if (below >= half) {
      found = bucket;
      break;
    }
  }
  medians[id.x] = found;
}
