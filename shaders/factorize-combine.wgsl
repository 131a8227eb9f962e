// The step of lists that were cut: partial gradients are added up in the order of the segments. One block per invocation.

struct Cut {
  list: u32,
  first_slot: u32,
  end_slot: u32,
}

@group(0) @binding(4) var<storage, read> cuts: array<Cut>;
@group(0) @binding(5) var<storage, read> partials: array<vec4f>;

override blocks: u32;

@compute @workgroup_size(64)
fn combine(@builtin(global_invocation_id) id: vec3u) {
  let number = range.first + id.x;
  if (number >= range.end) {
    return;
  }
  let run = id.y;
  let cut = cuts[number / blocks];
  let index = number % blocks;
  var sum = vec4f(0.0);
  for (var slot = cut.first_slot; slot < cut.end_slot; slot++) {
    sum += partials[(run * side.slots + slot) * blocks + index];
  }
  let place = run * side.own_stride + cut.list * blocks;
  let ridge = step_down(place, index, own[place + index], sum, rates[run].x);
  let share = (range.row + run) * side.ridges + side.first_cut_ridge + number;
  ridges[share] = up_to(ridge, side.largest_ridge);
}
