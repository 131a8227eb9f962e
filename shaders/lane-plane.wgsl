// One of four runs of two variables.
fn lane_of(at: Runs, lane: u32) -> vec2f {
  return vec2f(at.x[lane], at.y[lane]);
}
