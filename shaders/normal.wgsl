// A normal deviate of two random words by Box and Muller's formula: see `normalAt` in `src/math/noise.ts`. WGSL promises few
// digits of `log` and `cos`; these series have as many as float32.

// The logarithm of n / 2^24, for 1 <= n <= 2^24.
fn log_of_share(n: u32) -> f32 {
  let bits = bitcast<u32>(f32(n));
  var exponent = f32(bits >> 23u) - 151.0;
  var m = bitcast<f32>((bits & 0x7fffffu) | 0x3f800000u);
  if (m > 1.41421356) {
    m *= 0.5;
    exponent += 1.0;
  }
  let s = (m - 1.0) / (m + 1.0);
  let q = s * s;
  let series = 1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q * (1.0 / 9.0))));
  return 0.69314718 * exponent + 2.0 * s * series;
}

// The cosine of 2 pi n / 2^24: of the nearest quarter turn, and of what is left of the angle.
fn cosine_of_turn(n: u32) -> f32 {
  let quarter = (n + 0x200000u) >> 22u;
  let a = f32(i32(n) - i32(quarter << 22u)) * 3.74507028e-7;
  let q = a * a;
  let cosine = 1.0 + q * (-0.5 + q * (1.0 / 24.0 + q * (-1.0 / 720.0 + q * (1.0 / 40320.0))));
  let sine = a * (1.0 + q * (-1.0 / 6.0 + q * (1.0 / 120.0 + q * (-1.0 / 5040.0 + q * (1.0 / 362880.0)))));
  let value = select(cosine, sine, (quarter & 1u) == 1u);
  return select(value, -value, ((quarter + 1u) & 2u) == 2u);
}

fn normal_of(words: vec2u) -> f32 {
  let radius = sqrt(-2.0 * log_of_share(0x1000000u - (words.x >> 8u)));
  return radius * cosine_of_turn(words.y >> 8u);
}
