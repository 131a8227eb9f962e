// v = beta v + g; the step is v.

const KEPT = 1u;

fn update(gradient: real, kept: ptr<function, Kept>, moment: Moment) -> real {
  let velocity = fma(real(slice.first_beta), (*kept).first, gradient);
  (*kept).first = velocity;
  return velocity;
}
