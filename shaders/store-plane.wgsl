// Puts runs of two variables down.

fn store_runs(place: u32, stride: u32, at: Runs) {
  thetas[place] = at.x;
  thetas[place + stride] = at.y;
}

fn store_state(place: u32, stride: u32, state: State) {
  store_kept(place, 2u * stride, state.x);
  store_kept(place + stride, 2u * stride, state.y);
}
