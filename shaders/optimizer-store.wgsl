// Puts down what an optimizer keeps: see `optimizer-state.wgsl`.

fn store_kept(place: u32, stride: u32, kept: Kept) {
  if (KEPT > 0u) {
    state[place] = kept.first;
  }
  if (KEPT > 1u) {
    state[place + stride] = kept.second;
  }
}
