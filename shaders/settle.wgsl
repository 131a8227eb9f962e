// Writes the records of the runs of which it is clear what becomes of them: those that ended early, those near a minimum that
// surely keeps them, and those that go one way, and have not come to the next place. The others are left to `follow-quads.wgsl`, which is dispatched next.

@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read> places: array<Place>;
@group(0) @binding(4) var<storage, read> thetas: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> marks: array<vec4u>;
@group(0) @binding(6) var<storage, read_write> followed: OpenQueue;

const EPSILON = 0x1p-23;
const LARGEST = 3e38;

// Whether a run surely goes on towards a place ahead, which it does not come past: it is at no place, and does not rest.
fn is_on_its_way(theta: real, rate: f32) -> vec4<bool> {
  if (rate >= batch.one_way) {
    return vec4<bool>(false);
  }
  let step = advance(theta, gradient(theta), real(rate)) - theta;
  let direction = sign(step);
  var nearest = real(LARGEST);
  var is_ahead = vec4<bool>(false);
  var largest = abs(theta);
  for (var i = 0u; i < batch.minima + batch.elsewhere; i++) {
    let away = real(places[i].at) - theta;
    nearest = min(nearest, abs(away));
    is_ahead |= away * direction > real(0.0);
    largest = max(largest, real(abs(places[i].at)));
  }
  let is_among = (theta >= real(batch.lowest)) & (theta <= real(batch.highest));
  // A run that goes one way comes at least as far as with its first step.
  let moves = abs(step) > ROUNDINGS * EPSILON * largest;
  return is_among & is_ahead & moves & (nearest > real(batch.tolerance));
}

// One invocation for four runs.
@compute @workgroup_size(64)
fn settle(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= 2u * batch.groups) {
    return;
  }
  load_minima();
  let group = batch.group + id.x / 2u;
  let rate = rates[rate_number(id.x / 2u)];
  let index = (group % batch.groups_per_rate) * 8u + (id.x % 2u) * 4u;
  let theta = thetas[id.x];
  let mark = marks[id.x];
  let nearest = nearest_minimum(theta);
  let near = magnitude(theta - nearest) <= vec4i(bitcast<i32>(batch.tolerance));
  var number = vec4u(0u);
  var certain = vec4f(0.0);
  for (var m = 0u; m < batch.minima; m++) {
    let is_nearest = vec4f(minima[m]) == nearest;
    number = select(number, vec4u(m), is_nearest);
    certain = select(certain, vec4f(places[m].certain), is_nearest);
  }
  let ended = mark >= vec4u(DIVERGED);
  let code = select(vec4u(CODE_DIVERGED), vec4u(CODE_LEFT), (mark & vec4u(LEFT)) != vec4u(0u));
  let is_certain = ended | (near & (vec4f(rate) < certain));
  var is_moving = vec4<bool>(false);
  if (!all(is_certain)) {
    is_moving = is_on_its_way(theta, rate) & !is_certain;
  }
  var ending = select(number, vec4u(coded(0u)) + code, ended);
  ending = select(ending, vec4u(coded(CODE_MOVING)), is_moving);
  let date = select(mark & vec4u(DATE), vec4u(batch.iterations), is_moving);
  marks[id.x] = (ending << vec4u(ENDING_SHIFT)) | date;
  let is_there = vec4u(index) + vec4u(0u, 1u, 2u, 3u) < vec4u(batch.starts);
  let is_open = is_there & !is_certain & !is_moving;
  let open = select(vec4u(0u), vec4u(1u), is_open);
  let count = open.x + open.y + open.z + open.w;
  if (count == 0u) {
    return;
  }
  let first = atomicAdd(&followed.count, count);
  let last = first + count - 1u;
  if (first == 0u || last / 512u > (first - 1u) / 512u) {
    atomicMax(&followed.x, last / 512u + 1u);
  }
  let run = 4u * id.x;
  if (is_open.x) {
    followed.runs[first] = run;
  }
  if (is_open.y) {
    followed.runs[first + open.x] = run + 1u;
  }
  if (is_open.z) {
    followed.runs[first + open.x + open.y] = run + 2u;
  }
  if (is_open.w) {
    followed.runs[first + count - 1u] = run + 3u;
  }
}
