// Dates arrivals of which only the block is known, now that it is known which of them count: it makes the updates of that block
// once more. All of them are where `gradients` is right. One invocation dates two times four runs, which keep a processor's
// pipelines busy.

// Whether all that is within the tolerance of a minimum is nearest to that one.
override distinct_minima = false;

@group(0) @binding(6) var<storage, read> entries: array<vec4f>;
@group(0) @binding(8) var<storage, read> undated: Queue;

// The date of runs, given where they are in some iteration: not before the next one, if they are elsewhere.
fn date_after(date: vec4u, iteration: vec4u, theta: real, minimum: vec4f) -> vec4u {
  var elsewhere = !is_near(theta, minimum);
  if (!distinct_minima) {
    elsewhere |= nearest_minimum(theta) != minimum;
  }
  // The last block of a slice may be a short one.
  return select(date, iteration + vec4u(1u), elsewhere & (iteration <= vec4u(slice.end)));
}

// Four runs: where they stay, and their iterates from that of the iteration `at` on.
struct Arrivals {
  place: u32,
  rate: real,
  mark: vec4u,
  minimum: vec4f,
  theta: real,
  at: vec4u,
  date: vec4u,
}

fn arrivals(place: u32) -> Arrivals {
  let mark = marks[place];
  let minimum = nearest_minimum(thetas[place]);
  let theta = entries[place];
  let at = mark & ~vec4u(UNDATED);
  return Arrivals(place, real(rate_of(place / 2u)), mark, minimum, theta, at, date_after(vec4u(0u), at, theta, minimum));
}

fn moved(given: Arrivals, slope: real) -> Arrivals {
  var next = given;
  next.theta = advance(given.theta, slope, given.rate);
  next.at = given.at + vec4u(1u);
  next.date = date_after(given.date, next.at, next.theta, given.minimum);
  return next;
}

fn is_undated(mark: vec4u) -> vec4<bool> {
  return (mark >= vec4u(UNDATED)) & (mark < vec4u(DIVERGED));
}

// The longest of the blocks in which some of the runs arrived. Blocks grow, so it is the latest.
fn longest_block(arrivals: Arrivals) -> u32 {
  let at = select(vec4u(0u), arrivals.at, is_undated(arrivals.mark));
  return block_at(max(max(at.x, at.y), max(at.z, at.w)));
}

fn keep(arrivals: Arrivals) {
  marks[arrivals.place] = select(arrivals.mark, arrivals.date, is_undated(arrivals.mark));
}

@compute @workgroup_size(64)
fn date(@builtin(global_invocation_id) id: vec3u) {
  let first = 2u * id.x;
  if (first >= undated.count) {
    return;
  }
  load_minima();
  var a = arrivals(undated.runs[first]);
  // The last one again where the number is odd.
  var b = arrivals(undated.runs[min(first + 1u, undated.count - 1u)]);
  let most = max(longest_block(a), longest_block(b));
  var step = 0u;
  loop {
    let slopes = gradients(a.theta, b.theta);
    a = moved(a, slopes[0]);
    b = moved(b, slopes[1]);
    continuing {
      step++;
      break if step >= most;
    }
  }
  keep(a);
  keep(b);
}
