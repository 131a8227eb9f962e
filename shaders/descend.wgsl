// Gradient descent of many starts at many learning rates.
//
// One invocation advances a group of 8 runs of one learning rate in registers: two vectors of four independent iterates
// keep a processor's pipelines busy where a single chain of dependent operations would leave them waiting. A dispatch
// makes the updates of some groups up to the end of a slice; between dispatches a run is its iterate and its mark, which
// `start.wgsl` puts down first.
//
// Updates are made in blocks, and a block only watches that no run leaves its surroundings: those of its minimum, or the
// range where `gradients` is right, which does not go beyond the bound. Whatever else there is to know is left to
// two kernels that are dispatched next, for those runs that need it: a group stops before the block in which a run leaves
// its surroundings, and goes on in `finish.wgsl`; in which iteration of a block a run came to its minimum, `date.wgsl`
// finds out. They are kernels of their own because a software adapter goes through everything in a kernel, needed or not;
// for the same reason loops test at their end whether to go on.
//
// A function, `gradients`, and an optimizer, `advance`, complete the program.

// The limit of a lane that is through: no magnitude exceeds it.
const AT_REST = 0x7fffffff;
// Updates in one go: the loop around them costs as much as a part of one.
const UNROLLED = 2u;

// Four runs.
struct Quad {
  theta: real,
  settled: vec4u,
  entry: real,
  // The surroundings: |theta - centre| has at most the bits `limit`.
  centre: vec4f,
  limit: vec4i,
}

// The iterates before arrivals of which only the block is known.
@group(0) @binding(6) var<storage, read_write> entries: array<vec4f>;
// Four runs that have to stop before the end of the slice: their place, and how many updates they have made.
@group(0) @binding(7) var<storage, read_write> unfinished: OpenQueue;
// The places of four runs of which some are to be dated.
@group(0) @binding(8) var<storage, read_write> undated: OpenQueue;
// Blocks of updates that groups at rest did not need, all together: how much of the slice was no work.
@group(0) @binding(9) var<storage, read_write> spared: atomic<u32>;

fn is_at_rest(quad: Quad) -> vec4<bool> {
  return quad.limit == vec4i(AT_REST);
}

fn has_left(theta: real, quad: Quad) -> bool {
  return any(magnitude(theta - quad.centre) > quad.limit);
}

// Whether a run is where `gradients` is not right: `finish.wgsl` has had it, and it has not come back.
fn is_outside(quad: Quad) -> bool {
  return any((magnitude(quad.theta - slice.middle) > bits(slice.reach)) & !is_at_rest(quad));
}

// Sets the surroundings that each run is not to leave unnoticed, given its nearest minimum and whether it is near it.
fn watch(given: Quad, minimum: vec4f, near: vec4<bool>) -> Quad {
  var quad = given;
  quad.centre = select(vec4f(slice.middle), minimum, near);
  quad.limit = select(select(bits(slice.reach), bits(slice.closeness), near), given.limit, is_at_rest(given));
  return quad;
}

fn open(place: u32) -> Quad {
  var quad: Quad;
  quad.settled = marks[place];
  let diverged = quad.settled >= vec4u(DIVERGED);
  quad.theta = select(thetas[place], vec4f(slice.middle), diverged);
  quad.limit = select(vec4i(0), vec4i(AT_REST), diverged);
  let minimum = nearest_minimum(quad.theta);
  return watch(quad, minimum, is_near(quad.theta, minimum));
}

// Keeps four runs. Those at rest were kept when they came to rest, and may be anywhere by now.
fn close(place: u32, quad: Quad, done: u32) {
  let near = is_near(quad.theta, nearest_minimum(quad.theta));
  let mark = select(vec4u(done + 1u), quad.settled, near);
  thetas[place] = select(quad.theta, thetas[place], is_at_rest(quad));
  marks[place] = select(mark, marks[place], is_at_rest(quad));
  if (done < slice.end) {
    entries[place] = quad.entry;
    let number = atomicAdd(&unfinished.count, 1u);
    unfinished.runs[2u * number] = place;
    unfinished.runs[2u * number + 1u] = done;
    if (number % 64u == 0u) {
      atomicMax(&unfinished.x, number / 64u + 1u);
    }
  } else if (any((mark >= vec4u(UNDATED)) & !is_at_rest(quad))) {
    entries[place] = quad.entry;
    list_undated(place);
  }
}

// What becomes of four runs at the end of a block that began at iteration `begin`.
fn conclude(given: Quad, theta: real, begin: u32) -> Quad {
  var quad = given;
  let minimum = nearest_minimum(theta);
  let near = is_near(theta, minimum);
  let came = near & ((given.limit != bits(slice.closeness)) | (given.centre != minimum));
  quad.entry = select(given.entry, given.theta, came);
  quad.settled = select(given.settled, vec4u(begin | UNDATED), came);
  quad.theta = theta;
  return watch(quad, minimum, near);
}

fn is_unchanged(quad: Quad, theta: real) -> vec4<bool> {
  return (bitcast<vec4u>(theta) == bitcast<vec4u>(quad.theta)) | is_at_rest(quad);
}

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.groups) {
    return;
  }
  load_minima();
  let rate = real(rate_of(id.x));
  let place = 2u * id.x;
  var done = slice.begin;
  // What is done to both halves of a group stands once, in a loop that takes them in turns: it is half as much to compile.
  var a: Quad;
  var b: Quad;
  for (var half = 0u; half < 2u; half++) {
    a = b;
    b = open(place + half);
  }
  if (all(is_at_rest(a) & is_at_rest(b))) {
    done = slice.end;
  }
  var made = 0u;
  let begins_inside = !is_outside(a) && !is_outside(b);
  // A few updates may remain, which are made carefully.
  while (begins_inside && slice.end - done >= UNROLLED) {
    let steps = min(block_at(done), (slice.end - done) / UNROLLED * UNROLLED);
    var theta_a = a.theta;
    var theta_b = b.theta;
    var left = false;
    var step = 0u;
    loop {
      let first = gradients(theta_a, theta_b);
      theta_a = advance(theta_a, first[0], rate);
      theta_b = advance(theta_b, first[1], rate);
      left |= has_left(theta_a, a) | has_left(theta_b, b);
      let second = gradients(theta_a, theta_b);
      theta_a = advance(theta_a, second[0], rate);
      theta_b = advance(theta_b, second[1], rate);
      left |= has_left(theta_a, a) | has_left(theta_b, b);
      continuing {
        step += UNROLLED;
        break if step >= steps;
      }
    }
    made += steps;
    if (left) {
      break;
    }
    let begin = done;
    done += steps;
    if (all(is_unchanged(a, theta_a) & is_unchanged(b, theta_b))) {
      // At a constant rate, runs that a block leaves where they were repeat it for ever: as many updates can be skipped, again and again.
      done = slice.end - (slice.end - done) % steps;
    }
    a = conclude(a, theta_a, begin);
    b = conclude(b, theta_b, begin);
  }
  for (var half = 0u; half < 2u; half++) {
    close(place + half, a, done);
    a = b;
  }
  if (done > slice.begin + made) {
    atomicAdd(&spared, (done - slice.begin - made) / BLOCK);
  }
}
