// Means of g and g^2, both freed of the bias of their start at 0; the step is m / (sqrt v + 1e-8).

const KEPT = 2u;

fn update(gradient: real, kept: ptr<function, Kept>, moment: Moment) -> real {
  let first = fma(real(slice.first_beta), (*kept).first, slice.first_rest * gradient);
  let second = fma(real(slice.second_beta), (*kept).second, slice.second_rest * gradient * gradient);
  *kept = Kept(first, second);
  return first * moment.first / (sqrt(second * moment.second) + real(1e-8));
}
