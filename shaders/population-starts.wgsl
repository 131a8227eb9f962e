// Sets the runs of a batch to their starts: see `startOf` in `src/engine/population/task.ts`.

const STREAM_STARTS = 1u;
const SAMPLING_RANDOM = 0u;
const SAMPLING_GRID = 1u;

struct Box {
  sampling: u32,
  variables: u32,
  seed: u32,
  // Always 0, which the compiler does not know.
  zero: u32,
  low_x: f32,
  // high - low, rounded to float32 as in `uniformIn`.
  span_x: f32,
  size_x: u32,
  low_y: f32,
  span_y: f32,
  size_y: u32,
}

@group(0) @binding(2) var<uniform> box: Box;
@group(0) @binding(3) var<storage, read_write> thetas: array<f32>;
@group(0) @binding(4) var<storage, read_write> marks: array<u32>;
// The coordinates of given points, a point after the other.
@group(0) @binding(5) var<storage, read> points: array<f32>;

fn uniform_in(low: f32, span: f32, word: u32) -> f32 {
  let product = span * unit_interval(word);
  // The product must be rounded before it is added, as on the processor: see `start_at` in `starts.wgsl`.
  return low + bitcast<f32>(bitcast<u32>(product) ^ box.zero);
}

fn start_at(index: u32) -> vec2f {
  if (box.sampling == SAMPLING_RANDOM) {
    let words = threefry(vec2u(box.seed, STREAM_STARTS), vec2u(index, 0u));
    return vec2f(uniform_in(box.low_x, box.span_x, words.x), uniform_in(box.low_y, box.span_y, words.y));
  }
  if (box.sampling == SAMPLING_GRID) {
    let cell = vec2f(f32(index % box.size_x), f32(index / box.size_x)) + 0.5;
    return vec2f(box.low_x, box.low_y) + vec2f(box.span_x, box.span_y) * (cell / vec2f(f32(box.size_x), f32(box.size_y)));
  }
  let place = index * box.variables;
  return vec2f(points[place], points[place + box.variables - 1u]);
}

// One invocation for a run.
@compute @workgroup_size(64)
fn begin(@builtin(global_invocation_id) id: vec3u) {
  let run = id.x;
  if (run >= 4u * slice.quads) {
    return;
  }
  let index = first_start(run / 4u) + run % 4u;
  let start = start_at(min(index, slice.starts - 1u));
  thetas[run] = start.x;
  if (box.variables > 1u) {
    thetas[4u * slice.quads + run] = start.y;
  }
  marks[run] = select(0u, NONE, index >= slice.starts);
}
