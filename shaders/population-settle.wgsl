// Follows runs for some steps after their last iteration, to find those that a target holds: theirs is the first of the outcomes, and no
// more has to be known of them. The others are left to `population-follow.wgsl`, which is dispatched next. Marks become labels.

@group(0) @binding(3) var<storage, read> thetas: array<vec4f>;
@group(0) @binding(4) var<storage, read> state: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> marks: array<vec4u>;
@group(0) @binding(6) var<storage, read_write> followed: OpenQueue;
// The learning rate up to which each target, then each place elsewhere, can hold a run.
@group(0) @binding(7) var<storage, read> limits: array<f32>;

const EPSILON = 0x1p-23;

fn can_hold(mark: vec4u, rate: f32) -> vec4<bool> {
  let number = max(mark, vec4u(1u)) - 1u;
  return vec4f(rate) <= vec4f(limits[number.x], limits[number.y], limits[number.z], limits[number.w]);
}

@compute @workgroup_size(64)
fn settle(@builtin(global_invocation_id) id: vec3u) {
  let quad = id.x;
  if (quad >= slice.quads) {
    return;
  }
  load_targets();
  let rate = rates[rate_number(quad)];
  let moment = held_moment();
  let bound = vec4i(bitcast<i32>(slice.bound));
  let tolerance = vec4f(slice.tolerance * slice.tolerance);
  let mark = marks[quad];
  let ended = mark >= vec4u(NONE);
  var at = load_runs(quad, slice.quads);
  var kept = load_state(quad, slice.quads);
  let first = nearest_target(at);
  var held = (first.squared <= tolerance) & can_hold(first.mark, rate * moment.factor) & !ended & vec4<bool>(slice.targets > 0u);
  var step = 0u;
  loop {
    if (step == FOLLOWED || !any(held)) {
      break;
    }
    at = stepped(at, slope_at(at), &kept, rate, moment);
    step++;
    held &= (size_of(at) <= bound) & is_inside(at);
    if (step <= HALF) {
      let nearest = nearest_target(at);
      held &= (nearest.mark == first.mark) & (nearest.squared <= tolerance);
    }
  }
  if (any(held)) {
    let last = nearest_target(at);
    let rounding = ROUNDINGS * EPSILON * sqrt(squared_size(at));
    let resting = max(vec4f(SMALL_PART * slice.tolerance), rounding);
    held &= (last.mark == first.mark) & (sqrt(last.squared) <= max(sqrt(first.squared) * (1.0 + SAME), resting));
  }
  var label = select(first.mark - 1u, vec4u(coded(CODE_LEFT)), mark == vec4u(LEFT));
  label = select(label, vec4u(coded(CODE_DIVERGED)), mark == vec4u(DIVERGED));
  marks[quad] = label;
  for (var lane = 0u; lane < 4u; lane++) {
    if (!held[lane] && !ended[lane]) {
      let count = atomicAdd(&followed.count, 1u);
      followed.runs[count] = 4u * quad + lane;
      atomicMax(&followed.x, count / 64u + 1u);
    }
  }
}
