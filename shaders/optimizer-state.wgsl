// What an optimizer keeps of a coordinate: `KEPT` numbers, all 0 at first.

struct Kept {
  first: real,
  second: real,
}

fn load_kept(place: u32, stride: u32) -> Kept {
  var kept: Kept;
  if (KEPT > 0u) {
    kept.first = state[place];
  }
  if (KEPT > 1u) {
    kept.second = state[place + stride];
  }
  return kept;
}
