// Follows runs for some steps after their last iteration, and judges those of which extremes tell what becomes of them: what
// stays at a place, rests, or goes one way. It needs no memory for the steps, and so is many times as quick as `follow.wgsl`,
// which is dispatched next for the others. Its criteria are those of `judge.wgsl`.

// Four runs side by side.
alias real = vec4f;
alias integer = vec4i;

const EPSILON = 0x1p-23;

// The runs that are to be followed.
struct Followed {
  x: u32,
  y: u32,
  z: u32,
  count: u32,
  runs: array<u32>,
}

// The workgroups that `follow.wgsl` is dispatched with, and its runs.
struct Unjudged {
  x: atomic<u32>,
  y: u32,
  z: u32,
  count: atomic<u32>,
  runs: array<u32>,
}

@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read> places: array<Place>;
@group(0) @binding(4) var<storage, read> thetas: array<f32>;
@group(0) @binding(5) var<storage, read_write> marks: array<u32>;
@group(0) @binding(6) var<storage, read> followed: Followed;
@group(0) @binding(7) var<storage, read_write> unjudged: Unjudged;

// What is known of iterates that were followed.
struct Tail {
  theta: real,
  low: real,
  high: real,
  rises: vec4<bool>,
  falls: vec4<bool>,
  // Whether a run passed the bound or left the domain.
  is_gone: vec4<bool>,
}

fn go_on(given: Tail, rate: real, steps: u32) -> Tail {
  var tail = given;
  var step = 0u;
  loop {
    let next = advance(tail.theta, gradient(tail.theta), rate);
    tail.rises |= next > tail.theta;
    tail.falls |= next < tail.theta;
    tail.low = min(tail.low, next);
    tail.high = max(tail.high, next);
    tail.is_gone |= (magnitude(next) > vec4i(bitcast<i32>(batch.bound))) | (inside(next) != real(1.0));
    tail.theta = next;
    continuing {
      step++;
      break if step >= steps;
    }
  }
  return tail;
}

// The farthest that a range goes from a point.
fn farthest(low: real, high: real, point: real) -> real {
  return max(abs(low - point), abs(high - point));
}

struct Held {
  number: vec4u,
  is_held: vec4<bool>,
}

// The nearest of some places to each end, and whether theory lets it hold the run and the run stays there.
fn held_at(first: u32, count: u32, start: real, half: Tail, end: real, rate: real, resting: real) -> Held {
  if (count == 0u) {
    return Held(vec4u(first), vec4<bool>(false));
  }
  var number = vec4u(first);
  var place = real(places[first].at);
  var limit = real(places[first].possible);
  for (var i = first + 1u; i < first + count; i++) {
    let nearer = abs(places[i].at - end) < abs(place - end);
    number = select(number, vec4u(i), nearer);
    place = select(place, real(places[i].at), nearer);
    limit = select(limit, real(places[i].possible), nearer);
  }
  let stays = farthest(half.low, half.high, place) <= real(batch.tolerance);
  let closes_in = abs(end - place) <= max(abs(start - place) * (1.0 + SAME), resting);
  return Held(number, (rate <= limit) & stays & closes_in);
}

@compute @workgroup_size(64)
fn follow(@builtin(global_invocation_id) id: vec3u) {
  let first = 4u * id.x;
  if (first >= followed.count) {
    return;
  }
  let order = vec4u(first) + vec4u(0u, 1u, 2u, 3u);
  let last = vec4u(followed.count - 1u);
  let listed = min(order, last);
  let run = vec4u(
    followed.runs[listed.x],
    followed.runs[listed.y],
    followed.runs[listed.z],
    followed.runs[listed.w],
  );
  let start = real(thetas[run.x], thetas[run.y], thetas[run.z], thetas[run.w]);
  let rate = real(
    rates[rate_number(run.x / 8u)],
    rates[rate_number(run.y / 8u)],
    rates[rate_number(run.z / 8u)],
    rates[rate_number(run.w / 8u)],
  );
  const NO = vec4<bool>(false);
  let half = go_on(Tail(start, start, start, NO, NO, inside(start) != real(1.0)), rate, HALF);
  let whole = go_on(half, rate, FOLLOWED - HALF);
  let end = whole.theta;

  let rounding = ROUNDINGS * EPSILON * abs(end);
  let resting = max(real(batch.tolerance * SMALL_PART), rounding);
  let minimum = held_at(0u, batch.minima, start, half, end, rate, resting);
  let place = held_at(batch.minima, batch.elsewhere, start, half, end, rate, resting);
  let rests = farthest(whole.low, whole.high, end) <= rounding;
  let goes_one_way = !(whole.rises & whole.falls);
  var is_ahead = NO;
  for (var i = 0u; i < batch.minima + batch.elsewhere; i++) {
    is_ahead |= (places[i].at - end) * sign(end - start) >= real(-batch.tolerance);
  }
  var ending = coded(0u) + select(vec4u(CODE_FALLING), vec4u(CODE_MOVING), is_ahead);
  ending = select(ending, vec4u(coded(CODE_STILL)), rests);
  ending = select(ending, place.number, place.is_held);
  ending = select(ending, minimum.number, minimum.is_held);
  let is_judged = !whole.is_gone & (minimum.is_held | place.is_held | rests | goes_one_way);

  for (var lane = 0u; lane < 4u && order[lane] <= last[lane]; lane++) {
    if (is_judged[lane]) {
      let date = select(batch.iterations, marks[run[lane]] & DATE, ending[lane] < batch.minima);
      marks[run[lane]] = (ending[lane] << ENDING_SHIFT) | date;
    } else {
      let count = atomicAdd(&unjudged.count, 1u);
      unjudged.runs[count] = run[lane];
      atomicMax(&unjudged.x, count / 64u + 1u);
    }
  }
}
