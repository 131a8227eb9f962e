// What the kernels that the engine is measured against are told, and where they leave what they find.

struct Task {
  starts: u32,
  iterations: u32,
  low: f32,
  high: f32,
  rate: f32,
  tolerance: f32,
  bound: f32,
  sharp: f32,
  wide: f32,
}

const DIVERGED = 0x80000000u;

@group(0) @binding(0) var<uniform> task: Task;
@group(0) @binding(1) var<storage, read_write> thetas: array<f32>;
// The first iteration from which a run is within tolerance of a minimum; or DIVERGED and the first one beyond the bound.
@group(0) @binding(2) var<storage, read_write> marks: array<u32>;

fn start_at(index: u32) -> f32 {
  return task.low + (task.high - task.low) * ((f32(index) + 0.5) / f32(task.starts));
}

fn is_away(theta: f32) -> bool {
  return (abs(theta - task.sharp) > task.tolerance) & (abs(theta - task.wide) > task.tolerance);
}
