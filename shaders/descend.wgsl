// Gradient descent of many starts at many learning rates.
//
// One invocation advances a group of 8 runs of one learning rate in registers: two vectors of four independent iterates
// keep a processor's pipelines busy where a single chain of dependent operations would leave them waiting. A dispatch
// makes the updates from `begin` to `end` of some groups; between dispatches a run is its iterate and its mark.
//
// Updates are made in blocks, and a block only watches that no run leaves its surroundings: those of its minimum, or all
// within the bound. What there is to know besides is found out by making a block once more, testing every iterate:
// `make_carefully` does that when a run has left its surroundings, and at the end it is done for the block in which a run
// came to its minimum, to date that. Both stand outside of the loop over the blocks, because a software adapter goes through
// everything in a loop, needed or not; for the same reason loops test at their end whether to go on.
//
// A function, `gradient`, and an optimizer, `advance`, complete the program.

alias real = vec4f;

const BLOCK = 32u;
// The limit of a lane that is through: no magnitude exceeds it.
const AT_REST = 0x7fffffff;
// With this bit, `settled` says where the block began in which the run came to its minimum; `entry` is its iterate there.
const UNDATED = 0x40000000u;

struct Slice {
  // The first learning rate, and the first of its groups.
  rate: u32,
  group: u32,
  groups: u32,
  groups_per_rate: u32,
  begin: u32,
  end: u32,
  tolerance: f32,
  // Not above the tolerance: who stays so close to a minimum is within the bound, and nearer to no other minimum.
  closeness: f32,
  bound: f32,
}

// Four runs.
struct Quad {
  theta: real,
  // Of those near a minimum, the first iteration from which they have been; see UNDATED.
  settled: vec4u,
  entry: real,
  // The surroundings: |theta - centre| has at most the bits `limit`.
  centre: vec4f,
  limit: vec4i,
}

@group(0) @binding(2) var<uniform> slice: Slice;
@group(0) @binding(3) var<storage, read> rates: array<f32>;
@group(0) @binding(4) var<storage, read_write> thetas: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> marks: array<vec4u>;
// Blocks made by all invocations together: how much of the slice was real work.
@group(0) @binding(6) var<storage, read_write> effort: atomic<u32>;

fn update(theta: real, rate: f32) -> real {
  return advance(theta, gradient(theta), rate);
}

fn bits(x: f32) -> vec4i {
  return vec4i(bitcast<i32>(x));
}

fn is_near(theta: real, minimum: vec4f) -> vec4<bool> {
  return magnitude(theta - minimum) <= bits(slice.tolerance);
}

fn is_elsewhere(theta: real, minimum: vec4f) -> vec4<bool> {
  return !is_near(theta, minimum) | (nearest_minimum(theta) != minimum);
}

fn is_at_rest(quad: Quad) -> vec4<bool> {
  return quad.limit == vec4i(AT_REST);
}

fn has_left(theta: real, quad: Quad) -> bool {
  return any(magnitude(theta - quad.centre) > quad.limit);
}

// Sets the surroundings that each run is not to leave unnoticed, given its nearest minimum and whether it is near it.
fn watch(given: Quad, minimum: vec4f, near: vec4<bool>) -> Quad {
  var quad = given;
  quad.centre = select(vec4f(0.0), minimum, near);
  quad.limit = select(select(bits(slice.bound), bits(slice.closeness), near), given.limit, is_at_rest(given));
  return quad;
}

// Starts the four runs kept at `place`, the first of which has start number `index`, or takes them up again.
fn open(place: u32, index: u32) -> Quad {
  if (slice.begin == 0u) {
    let theta = vec4f(start_at(index), start_at(index + 1u), start_at(index + 2u), start_at(index + 3u));
    // The last group of a rate is filled up with lanes that rest from the beginning.
    let surplus = vec4u(index) + vec4u(0u, 1u, 2u, 3u) >= vec4u(starts.count);
    let mark = select(vec4u(1u), vec4u(0u), is_near(theta, nearest_minimum(theta)));
    thetas[place] = theta;
    marks[place] = select(mark, vec4u(DIVERGED), surplus | (magnitude(theta) > bits(slice.bound)));
  }
  var quad: Quad;
  quad.settled = marks[place];
  let diverged = quad.settled >= vec4u(DIVERGED);
  quad.theta = select(thetas[place], vec4f(0.0), diverged);
  quad.limit = select(vec4i(0), vec4i(AT_REST), diverged);
  let minimum = nearest_minimum(quad.theta);
  return watch(quad, minimum, is_near(quad.theta, minimum));
}

// Keeps four runs for the next dispatch. Those at rest were kept when they came to rest, and may be anywhere by now.
fn close(place: u32, quad: Quad) {
  for (var lane = 0u; lane < 4u; lane++) {
    if (quad.limit[lane] != AT_REST) {
      thetas[place][lane] = quad.theta[lane];
      marks[place][lane] = quad.settled[lane];
    }
  }
}

// What becomes of four runs at the end of a block that began at iteration `begin`.
fn conclude(given: Quad, theta: real, minimum: vec4f, begin: u32) -> Quad {
  var quad = given;
  let near = is_near(theta, minimum);
  let came = near & ((given.limit != bits(slice.closeness)) | (given.centre != minimum));
  quad.entry = select(given.entry, given.theta, came);
  quad.settled = select(given.settled, vec4u(begin | UNDATED), came);
  quad.theta = theta;
  return watch(quad, minimum, near);
}

