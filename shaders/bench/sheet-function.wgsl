// The gradient of the sheet's function as one writes it down: s(-u) 10 t^2 + s(u) ((t-10)^2/2 + 50) with u = 3(t-3).
fn gradient(theta: f32) -> f32 {
  let u = 3.0 * (theta - 3.0);
  let right = 1.0 / (1.0 + exp(-u));
  let left = 1.0 / (1.0 + exp(u));
  let d = theta - 10.0;
  return 20.0 * theta * left + d * right + 3.0 * left * right * (0.5 * d * d + 50.0 - 10.0 * theta * theta);
}
