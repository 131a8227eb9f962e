// s = rho s + (1 - rho) g^2; the step is g / (sqrt s + 1e-8).

const KEPT = 1u;

fn update(gradient: real, kept: ptr<function, Kept>, moment: Moment) -> real {
  let mean = fma(real(slice.first_beta), (*kept).first, slice.first_rest * gradient * gradient);
  (*kept).first = mean;
  return gradient / (sqrt(mean) + real(1e-8));
}
