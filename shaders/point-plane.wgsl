// One run of two variables as a point.

fn point_of(at: Runs) -> point {
  return vec2f(at.x, at.y);
}

// Runs beside others: each coordinate is larger by so much.
fn moved(at: Runs, beside: f32) -> Runs {
  return Runs(at.x + beside, at.y + beside);
}

fn point_in(plane: vec2f) -> point {
  return plane;
}

// The least and the greatest eigenvalue of the Hessian.
fn eigenvalues(at: point) -> vec2f {
  let entries = hessian(at.x, at.y);
  let middle = 0.5 * (entries[0] + entries[2]);
  let half = length(vec2f(0.5 * (entries[0] - entries[2]), entries[1]));
  return vec2f(middle - half, middle + half);
}

fn gradient_size(at: point) -> f32 {
  let slopes = gradient(at.x, at.y);
  return length(vec2f(slopes[0], slopes[1]));
}
