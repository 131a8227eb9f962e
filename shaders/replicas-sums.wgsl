// Of each chunk of replicas and each kept iterate: sums of powers of the distance from the reference, the least and the
// greatest distance, and counts for quantiles. A workgroup takes a few chunks at one iterate, one after the other, and adds its counts to all once.

const CHUNK = 1024u;
const WORKGROUP = 64u;
// See `src/engine/replicas/bins.ts`.
const PER_OCTAVE = 16u;
const LEAST = PER_OCTAVE * (127u - 14u);
const SIDE = PER_OCTAVE * 40u;
// Beyond all distances.
const FAR = 1e30;
// 0 where no quantiles are wanted.
override bins: u32;
// Chunks that a workgroup takes.
override span: u32;

struct Range {
  replicas: u32,
  chunks_per_rate: u32,
  chunk: u32,
  chunks: u32,
  // The number of the first kept iterate, and of all of them.
  frame: u32,
  frames: u32,
  bound: f32,
}

@group(0) @binding(0) var<uniform> range: Range;
@group(0) @binding(1) var<storage, read> references: array<f32>;
@group(0) @binding(2) var<storage, read> frames: array<f32>;
// Frames x chunks x 7.
@group(0) @binding(3) var<storage, read_write> sums: array<f32>;
@group(0) @binding(4) var<storage, read_write> counts: array<atomic<u32>>;

var<workgroup> partial_sums: array<vec4f, WORKGROUP>;
var<workgroup> partial_diverged: array<f32, WORKGROUP>;
// The least distance, and minus the greatest.
var<workgroup> partial_extremes: array<vec2f, WORKGROUP>;
var<workgroup> partial_counts: array<atomic<u32>, max(bins, 1u)>;

fn bin_of(distance: f32) -> u32 {
  let bits = bitcast<u32>(distance);
  let place = clamp(i32((bits & 0x7fffffffu) >> 19u) - i32(LEAST) + 1, 0, i32(SIDE));
  return u32(select(i32(SIDE) + place, i32(SIDE) - place, distance < 0.0));
}

@compute @workgroup_size(64)
fn add_up(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let end = min(range.chunks, (group.x + 1u) * span);
  for (var number = group.x * span; number < end; number++) {
    let chunk = range.chunk + number;
    let rate = chunk / range.chunks_per_rate;
    let row = rate * range.frames + range.frame + group.y;
    let place = group.y * range.chunks + number;
    take_chunk(index, place, chunk % range.chunks_per_rate * CHUNK, references[row]);
    if (number + 1u == end || (chunk + 1u) / range.chunks_per_rate != rate) {
      for (var bin = index; bin < bins; bin += WORKGROUP) {
        let count = atomicExchange(&partial_counts[bin], 0u);
        if (count > 0u) {
          atomicAdd(&counts[row * bins + bin], count);
        }
      }
    }
    workgroupBarrier();
  }
}

fn take_chunk(index: u32, place: u32, first: u32, reference: f32) {
  let replicas = min(CHUNK, range.replicas - first);
  var sum = vec4f();
  var diverged = 0.0;
  var extremes = vec2f(FAR);
  for (var i = index; i < replicas; i += WORKGROUP) {
    let distance = frames[place * CHUNK + i];
    let away = distance - reference;
    let square = away * away;
    extremes = min(extremes, vec2f(away, -away));
    sum += vec4f(away, square, square * away, square * square);
    if ((bitcast<u32>(distance) & 0x7fffffffu) > bitcast<u32>(range.bound)) {
      diverged += 1.0;
    }
    if (bins > 0u) {
      atomicAdd(&partial_counts[bin_of(away)], 1u);
    }
  }
  partial_sums[index] = sum;
  partial_diverged[index] = diverged;
  partial_extremes[index] = extremes;
  workgroupBarrier();
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    if (index < half) {
      partial_sums[index] += partial_sums[index + half];
      partial_diverged[index] += partial_diverged[index + half];
      partial_extremes[index] = min(partial_extremes[index], partial_extremes[index + half]);
    }
    workgroupBarrier();
  }
  if (index == 0u) {
    for (var power = 0u; power < 4u; power++) {
      sums[place * 7u + power] = partial_sums[0][power];
    }
    sums[place * 7u + 4u] = partial_diverged[0];
    sums[place * 7u + 5u] = partial_extremes[0].x;
    sums[place * 7u + 6u] = -partial_extremes[0].y;
  }
}
