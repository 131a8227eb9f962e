// Minibatch descent of replicas, one invocation each: see `src/engine/replicas/task.ts`. What draws a batch is another part.

const CHUNK = 1024u;

struct Slice {
  // Replicas and chunks of one learning rate.
  replicas: u32,
  chunks_per_rate: u32,
  // The chunks that are computed.
  chunk: u32,
  chunks: u32,
  // Iterates to be visited, from number `begin` up to but not including `end`; every n-th of them is kept.
  begin: u32,
  end: u32,
  every: u32,
  examples: u32,
  batch: u32,
  seed: u32,
  stream: u32,
  start: f32,
  bound: f32,
}

@group(0) @binding(0) var<uniform> slice: Slice;
@group(0) @binding(1) var<storage, read> rates: array<f32>;
// Of each example the curvature and the gradient at the minimizer.
@group(0) @binding(2) var<storage, read> examples: array<vec2f>;
@group(0) @binding(3) var<storage, read_write> iterates: array<f32>;
// Frames x chunks x replicas, the first frame that the slice comes to at the front.
@group(0) @binding(4) var<storage, read_write> frames: array<f32>;

// Draws come two by two of one counter.
var<private> words: vec2u;

fn words_of(run: u32, number: u32) -> vec2u {
  return threefry(vec2u(slice.seed, slice.stream), vec2u(run, number >> 1u));
}

// Draw number `number` of a run. They are asked for in their order.
fn draw_below(run: u32, number: u32, count: u32) -> u32 {
  if ((number & 1u) == 0u) {
    words = words_of(run, number);
  }
  return index_below(select(words.x, words.y, (number & 1u) == 1u), count);
}

@compute @workgroup_size(64)
fn advance(@builtin(global_invocation_id) id: vec3u) {
  let lanes = slice.chunks * CHUNK;
  if (id.x >= lanes) {
    return;
  }
  let chunk = slice.chunk + id.x / CHUNK;
  let rate = chunk / slice.chunks_per_rate;
  let replica = chunk % slice.chunks_per_rate * CHUNK + id.x % CHUNK;
  if (replica >= slice.replicas) {
    return;
  }
  let run = rate * slice.replicas + replica;
  let factor = rates[rate] / f32(slice.batch);
  var distance = slice.start;
  var number = 0u;
  if (slice.begin > 0u) {
    distance = iterates[id.x];
    number = (slice.begin - 1u) * slice.batch;
    words = words_of(run, number);
  }
  var place = id.x;
  for (var k = slice.begin; k < slice.end; k++) {
    if (k > 0u) {
      let sum = batch_sum(run, number);
      number += slice.batch;
      // Compared as integers: WGSL may assume that there is no infinity. A run that is beyond the bound stays where it is.
      if ((bitcast<u32>(distance) & 0x7fffffffu) <= bitcast<u32>(slice.bound)) {
        distance -= factor * (sum.x * distance + sum.y);
      }
    }
    if (k % slice.every == 0u) {
      frames[place] = distance;
      place += lanes;
    }
  }
  iterates[id.x] = distance;
}
