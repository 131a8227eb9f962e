// Plain gradient descent. Another optimizer is another `advance` that a program is composed with.
fn advance(theta: real, gradient: real, rate: f32) -> real {
  return theta - rate * gradient;
}
