// How many examples an epoch of draws with replacement never draws: a workgroup for an epoch, which shares a set of bits.

const WORKGROUP = 64u;
// Words of the set.
override words: u32;

struct Range {
  examples: u32,
  // The first epoch.
  epoch: u32,
  seed: u32,
  stream: u32,
}

@group(0) @binding(0) var<uniform> range: Range;
// In how many epochs 0, 1, ... examples were never drawn.
@group(0) @binding(1) var<storage, read_write> never: array<atomic<u32>>;

var<workgroup> drawn: array<atomic<u32>, words>;
var<workgroup> total: atomic<u32>;

fn mark(word: u32) {
  let example = index_below(word, range.examples);
  atomicOr(&drawn[example / 32u], 1u << (example % 32u));
}

@compute @workgroup_size(64)
fn cover(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let epoch = range.epoch + group.x;
  for (var draw = 2u * index; draw < range.examples; draw += 2u * WORKGROUP) {
    let pair = threefry(vec2u(range.seed, range.stream), vec2u(epoch, draw / 2u));
    mark(pair.x);
    if (draw + 1u < range.examples) {
      mark(pair.y);
    }
  }
  workgroupBarrier();
  var count = 0u;
  for (var i = index; i < words; i += WORKGROUP) {
    count += countOneBits(atomicLoad(&drawn[i]));
  }
  atomicAdd(&total, count);
  workgroupBarrier();
  if (index == 0u) {
    atomicAdd(&never[range.examples - atomicLoad(&total)], 1u);
  }
}
