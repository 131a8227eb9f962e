// The bin of a number: 0 below the range, 1 .. count inside, count + 1 above. Both ends are inside.
fn bin_of(x: f32, low: f32, high: f32, count: u32) -> u32 {
  if (x < low) {
    return 0u;
  }
  if (x > high) {
    return count + 1u;
  }
  return 1u + min(count - 1u, u32((x - low) / (high - low) * f32(count)));
}
