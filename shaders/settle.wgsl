// Writes the records of the runs of which it is clear what becomes of them: those that ended early, and those near a
// minimum that surely keeps them. The others are left to `follow-quads.wgsl`, which is dispatched next.

@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read> places: array<Place>;
@group(0) @binding(4) var<storage, read> thetas: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> marks: array<vec4u>;
@group(0) @binding(6) var<storage, read_write> followed: OpenQueue;

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
  let record = select(number, vec4u(coded(0u)) + code, ended) << vec4u(ENDING_SHIFT);
  marks[id.x] = record | (mark & vec4u(DATE));
  let is_there = vec4u(index) + vec4u(0u, 1u, 2u, 3u) < vec4u(batch.starts);
  let is_open = is_there & !ended & !(near & (vec4f(rate) < certain));
  let open = select(vec4u(0u), vec4u(1u), is_open);
  let count = open.x + open.y + open.z + open.w;
  if (count == 0u) {
    return;
  }
  let first = atomicAdd(&followed.count, count);
  atomicMax(&followed.x, (first + count - 1u) / 512u + 1u);
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
