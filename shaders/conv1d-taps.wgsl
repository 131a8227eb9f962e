// The filter in blocks of four taps, filled up with zeros to an even number of blocks, and its products with blocks of four neighbouring numbers.
//
// Each sum is taken from the first tap to the last, whichever invocation takes it: how the work is cut changes no bit.

@group(0) @binding(0) var<uniform> taps: array<vec4f, 1024>;

// Adds to four outputs what four taps make of the block that they begin with, and of the next one: k_j x_{i+j}.
fn add_along(sum: vec4f, k: vec4f, x: vec4f, next: vec4f) -> vec4f {
  var s = fma(vec4f(k.x), x, sum);
  s = fma(vec4f(k.y), vec4f(x.yzw, next.x), s);
  s = fma(vec4f(k.z), vec4f(x.zw, next.xy), s);
  return fma(vec4f(k.w), vec4f(x.w, next.xyz), s);
}

// The same for the transpose, which looks the other way: k_j y_{i-j}.
fn add_against(sum: vec4f, k: vec4f, y: vec4f, previous: vec4f) -> vec4f {
  var s = fma(vec4f(k.x), y, sum);
  s = fma(vec4f(k.y), vec4f(previous.w, y.xyz), s);
  s = fma(vec4f(k.z), vec4f(previous.zw, y.xy), s);
  return fma(vec4f(k.w), vec4f(previous.yzw, y.x), s);
}
