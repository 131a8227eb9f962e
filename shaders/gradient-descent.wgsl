// Plain gradient descent: theta - rate * gradient. Another optimizer is another `advance` that a program is composed with.
fn advance(theta: real, gradient: real, rate: real) -> real {
  return fma(-rate, gradient, theta);
}
