// The squared errors of one segment of entries that are not learned from.
@compute @workgroup_size(64)
fn find_errors(@builtin(global_invocation_id) id: vec3u) {
  let number = range.first + id.x;
  if (number >= range.end) {
    return;
  }
  let run = id.y;
  let segment = segments[number];
  let x = own_at(run * side.own_stride + segment.list * BLOCKS);
  let others = run * side.other_stride;
  var square = 0.0;
  if (segment.begin < segment.end) {
    var at = segment.begin;
    loop {
      let entry = entries[at];
      let error = bitcast<f32>(entry.y) - product(x, other_at(others + entry.x));
      square += error * error;
      continuing {
        at += LANES;
        break if at >= segment.end;
      }
    }
  }
  let share = (range.row + run) * side.squares + number;
  squares[share] = up_to(square, side.largest_square);
}
