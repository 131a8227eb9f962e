// What depends on the iteration, worked out beforehand in float64: the learning rate's factor, and the corrections of bias.

@group(0) @binding(7) var<storage, read> moments: array<vec4f>;

// @param i counted from the first step of the slice
fn moment_at(i: u32) -> Moment {
  let moment = moments[i];
  return Moment(moment.x, moment.y, moment.z);
}
