// How runs of two variables make a step: an optimizer updates each coordinate by itself.

struct State {
  x: Kept,
  y: Kept,
}

fn slope_at(at: Runs) -> Runs {
  let slopes = gradient(at.x, at.y);
  return Runs(slopes[0], slopes[1]);
}

fn is_inside(at: Runs) -> flags {
  return inside(at.x, at.y) == real(1.0);
}

fn stepped(at: Runs, slope: Runs, state: ptr<function, State>, rate: f32, moment: Moment) -> Runs {
  var kept_x = (*state).x;
  var kept_y = (*state).y;
  let step_x = update(slope.x, &kept_x, moment);
  let step_y = update(slope.y, &kept_y, moment);
  *state = State(kept_x, kept_y);
  let rated = real(-rate * moment.factor);
  return Runs(fma(rated, step_x, at.x), fma(rated, step_y, at.y));
}

fn load_state(place: u32, stride: u32) -> State {
  return State(load_kept(place, 2u * stride), load_kept(place + stride, 2u * stride));
}
