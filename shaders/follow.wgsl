// Follows runs for some steps after their last iteration, and judges them as `endingOf` in `src/math/outcomes.ts` does.
//
// A run is one invocation here.

alias real = f32;
alias integer = i32;

struct Followed {
  x: u32,
  y: u32,
  z: u32,
  count: u32,
  runs: array<u32>,
}

@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read> places: array<Place>;
@group(0) @binding(4) var<storage, read> thetas: array<f32>;
@group(0) @binding(5) var<storage, read_write> marks: array<u32>;
@group(0) @binding(6) var<storage, read> followed: Followed;

const NOWHERE = 0xffffffffu;
const EPSILON = 0x1p-23;

// The iterate at the last iteration, and those after it.
var<private> tail: array<f32, 129>;

// Not above a limit, which may be asked of what is no number: see `marks.wgsl`.
fn is_within(x: f32, limit: f32) -> bool {
  return (bitcast<i32>(x) & 0x7fffffff) <= bitcast<i32>(limit);
}

// Keeps the tail of a run, up to where it passes the bound or leaves the domain; returns how long it is.
fn keep_tail(start: f32, rate: f32) -> u32 {
  var theta = start;
  var length = 0u;
  loop {
    if (!is_within(theta, batch.bound) || inside(theta) != 1.0) {
      break;
    }
    tail[length] = theta;
    theta = advance(theta, gradient(theta), rate);
    length++;
    if (length > FOLLOWED) {
      break;
    }
  }
  return length;
}

// The nearest of some places, if theory lets it hold the run and the run stays there.
fn held_at(first: u32, count: u32, rate: f32, resting: f32) -> u32 {
  let end = tail[FOLLOWED];
  var best = first;
  for (var i = first; i < first + count; i++) {
    if (abs(places[i].at - end) < abs(places[best].at - end)) {
      best = i;
    }
  }
  if (count == 0u || rate > places[best].possible) {
    return NOWHERE;
  }
  let place = places[best].at;
  for (var i = 0u; i <= HALF; i++) {
    if (!(abs(tail[i] - place) <= batch.tolerance)) {
      return NOWHERE;
    }
  }
  return select(NOWHERE, best, abs(end - place) <= max(abs(tail[0] - place), resting));
}

fn is_at_rest(rounding: f32) -> bool {
  for (var i = 0u; i < FOLLOWED; i++) {
    if (abs(tail[i] - tail[FOLLOWED]) > rounding) {
      return false;
    }
  }
  return true;
}

fn goes_one_way(length: u32) -> bool {
  let way = sign(tail[length - 1u] - tail[0]);
  for (var i = 1u; i < length; i++) {
    if ((tail[i] - tail[i - 1u]) * way < 0.0) {
      return false;
    }
  }
  return true;
}

// After how many steps each of the last iterates has come round; 0 where they do not, or differ by no more than `resting`.
fn period(resting: f32) -> u32 {
  let first = FOLLOWED + 1u - HALF;
  var low = tail[first];
  var high = low;
  for (var i = first; i <= FOLLOWED; i++) {
    low = min(low, tail[i]);
    high = max(high, tail[i]);
  }
  if (high - low <= resting) {
    return 0u;
  }
  let same = SAME * (high - low);
  for (var candidate = 2u; candidate <= LONGEST_CYCLE; candidate++) {
    var i = FOLLOWED;
    while (i >= first && abs(tail[i] - tail[i - candidate]) <= same) {
      i--;
    }
    if (i < first) {
      return candidate;
    }
  }
  return 0u;
}

// Whether the greatest distance from the last point shrinks from window to window, until the run rests there.
fn closes_in(resting: f32) -> bool {
  var before = batch.bound + batch.bound;
  for (var first = 0u; first < FOLLOWED; first += WINDOW) {
    var greatest = 0.0;
    for (var i = first; i < first + WINDOW; i++) {
      greatest = max(greatest, abs(tail[i] - tail[FOLLOWED]));
    }
    if (greatest >= before && greatest > resting) {
      return false;
    }
    before = greatest;
  }
  return true;
}

// The ending of a run that was not done after its last iteration.
fn moving(length: u32) -> u32 {
  let end = tail[length - 1u];
  let way = sign(end - tail[0]);
  for (var i = 0u; i < batch.minima + batch.elsewhere; i++) {
    if ((places[i].at - end) * way >= -batch.tolerance) {
      return coded(CODE_MOVING);
    }
  }
  return coded(select(CODE_MOVING, CODE_FALLING, goes_one_way(length)));
}

fn judge(rate: f32) -> u32 {
  let rounding = ROUNDINGS * EPSILON * abs(tail[FOLLOWED]);
  let resting = max(batch.tolerance * SMALL_PART, rounding);
  let minimum = held_at(0u, batch.minima, rate, resting);
  if (minimum != NOWHERE) {
    return minimum;
  }
  let place = held_at(batch.minima, batch.elsewhere, rate, resting);
  if (place != NOWHERE) {
    return place;
  }
  if (is_at_rest(rounding)) {
    return coded(CODE_STILL);
  }
  let found = period(resting);
  if (found > 0u) {
    return coded(CODE_CYCLING + found - 2u);
  }
  if (goes_one_way(FOLLOWED + 1u) || closes_in(resting)) {
    return moving(FOLLOWED + 1u);
  }
  return coded(CODE_WANDERING);
}

@compute @workgroup_size(64)
fn follow(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= followed.count) {
    return;
  }
  let run = followed.runs[id.x];
  let rate = rates[rate_number(run / 8u)];
  let length = keep_tail(thetas[run], rate);
  var ending = coded(CODE_LEFT);
  // What happens after the last iteration has not happened yet.
  if (length > FOLLOWED) {
    ending = judge(rate);
  } else if (length > 0u) {
    ending = moving(length);
  }
  let date = select(batch.iterations, marks[run] & DATE, ending < batch.minima);
  marks[run] = (ending << ENDING_SHIFT) | date;
}
