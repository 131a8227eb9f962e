// One level of a tree of sums: each invocation adds up to 64 numbers in a row, in eights, so that at most eight are added
// one after the other. The order of additions is the same every time.

const FAN = 64u;

struct Level {
  // Rows of numbers are summed, each by itself: `before` numbers become `after`.
  rows: u32,
  before: u32,
  after: u32,
  // Where the sums go.
  offset: u32,
}

@group(0) @binding(0) var<uniform> level: Level;
@group(0) @binding(1) var<storage, read> numbers: array<f32>;
@group(0) @binding(2) var<storage, read_write> sums: array<f32>;

@compute @workgroup_size(64)
fn add_up(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= level.rows * level.after) {
    return;
  }
  let begin = id.x / level.after * level.before;
  let end = begin + level.before;
  let first = begin + id.x % level.after * FAN;
  let last = min(first + FAN, end);
  var total = 0.0;
  for (var eight = first; eight < last; eight += 8u) {
    var sum = 0.0;
    for (var i = eight; i < min(eight + 8u, last); i++) {
      sum += numbers[i];
    }
    total += sum;
  }
  sums[level.offset + id.x] = total;
}
