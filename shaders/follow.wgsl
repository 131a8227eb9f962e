// Follows runs for some steps after their last iteration, to be judged: see `judge.wgsl`.
//
// A run is one invocation here.

alias real = f32;
alias integer = i32;

@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read> places: array<Place>;
@group(0) @binding(4) var<storage, read> thetas: array<f32>;
@group(0) @binding(5) var<storage, read_write> marks: array<u32>;
@group(0) @binding(6) var<storage, read> unjudged: Queue;

fn place_at(i: u32) -> f32 {
  return places[i].at;
}

fn place_limit(i: u32) -> f32 {
  return places[i].possible;
}

fn lies_in_valley(at: f32, rate: f32) -> bool {
  return false;
}

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

// How far a run beside this one is from it, `HALF` steps on.
fn parted(beside: f32, rate: f32) -> f32 {
  var theta = vec2f(tail[FOLLOWED], tail[FOLLOWED] + beside);
  // One call for both: a software adapter takes its time over each.
  for (var i = 0u; i < 2u * HALF; i++) {
    let step = advance(theta[0], gradient(theta[0]), rate);
    theta = vec2f(theta[1], step);
  }
  return abs(theta[1] - theta[0]);
}

@compute @workgroup_size(64)
fn follow(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= unjudged.count) {
    return;
  }
  criteria = Criteria(batch.tolerance, batch.bound, batch.minima, batch.elsewhere, batch.level, 0u);
  let run = unjudged.runs[id.x];
  let rate = rates[rate_number(run / 8u)];
  var theta = thetas[run];
  var ending: u32;
  // What fits no word is given a second look.
  for (var look = 0u; look < 2u; look++) {
    ending = ending_after(keep_tail(theta, rate), rate, look);
    if (ending != coded(CODE_WANDERING)) {
      break;
    }
    theta = tail[FOLLOWED];
  }
  let date = select(batch.iterations, marks[run] & DATE, ending < batch.minima);
  marks[run] = (ending << ENDING_SHIFT) | date;
}
