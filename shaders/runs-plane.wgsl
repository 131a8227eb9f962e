// Runs of two variables.

struct Runs {
  x: real,
  y: real,
}

// The bits of the largest coordinate's size: see `magnitude.wgsl`.
fn size_of(at: Runs) -> integer {
  return max(size_bits(at.x), size_bits(at.y));
}

fn squared_size(at: Runs) -> real {
  return fma(at.x, at.x, at.y * at.y);
}

fn squared_distance(at: Runs, place: vec2f) -> real {
  return squared_size(Runs(at.x - place.x, at.y - place.y));
}

fn chosen(otherwise: Runs, here: Runs, which: flags) -> Runs {
  return Runs(select(otherwise.x, here.x, which), select(otherwise.y, here.y, which));
}

fn is_same(one: Runs, other: Runs) -> flags {
  return (one.x == other.x) & (one.y == other.y);
}

// @param stride how many numbers a variable has
fn load_runs(place: u32, stride: u32) -> Runs {
  return Runs(thetas[place], thetas[place + stride]);
}
