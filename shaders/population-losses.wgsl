// Counts the buckets that the objective's values fall in: see `src/math/value-buckets.ts`. Runs that have ended have none.

@group(0) @binding(3) var<storage, read> thetas: array<f32>;
@group(0) @binding(5) var<storage, read> marks: array<u32>;
@group(0) @binding(6) var<storage, read_write> buckets: array<atomic<u32>>;

const BUCKETS = 65536u;

fn bucket_of(value: f32) -> u32 {
  let bits = bitcast<u32>(value);
  if ((bits & 0x7f800000u) == 0x7f800000u) {
    return select(BUCKETS - 1u, 0u, bits == 0xff800000u);
  }
  return select(bits | 0x80000000u, ~bits, bits >= 0x80000000u) >> 16u;
}

@compute @workgroup_size(64)
fn count_losses(@builtin(global_invocation_id) id: vec3u) {
  let run = id.x;
  if (run >= 4u * slice.quads || marks[run] >= NONE) {
    return;
  }
  let bucket = bucket_of(value_of(load_runs(run, 4u * slice.quads)));
  // Of infinite ones nobody asks.
  if (bucket < BUCKETS - 1u) {
    atomicAdd(&buckets[(rate_number(run / 4u) - slice.rate) * BUCKETS + bucket], 1u);
  }
}
