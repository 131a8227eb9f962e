// The slope of Huber's loss of a residual: the residual itself, cut off at -1 and 1.
fn slope(residual: vec4f) -> vec4f {
  let low = select(residual, vec4f(-1.0), residual < vec4f(-1.0));
  return select(low, vec4f(1.0), residual > vec4f(1.0));
}
