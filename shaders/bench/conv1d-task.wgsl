// What the convolutions that the engine is measured against are told.

struct Task {
  length: u32,
  taps: u32,
  ridge: f32,
  rate: f32,
}

@group(0) @binding(0) var<uniform> task: Task;
@group(0) @binding(1) var<storage, read> taps: array<f32>;
@group(0) @binding(2) var<storage, read> observed: array<f32>;
@group(0) @binding(3) var<storage, read_write> x: array<f32>;
@group(0) @binding(4) var<storage, read_write> slopes: array<f32>;
