// The gradient of one segment; where that is all there is of a list, the step, too. `Vector` and what is done with one is
// written out for the rank: a compiler keeps it in registers.

@group(0) @binding(10) var<storage, read_write> partials: array<vec4f>;

// Whether this side's entries count for the objective: they are the same on both.
override counts: bool;

@compute @workgroup_size(64)
fn learn(@builtin(global_invocation_id) id: vec3u) {
  let number = range.first + id.x;
  if (number >= range.end) {
    return;
  }
  let run = id.y;
  let segment = segments[number];
  let place = run * side.own_stride + segment.list * BLOCKS;
  let others = run * side.other_stride;
  let x = own_at(place);
  var sum: Vector;
  var square = 0.0;
  if (segment.begin < segment.end) {
    var at = segment.begin;
    loop {
      let entry = entries[at];
      let y = other_at(others + entry.x);
      let error = bitcast<f32>(entry.y) - product(x, y);
      sum = plus(sum, error, y);
      square += error * error;
      continuing {
        at += LANES;
        break if at >= segment.end;
      }
    }
  }
  if (counts) {
    let share = (range.row + run) * side.squares + number;
    squares[share] = up_to(square, side.largest_square);
  }
  let share = (range.row + run) * side.ridges + side.first_ridge + number;
  if (segment.slot == WHOLE) {
    ridges[share] = up_to(step_all(place, x, sum, rates[run].x), side.largest_ridge);
  } else {
    ridges[share] = 0.0;
    keep_partial((run * side.slots + segment.slot) * BLOCKS, sum);
  }
}
