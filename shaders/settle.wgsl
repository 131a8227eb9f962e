// Writes the records of the runs of which it is clear what becomes of them: those that ended early, and those near a
// minimum that surely keeps them. The others are left to `follow-quads.wgsl`, which is dispatched next.

// The workgroups that `follow-quads.wgsl` is dispatched with, and the runs that it is to follow.
struct Followed {
  x: atomic<u32>,
  y: u32,
  z: u32,
  count: atomic<u32>,
  runs: array<u32>,
}

@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read> places: array<Place>;
@group(0) @binding(4) var<storage, read> thetas: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> marks: array<vec4u>;
@group(0) @binding(6) var<storage, read_write> followed: Followed;

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
  let number = number_of(nearest);
  let ended = mark >= vec4u(DIVERGED);
  let code = select(vec4u(CODE_DIVERGED), vec4u(CODE_LEFT), (mark & vec4u(LEFT)) != vec4u(0u));
  let record = select(number, vec4u(coded(0u)) + code, ended) << vec4u(ENDING_SHIFT);
  marks[id.x] = record | (mark & vec4u(DATE));
  for (var lane = 0u; lane < 4u && index + lane < batch.starts; lane++) {
    if (!ended[lane] && !(near[lane] && rate < places[number[lane]].certain)) {
      let count = atomicAdd(&followed.count, 1u);
      followed.runs[count] = 4u * id.x + lane;
      atomicMax(&followed.x, count / 256u + 1u);
    }
  }
}
