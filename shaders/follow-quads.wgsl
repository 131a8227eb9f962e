// Follows runs for some steps after their last iteration, and judges those of which extremes tell what becomes of them: what
// stays at a place, rests, or goes one way, all of that where `gradients` is right. It needs no memory for the steps, and so is
// many times as quick as `follow.wgsl`, which is dispatched next for the others. Its criteria are those of `judge.wgsl`.

// Four runs side by side.
alias real = vec4f;
alias integer = vec4i;

const EPSILON = 0x1p-23;

@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read> places: array<Place>;
@group(0) @binding(4) var<storage, read> thetas: array<f32>;
@group(0) @binding(5) var<storage, read_write> marks: array<u32>;
@group(0) @binding(6) var<storage, read> followed: Queue;
@group(0) @binding(7) var<storage, read_write> unjudged: OpenQueue;

// What is known of iterates that were followed.
struct Tail {
  theta: real,
  low: real,
  high: real,
  rises: vec4<bool>,
  falls: vec4<bool>,
}

fn began(theta: real) -> Tail {
  return Tail(theta, theta, theta, vec4<bool>(false), vec4<bool>(false));
}

fn followed_to(given: Tail, next: real) -> Tail {
  return Tail(
    next,
    min(given.low, next),
    max(given.high, next),
    given.rises | (next > given.theta),
    given.falls | (next < given.theta),
  );
}

// Two times four runs, which keep a processor's pipelines busy.
struct Tails {
  a: Tail,
  b: Tail,
}

fn step_on(tails: Tails, rate_a: real, rate_b: real) -> Tails {
  let slopes = gradients(tails.a.theta, tails.b.theta);
  return Tails(
    followed_to(tails.a, advance(tails.a.theta, slopes[0], rate_a)),
    followed_to(tails.b, advance(tails.b.theta, slopes[1], rate_b)),
  );
}

// Half of the steps, two in one go: the loop around them costs as much as a part of one.
fn go_on(given: Tails, rate_a: real, rate_b: real) -> Tails {
  var tails = given;
  var step = 0u;
  loop {
    tails = step_on(step_on(tails, rate_a, rate_b), rate_a, rate_b);
    continuing {
      step += 2u;
      break if step >= HALF;
    }
  }
  return tails;
}

fn is_outside(theta: real) -> vec4<bool> {
  return magnitude(theta - batch.middle) > vec4i(bitcast<i32>(batch.reach));
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

// The numbers of four runs of the list; the last one again where it is over.
fn listed(first: u32) -> vec4u {
  let place = min(vec4u(first) + vec4u(0u, 1u, 2u, 3u), vec4u(followed.count - 1u));
  return vec4u(followed.runs[place.x], followed.runs[place.y], followed.runs[place.z], followed.runs[place.w]);
}

fn starts_of(run: vec4u) -> real {
  return real(thetas[run.x], thetas[run.y], thetas[run.z], thetas[run.w]);
}

fn rate_of(run: u32) -> f32 {
  return rates[rate_number(run / 8u)];
}

fn rates_of(run: vec4u) -> real {
  return real(rate_of(run.x), rate_of(run.y), rate_of(run.z), rate_of(run.w));
}

// Writes the record of a run, or lists it for `follow.wgsl`.
fn record(place: u32, run: u32, ending: u32, is_judged: bool) {
  if (place >= followed.count) {
    return;
  }
  if (is_judged) {
    let date = select(batch.iterations, marks[run] & DATE, ending < batch.minima);
    marks[run] = (ending << ENDING_SHIFT) | date;
  } else {
    let count = atomicAdd(&unjudged.count, 1u);
    unjudged.runs[count] = run;
    atomicMax(&unjudged.x, count / 64u + 1u);
  }
}

// Judges four runs by the first half of their tails, and the whole.
fn judge(first: u32, run: vec4u, rate: real, half: Tail, whole: Tail) {
  let start = starts_of(run);
  let end = whole.theta;
  let rounding = ROUNDINGS * EPSILON * abs(end);
  let resting = max(real(batch.tolerance * SMALL_PART), rounding);
  let minimum = held_at(0u, batch.minima, start, half, end, rate, resting);
  let place = held_at(batch.minima, batch.elsewhere, start, half, end, rate, resting);
  let rests = farthest(whole.low, whole.high, end) <= rounding;
  var is_ahead = vec4<bool>(false);
  for (var i = 0u; i < batch.minima + batch.elsewhere + batch.level; i++) {
    is_ahead |= (places[i].at - start) * sign(end - start) >= real(-batch.tolerance);
  }
  var ending = coded(0u) + select(vec4u(CODE_FALLING), vec4u(CODE_MOVING), is_ahead);
  ending = select(ending, vec4u(coded(CODE_STILL)), rests);
  ending = select(ending, place.number, place.is_held);
  ending = select(ending, minimum.number, minimum.is_held);
  // Who goes one way and does not rest is in no cycle.
  let goes_one_way = !(whole.rises & whole.falls);
  let is_known = minimum.is_held | place.is_held | rests | goes_one_way;
  let is_judged = is_known & !is_outside(whole.low) & !is_outside(whole.high);
  for (var lane = 0u; lane < 4u; lane++) {
    record(first + lane, run[lane], ending[lane], is_judged[lane]);
  }
}

@compute @workgroup_size(64)
fn follow(@builtin(global_invocation_id) id: vec3u) {
  let first = 8u * id.x;
  if (first >= followed.count) {
    return;
  }
  let run_a = listed(first);
  let run_b = listed(first + 4u);
  let rate_a = rates_of(run_a);
  let rate_b = rates_of(run_b);
  var tails = Tails(began(starts_of(run_a)), began(starts_of(run_b)));
  var halves: Tails;
  // One copy of the steps is half as much to compile.
  for (var half = 0u; half < 2u; half++) {
    halves = tails;
    tails = go_on(tails, rate_a, rate_b);
  }
  var run = run_a;
  var rate = rate_a;
  var half = halves.a;
  var whole = tails.a;
  for (var side = 0u; side < 2u; side++) {
    judge(first + 4u * side, run, rate, half, whole);
    run = run_b;
    rate = rate_b;
    half = halves.b;
    whole = tails.b;
  }
}
