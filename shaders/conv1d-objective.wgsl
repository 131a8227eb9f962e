// The descent's objective, F(x) = sum_i loss((A x - b)_i) + (ridge / 2) |x|^2, and a step down from x.
// A loss, `slope`, completes it.

struct Problem {
  // n - r + 1
  rows: u32,
  // r, in blocks of four taps.
  tap_blocks: u32,
  // How many blocks x takes per learning rate, and the slopes, which have `tap_blocks` blocks of zeros before them.
  x_stride: u32,
  y_stride: u32,
  tiles: u32,
  rates: u32,
  ridge: f32,
  // The root of ridge / 2.
  ridge_weight: f32,
  // A residual, and a weighted number of x, so large that its loss alone is beyond the bound.
  largest_residual: f32,
  largest_weighted: f32,
}

@group(0) @binding(1) var<uniform> problem: Problem;
@group(0) @binding(2) var<storage, read> observed: array<vec4f>;
@group(0) @binding(3) var<storage, read> rates: array<f32>;

// Magnitudes, but no larger ones than the limit, also for what is no finite number: compared as integers, because a
// compiler may take it for granted that every float is finite. So sums stay finite, and beyond the bound if they should be.
fn magnitude_up_to(t: vec4f, limit: f32) -> vec4f {
  return bitcast<vec4f>(min(bitcast<vec4u>(t) & vec4u(0x7fffffffu), vec4u(bitcast<u32>(limit))));
}

// loss(t) = s (t - s/2), where s is the slope: t^2/2 where that is t, |t| - 1/2 where it is the sign of t.
fn loss_of(residual: vec4f) -> vec4f {
  let t = magnitude_up_to(residual, problem.largest_residual);
  let s = slope(t);
  return s * (t - 0.5 * s);
}

fn ridge_of(x: vec4f) -> vec4f {
  let t = magnitude_up_to(problem.ridge_weight * x, problem.largest_weighted);
  return t * t;
}

// A block of residuals; zero where there are no rows.
fn residual_of(product: vec4f, at: u32) -> vec4f {
  let row = vec4u(4u * at) + vec4u(0u, 1u, 2u, 3u);
  return select(product - observed[at], vec4f(0.0), row >= vec4u(problem.rows));
}

fn descend_from(x: vec4f, gradient: vec4f, rate: f32) -> vec4f {
  return x - rate * fma(vec4f(problem.ridge), x, gradient);
}
