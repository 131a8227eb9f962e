// Runs of one variable.

struct Runs {
  x: real,
}

// The bits of the largest coordinate's size: see `magnitude.wgsl`.
fn size_of(at: Runs) -> integer {
  return size_bits(at.x);
}

fn squared_size(at: Runs) -> real {
  return at.x * at.x;
}

fn squared_distance(at: Runs, place: vec2f) -> real {
  let away = at.x - place.x;
  return away * away;
}

fn chosen(otherwise: Runs, here: Runs, which: flags) -> Runs {
  return Runs(select(otherwise.x, here.x, which));
}

fn is_same(one: Runs, other: Runs) -> flags {
  return one.x == other.x;
}

// @param stride how many numbers a variable has
fn load_runs(place: u32, stride: u32) -> Runs {
  return Runs(thetas[place]);
}
