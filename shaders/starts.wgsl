// Which points descent starts from: see `src/math/starts.ts`.

const STREAM_STARTS = 1u;
const SAMPLING_GRID = 1u;

struct Starts {
  count: u32,
  sampling: u32,
  low: f32,
  // high - low, rounded to float32 as in `startAt`.
  span: f32,
  seed: u32,
  // Always 0, which the compiler does not know.
  zero: u32,
}

@group(0) @binding(0) var<uniform> starts: Starts;

// Start number `index`.
fn start_at(index: u32) -> f32 {
  if (starts.sampling == SAMPLING_GRID) {
    return starts.low + starts.span * ((f32(index) + 0.5) / f32(starts.count));
  }
  let product = starts.span * unit_interval(threefry(vec2u(starts.seed, STREAM_STARTS), vec2u(index, 0u)).x);
  // The product must be rounded before it is added, as on the processor. Passing its bits through an integer operation
  // keeps the compiler from contracting the two into one fused multiply-add.
  return starts.low + bitcast<f32>(bitcast<u32>(product) ^ starts.zero);
}
