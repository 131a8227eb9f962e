// One run of one variable as a point.

fn point_of(at: Runs) -> point {
  return at.x;
}

// Runs beside others: each coordinate is larger by so much.
fn moved(at: Runs, beside: f32) -> Runs {
  return Runs(at.x + beside);
}

fn point_in(plane: vec2f) -> point {
  return plane.x;
}

// The least and the greatest eigenvalue of the Hessian.
fn eigenvalues(at: point) -> vec2f {
  return vec2f(hessian(at));
}

fn gradient_size(at: point) -> f32 {
  return abs(gradient(at));
}
