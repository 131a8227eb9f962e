// Descent of a population with any optimizer and schedule.
//
// One invocation advances a quad, four runs in registers. A dispatch takes the runs of a batch from one iterate to another; between
// dispatches a run is its iterate, its optimizer's state, its mark and the time of its last arrival. Each iterate is looked at
// before the step is made; the last one of a slice is looked at again by the next, which changes nothing.

@group(0) @binding(3) var<storage, read_write> thetas: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> state: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> marks: array<vec4u>;
// When runs settled, and behind that when their gradients did.
@group(0) @binding(6) var<storage, read_write> times: array<vec4f>;

// What has to be watched. A software adapter goes through what it is told to watch, whether it happens or not.
override has_domain = false;
override is_dated = false;
override has_valley = false;
// At a constant rate an optimizer without a state leaves a run where it is for ever, once a step does.
override is_memoryless = false;

// What was so at the iterate before.
struct Before {
  squared: vec4f,
  size: vec4i,
  slope: vec4f,
}

// When something passed a limit: what it was one iteration earlier, and then.
struct Passing {
  at: vec4u,
  before: vec4f,
  now: vec4f,
}

fn passing(known: Passing, which: vec4<bool>, at: u32, before: vec4f, now: vec4f) -> Passing {
  return Passing(
    select(known.at, vec4u(at), which),
    select(known.before, before, which),
    select(known.now, now, which),
  );
}

// The time of a passing, as `settlingTime` in `src/math/settling-time.ts`; earlier ones are kept where there was none.
fn time_of(passed: Passing, limit: f32, known: vec4f) -> vec4f {
  let has = passed.at != vec4u(NEVER);
  let fraction = log2(passed.before / limit) / log2(passed.before / passed.now);
  let time = vec4f(passed.at) - 1.0 + clamp(fraction, vec4f(0.0625), vec4f(1.0));
  return select(known, select(time, vec4f(0.0), passed.at == vec4u(0u)), has);
}

const NEVER = 0xffffffffu;
const LARGEST = 3e38;

// A size from its bits, however large.
fn finite(bits: vec4i) -> vec4f {
  return bitcast<vec4f>(min(bits, vec4i(bitcast<i32>(LARGEST))));
}

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  let quad = id.x;
  if (quad >= slice.quads) {
    return;
  }
  load_targets();
  let rate = rates[rate_number(quad)];
  let bound = vec4i(bitcast<i32>(slice.bound));
  let tolerance = slice.tolerance * slice.tolerance;
  var at = load_runs(quad, slice.quads);
  var kept = load_state(quad, slice.quads);
  var mark = marks[quad];
  var through = mark >= vec4u(NONE);
  var nothing: Passing;
  nothing.at = vec4u(NEVER);
  var ended = nothing;
  var arrived = nothing;
  var calmed = nothing;
  var before: Before;
  before.squared = vec4f(LARGEST);
  before.size = vec4i(bitcast<i32>(LARGEST));
  before.slope = vec4f(select(0.0, LARGEST, slice.begin == 0u));
  var k = slice.begin;
  loop {
    let slope = slope_at(at);
    let size = size_of(at);
    let beyond = (size > bound) & !through;
    mark = select(mark, vec4u(DIVERGED), beyond);
    var over = beyond;
    if (has_domain) {
      let outside = !is_inside(at) & !through & !beyond;
      mark = select(mark, vec4u(LEFT), outside);
      over |= outside;
    }
    if (is_dated) {
      ended = passing(ended, over, k, finite(before.size), finite(size));
      before.size = size;
      let nearest = nearest_target(at);
      let now = select(vec4u(0u), nearest.mark, nearest.squared <= vec4f(tolerance));
      let changed = (now != mark) & !through & !over;
      arrived = passing(arrived, changed, k, before.squared, nearest.squared);
      mark = select(mark, now, changed);
      before.squared = nearest.squared;
    }
    if (has_valley) {
      let steep = squared_size(slope);
      calmed = passing(calmed, (before.slope > vec4f(tolerance)) & !through & !over, k, before.slope, steep);
      before.slope = steep;
    }
    through |= over;
    count_density(at, through, k, quad);
    if (k >= slice.end || all(through)) {
      break;
    }
    let next = stepped(at, slope, &kept, rate, moment_at(k - slice.begin));
    let resting = is_same(at, next) | through;
    at = chosen(next, at, through);
    k++;
    if (is_memoryless && all(resting)) {
      break;
    }
  }
  store_runs(quad, slice.quads, at);
  store_state(quad, slice.quads, kept);
  marks[quad] = mark;
  if (is_dated) {
    let known = time_of(arrived, tolerance, times[quad]);
    let left = select(time_of(ended, slice.bound, known), vec4f(ended.at), mark == vec4u(LEFT));
    times[quad] = select(known, left, ended.at != vec4u(NEVER));
  }
  if (has_valley) {
    times[slice.quads + quad] = time_of(calmed, tolerance, times[slice.quads + quad]);
  }
}
