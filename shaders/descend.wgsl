// Gradient descent of many starts at many learning rates.
//
// One invocation advances a group of 8 starts of one learning rate in registers: two vectors of four independent
// iterates keep a processor's pipelines busy where a single chain of dependent operations would leave them waiting.
// A dispatch makes the updates from `begin` to `end` of some groups; between dispatches a run is its iterate and its mark.
//
// Updates are made in blocks of 16. Inside a block only what must be known of every iterate is followed; what is
// rare is found out by replaying the block from its beginning:
// - the exact iteration of a divergence, which the block itself only notices;
// - since when an iterate stays near a minimum, if at the block's end that is not the minimum that was followed.
//
// A function, `gradient`, and an optimizer, `advance`, complete the program.

alias real = vec4f;

const BLOCK = 16u;
// A mark with this bit is of a run that diverged: its other bits are the first iteration beyond the bound. The mark of
// another run is the first iteration from which it has been within tolerance of its nearest minimum ever since.
const DIVERGED = 0x80000000u;
// A limit that no magnitude exceeds: the lane is at rest, its iterate and mark already stored.
const AT_REST = 0xffffffffu;

struct Slice {
  first: u32,
  groups: u32,
  groups_per_rate: u32,
  begin: u32,
  end: u32,
  tolerance: f32,
  // The bits of the bound. The bits of finite floats that are not negative are ordered as the floats are, and those of
  // infinity and NaN, which WGSL may assume away in comparisons of floats, come after them all.
  bound: u32,
}

// Four runs.
struct Quad {
  theta: real,
  settled: vec4u,
  minimum: vec4f,
  limit: vec4u,
}

@group(0) @binding(2) var<uniform> slice: Slice;
@group(0) @binding(3) var<storage, read> rates: array<f32>;
@group(0) @binding(4) var<storage, read_write> thetas: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> marks: array<vec4u>;
// Blocks made by all invocations together: how much of the slice was real work.
@group(0) @binding(6) var<storage, read_write> effort: atomic<u32>;

fn magnitude(theta: real) -> vec4u {
  return bitcast<vec4u>(theta) & vec4u(0x7fffffffu);
}

fn outside(theta: real, minimum: vec4f) -> vec4<bool> {
  return abs(theta - minimum) > vec4f(slice.tolerance);
}

// Starts or resumes the quad at `place`, whose first run has start number `index`.
fn open(place: u32, index: u32) -> Quad {
  var quad: Quad;
  if (slice.begin == 0u) {
    quad.theta = vec4f(start_at(index), start_at(index + 1u), start_at(index + 2u), start_at(index + 3u));
    quad.minimum = nearest_minimum(quad.theta);
    quad.settled = select(vec4u(0u), vec4u(1u), outside(quad.theta, quad.minimum));
    // The last group of a rate is filled up with lanes that rest from the beginning.
    let surplus = vec4u(index) + vec4u(0u, 1u, 2u, 3u) >= vec4u(starts.count);
    quad.settled = select(quad.settled, vec4u(DIVERGED), surplus | (magnitude(quad.theta) > vec4u(slice.bound)));
    marks[place] = quad.settled;
    thetas[place] = quad.theta;
  } else {
    quad.theta = thetas[place];
    quad.settled = marks[place];
    quad.minimum = nearest_minimum(quad.theta);
  }
  let resting = quad.settled >= vec4u(DIVERGED);
  quad.limit = select(vec4u(slice.bound), vec4u(AT_REST), resting);
  quad.theta = select(quad.theta, vec4f(0.0), resting);
  return quad;
}

fn close(place: u32, quad: Quad) {
  for (var lane = 0u; lane < 4u; lane++) {
    if (quad.limit[lane] != AT_REST) {
      thetas[place][lane] = quad.theta[lane];
      marks[place][lane] = quad.settled[lane];
    }
  }
}

// After a block of `steps` updates from `before` at iteration `begin`: brings limits, minima and dates up to date.
fn review(place: u32, given: Quad, before: real, reach: vec4u, rate: f32, begin: u32, steps: u32) -> Quad {
  var quad = given;
  let nearest = nearest_minimum(quad.theta);
  let moved = (nearest != quad.minimum) & (quad.limit != vec4u(AT_REST));
  if (!any(moved | (reach > quad.limit))) {
    return quad;
  }
  quad.minimum = nearest;
  var theta = before;
  var settled = select(quad.settled, vec4u(begin + 1u), moved & outside(theta, nearest));
  for (var step = 1u; step <= steps; step++) {
    theta = advance(theta, gradient(theta), rate);
    settled = select(settled, vec4u(begin + step + 1u), outside(theta, nearest));
    var beyond = magnitude(theta) > quad.limit;
    if (step == steps) {
      // Should a compiler have rounded the block and its replay differently, the block counts.
      beyond |= (reach > quad.limit);
    }
    if (any(beyond)) {
      for (var lane = 0u; lane < 4u; lane++) {
        if (beyond[lane]) {
          thetas[place][lane] = theta[lane];
          marks[place][lane] = DIVERGED | (begin + step);
        }
      }
      quad.limit = select(quad.limit, vec4u(AT_REST), beyond);
    }
  }
  quad.settled = select(quad.settled, settled, moved);
  return quad;
}

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.groups) {
    return;
  }
  let group = slice.first + id.x;
  let rate = rates[group / slice.groups_per_rate];
  let index = group % slice.groups_per_rate * 8u;
  var a = open(2u * id.x, index);
  var b = open(2u * id.x + 1u, index + 4u);
  var blocks = 0u;
  var done = slice.begin;
  while (done < slice.end) {
    let steps = min(BLOCK, slice.end - done);
    let before_a = a.theta;
    let before_b = b.theta;
    var reach_a = vec4u(0u);
    var reach_b = vec4u(0u);
    for (var step = 1u; step <= steps; step++) {
      let next = vec4u(done + step + 1u);
      a.theta = advance(a.theta, gradient(a.theta), rate);
      b.theta = advance(b.theta, gradient(b.theta), rate);
      reach_a = max(reach_a, magnitude(a.theta));
      reach_b = max(reach_b, magnitude(b.theta));
      a.settled = select(a.settled, next, outside(a.theta, a.minimum));
      b.settled = select(b.settled, next, outside(b.theta, b.minimum));
    }
    a = review(2u * id.x, a, before_a, reach_a, rate, done, steps);
    b = review(2u * id.x + 1u, b, before_b, reach_b, rate, done, steps);
    a.theta = select(a.theta, before_a, a.limit == vec4u(AT_REST));
    b.theta = select(b.theta, before_b, b.limit == vec4u(AT_REST));
    blocks++;
    let begin = done;
    done += steps;
    // At a constant rate an iterate that a whole block leaves as it was will be left so by every further one: the run
    // repeats itself with a period that divides 16, and whole blocks can be skipped.
    let same = (bitcast<vec4u>(a.theta) == bitcast<vec4u>(before_a)) & (bitcast<vec4u>(b.theta) == bitcast<vec4u>(before_b));
    if (steps == BLOCK && all(same)) {
      let skipped = (slice.end - done) / BLOCK * BLOCK;
      // What was outside once in the block was outside in each of the skipped ones too.
      a.settled += select(vec4u(0u), vec4u(skipped), a.settled > vec4u(begin + 1u));
      b.settled += select(vec4u(0u), vec4u(skipped), b.settled > vec4u(begin + 1u));
      done += skipped;
    }
  }
  close(2u * id.x, a);
  close(2u * id.x + 1u, b);
  atomicAdd(&effort, blocks);
}
