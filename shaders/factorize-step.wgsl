// A step down, of a block of a vector, from the old values to the new ones.

@group(0) @binding(7) var<uniform> rates: array<vec4f, 64>;
@group(0) @binding(8) var<storage, read_write> next: array<vec4f>;
@group(0) @binding(9) var<storage, read_write> ridges: array<f32>;

// 1 for numbers that learn, 0 for those that stay what they are.
fn learning(index: u32) -> vec4f {
  let number = vec4u(4u * index) + vec4u(0u, 1u, 2u, 3u);
  return select(vec4f(1.0), vec4f(0.0), number == vec4u(side.constant));
}

// Writes the new block; the result is its part of the next epoch's ridge.
fn step_down(at: u32, index: u32, old: vec4f, sum: vec4f, rate: f32) -> f32 {
  let learns = learning(index);
  let after = old + rate * (learns * (sum - side.ridge * old));
  next[at + index] = after;
  let weighted = side.ridge_weight * (learns * after);
  return dot(weighted, weighted);
}
