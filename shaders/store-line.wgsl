// Puts runs of one variable down.

fn store_runs(place: u32, stride: u32, at: Runs) {
  thetas[place] = at.x;
}

fn store_state(place: u32, stride: u32, state: State) {
  store_kept(place, stride, state.x);
}
