// Plain gradient descent: the step is the gradient.

const KEPT = 0u;

fn update(gradient: real, kept: ptr<function, Kept>, moment: Moment) -> real {
  return gradient;
}
