// There is none, or nobody asks.
fn lies_in_valley(at: point, rate: f32) -> bool {
  return false;
}
