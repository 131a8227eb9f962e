// The slope of the square loss t^2/2 of a residual.
fn slope(residual: vec4f) -> vec4f {
  return residual;
}
