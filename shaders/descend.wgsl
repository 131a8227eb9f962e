// Gradient descent of many starts at many learning rates.
//
// One invocation advances a group of 8 runs of one learning rate in registers: two vectors of four independent iterates
// keep a processor's pipelines busy where a single chain of dependent operations would leave them waiting. A dispatch
// makes the updates from `begin` to `end` of some groups; between dispatches a run is its iterate and its mark.
//
// Updates are made in blocks. Within a block each run is only watched for leaving the surroundings that it is in: those
// of its minimum, or all within the bound. A block in which a run leaves them, or at whose end it has come to a minimum,
// is made again by `make_carefully`, which finds out when that was. It stands outside of the loop over the blocks
// because a software adapter goes through every branch of a loop, taken or not.
//
// A function, `gradient`, and an optimizer, `advance`, complete the program.

alias real = vec4f;

const BLOCK = 16u;
// The limit of a lane that is through: no magnitude exceeds it.
const AT_REST = 0x7fffffff;

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
  // The first iteration from which each has been at the minimum that is nearest now.
  settled: vec4u,
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

fn is_at_rest(quad: Quad) -> vec4<bool> {
  return quad.limit == vec4i(AT_REST);
}

// Whether each run is known to be near a minimum, or is through.
fn is_watched(quad: Quad, minimum: vec4f) -> vec4<bool> {
  return ((quad.limit == bits(slice.closeness)) & (quad.centre == minimum)) | is_at_rest(quad);
}

// Sets what each run of a quad must not leave unnoticed, given its nearest minimum and whether it is near it.
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

// Keeps four runs for the next dispatch. Those at rest were kept when they came to rest.
fn close(place: u32, quad: Quad) {
  for (var lane = 0u; lane < 4u; lane++) {
    if (quad.limit[lane] != AT_REST) {
      thetas[place][lane] = quad.theta[lane];
      marks[place][lane] = quad.settled[lane];
    }
  }
}

// Makes at most a block of updates with every test at every iterate.
fn make_carefully(place: u32, given: Quad, rate: f32, begin: u32, steps: u32) -> Quad {
  var quad = given;
  // Which minimum the run ends at must be known before it can be told since when.
  var theta = given.theta;
  for (var step = 0u; step < steps; step++) {
    theta = update(theta, rate);
  }
  let minimum = nearest_minimum(theta);
  theta = given.theta;
  let elsewhere = (nearest_minimum(theta) != minimum) | !is_near(theta, minimum);
  quad.settled = select(given.settled, vec4u(begin + 1u), elsewhere);
  for (var step = 1u; step <= steps; step++) {
    theta = update(theta, rate);
    let iteration = begin + step;
    let elsewhere = (nearest_minimum(theta) != minimum) | !is_near(theta, minimum);
    quad.settled = select(quad.settled, vec4u(iteration + 1u), elsewhere);
    let beyond = (magnitude(theta) > bits(slice.bound)) & !is_at_rest(quad);
    for (var lane = 0u; lane < 4u; lane++) {
      if (beyond[lane]) {
        thetas[place][lane] = theta[lane];
        marks[place][lane] = DIVERGED | iteration;
      }
    }
    quad.limit = select(quad.limit, vec4i(AT_REST), beyond);
  }
  quad.theta = select(theta, given.theta, is_at_rest(quad));
  return watch(quad, minimum, is_near(theta, minimum));
}

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.groups) {
    return;
  }
  let group = slice.group + id.x;
  let rate = rates[slice.rate + group / slice.groups_per_rate];
  let index = group % slice.groups_per_rate * 8u;
  let place = 2u * id.x;
  var a = open(place, index);
  var b = open(place + 1u, index + 4u);
  var done = slice.begin;
  var blocks = 0u;
  loop {
    if (done + BLOCK <= slice.end) {
      loop {
        var theta_a = a.theta;
        var theta_b = b.theta;
        var left = false;
        var step = 0u;
        loop {
          theta_a = update(theta_a, rate);
          theta_b = update(theta_b, rate);
          left |= any(magnitude(theta_a - a.centre) > a.limit) | any(magnitude(theta_b - b.centre) > b.limit);
          continuing {
            step++;
            break if step == BLOCK;
          }
        }
        let minimum_a = nearest_minimum(theta_a);
        let minimum_b = nearest_minimum(theta_b);
        let near_a = is_near(theta_a, minimum_a);
        let near_b = is_near(theta_b, minimum_b);
        let came_a = near_a & !is_watched(a, minimum_a);
        let came_b = near_b & !is_watched(b, minimum_b);
        blocks++;
        if (left | any(came_a | came_b)) {
          break;
        }
        done += BLOCK;
        theta_a = select(theta_a, a.theta, is_at_rest(a));
        theta_b = select(theta_b, b.theta, is_at_rest(b));
        let same_a = bitcast<vec4u>(theta_a) == bitcast<vec4u>(a.theta);
        let same_b = bitcast<vec4u>(theta_b) == bitcast<vec4u>(b.theta);
        if (all(same_a & same_b)) {
          // At a constant rate, runs that a block leaves where they were repeat it for ever: whole blocks can be skipped.
          done = slice.end - (slice.end - done) % BLOCK;
        }
        a.theta = theta_a;
        b.theta = theta_b;
        a.settled = select(vec4u(done + 1u), a.settled, near_a);
        b.settled = select(vec4u(done + 1u), b.settled, near_b);
        a = watch(a, minimum_a, near_a);
        b = watch(b, minimum_b, near_b);
        continuing {
          break if done + BLOCK > slice.end;
        }
      }
    }
    let steps = min(BLOCK, slice.end - done);
    a = make_carefully(place, a, rate, done, steps);
    b = make_carefully(place + 1u, b, rate, done, steps);
    done += steps;
    continuing {
      break if done >= slice.end;
    }
  }
  close(place, a);
  close(place + 1u, b);
  atomicAdd(&effort, blocks);
}
