// s = s + g^2; the step is g / (sqrt s + 1e-10).

const KEPT = 1u;

fn update(gradient: real, kept: ptr<function, Kept>, moment: Moment) -> real {
  let sum = fma(gradient, gradient, (*kept).first);
  (*kept).first = sum;
  return gradient / (sqrt(sum) + real(1e-10));
}
