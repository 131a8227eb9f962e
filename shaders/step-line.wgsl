// How runs of one variable make a step: an optimizer updates each coordinate by itself.

struct State {
  x: Kept,
}

fn slope_at(at: Runs) -> Runs {
  return Runs(gradient(at.x));
}

fn is_inside(at: Runs) -> flags {
  return inside(at.x) == real(1.0);
}

fn stepped(at: Runs, slope: Runs, state: ptr<function, State>, rate: f32, moment: Moment) -> Runs {
  var kept = (*state).x;
  let step = update(slope.x, &kept, moment);
  (*state).x = kept;
  return Runs(fma(real(-rate * moment.factor), step, at.x));
}

fn load_state(place: u32, stride: u32) -> State {
  return State(load_kept(place, stride));
}
