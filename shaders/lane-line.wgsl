// One of four runs of one variable, as a point of the plane.
fn lane_of(at: Runs, lane: u32) -> vec2f {
  return vec2f(at.x[lane], 0.0);
}