// Makes the updates of a block, at whose end `minimum` is the nearest, and tests every iterate.
fn make_carefully(place: u32, given: Quad, minimum: vec4f, rate: f32, begin: u32, steps: u32) -> Quad {
  var quad = given;
  var theta = given.theta;
  quad.settled = select(given.settled, vec4u(begin + 1u), is_elsewhere(theta, minimum));
  var iteration = begin;
  loop {
    iteration++;
    theta = update(theta, rate);
    quad.settled = select(quad.settled, vec4u(iteration + 1u), is_elsewhere(theta, minimum));
    let beyond = (magnitude(theta) > bits(slice.bound)) & !is_at_rest(quad);
    for (var lane = 0u; lane < 4u; lane++) {
      if (beyond[lane]) {
        thetas[place][lane] = theta[lane];
        marks[place][lane] = DIVERGED | iteration;
      }
    }
    quad.limit = select(quad.limit, vec4i(AT_REST), beyond);
    continuing {
      break if iteration == begin + steps;
    }
  }
  quad.theta = select(theta, given.theta, is_at_rest(quad));
  return watch(quad, minimum, is_near(theta, minimum));
}

// Moves the iteration from which runs have been near a minimum behind that of `theta`, `step` updates after `entry`, if
// they are not near it there.
fn date(settled: vec4u, quad: Quad, theta: real, minimum: vec4f, step: u32) -> vec4u {
  let iteration = (quad.settled & ~vec4u(UNDATED)) + vec4u(step);
  // The last block of a slice may be a short one.
  let is_made = iteration <= vec4u(slice.end);
  return select(settled, iteration + vec4u(1u), is_made & is_elsewhere(theta, minimum));
}

fn is_undated(quad: Quad) -> vec4<bool> {
  return (quad.settled & vec4u(UNDATED)) != vec4u(0u);
}

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.groups) {
    return;
  }
  load_minima();
  let group = slice.group + id.x;
  let rate = rates[slice.rate + group / slice.groups_per_rate];
  let index = group % slice.groups_per_rate * 8u;
  let place = 2u * id.x;
  var a = open(place, index);
  var b = open(place + 1u, index + 4u);
  var done = slice.begin;
  var blocks = 0u;
  while (done < slice.end && !all(is_at_rest(a) & is_at_rest(b))) {
    var steps: u32;
    var left: bool;
    var minimum_a: vec4f;
    var minimum_b: vec4f;
    loop {
      steps = min(BLOCK, slice.end - done);
      left = false;
      var theta_a = a.theta;
      var theta_b = b.theta;
      var step = 0u;
      loop {
        theta_a = update(theta_a, rate);
        theta_b = update(theta_b, rate);
        left |= has_left(theta_a, a) | has_left(theta_b, b);
        // Two updates each time: the loop itself costs as much as a part of one. If their number is odd, the last one
        // stays where it is.
        let second = select(rate, 0.0, step + 1u == steps);
        theta_a = update(theta_a, second);
        theta_b = update(theta_b, second);
        left |= has_left(theta_a, a) | has_left(theta_b, b);
        continuing {
          step += 2u;
          break if step >= steps;
        }
      }
      blocks++;
      minimum_a = nearest_minimum(theta_a);
      minimum_b = nearest_minimum(theta_b);
      if (left) {
        break;
      }
      let unchanged_a = (bitcast<vec4u>(theta_a) == bitcast<vec4u>(a.theta)) | is_at_rest(a);
      let unchanged_b = (bitcast<vec4u>(theta_b) == bitcast<vec4u>(b.theta)) | is_at_rest(b);
      let begin = done;
      done += steps;
      if (all(unchanged_a & unchanged_b)) {
        // At a constant rate, runs that a block leaves where they were repeat it for ever: whole blocks can be skipped.
        done = slice.end - (slice.end - done) % BLOCK;
      }
      a = conclude(a, theta_a, minimum_a, begin);
      b = conclude(b, theta_b, minimum_b, begin);
      continuing {
        break if done == slice.end;
      }
    }
    if (left) {
      a = make_carefully(place, a, minimum_a, rate, done, steps);
      b = make_carefully(place + 1u, b, minimum_b, rate, done, steps);
      done += steps;
      blocks++;
    }
  }

  // Only where runs end up tells which of their arrivals count.
  let minimum_a = nearest_minimum(a.theta);
  let minimum_b = nearest_minimum(b.theta);
  var theta_a = a.entry;
  var theta_b = b.entry;
  var settled_a = date(vec4u(0u), a, theta_a, minimum_a, 0u);
  var settled_b = date(vec4u(0u), b, theta_b, minimum_b, 0u);
  let undated = any(is_undated(a) | is_undated(b));
  var step = 0u;
  loop {
    step++;
    theta_a = update(theta_a, rate);
    theta_b = update(theta_b, rate);
    settled_a = date(settled_a, a, theta_a, minimum_a, step);
    settled_b = date(settled_b, b, theta_b, minimum_b, step);
    continuing {
      break if step == BLOCK || !undated;
    }
  }
  settled_a = select(a.settled, settled_a, is_undated(a));
  settled_b = select(b.settled, settled_b, is_undated(b));
  a.settled = select(vec4u(slice.end + 1u), settled_a, is_near(a.theta, minimum_a));
  b.settled = select(vec4u(slice.end + 1u), settled_b, is_near(b.theta, minimum_b));
  close(place, a);
  close(place + 1u, b);
  atomicAdd(&effort, blocks);
}
