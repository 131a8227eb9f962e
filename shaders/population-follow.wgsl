// Follows runs for some steps after their last iteration, to be judged: see `judge.wgsl`. A run is one invocation here.

// A place: two coordinates, the second one 0 on a line, and the learning rate up to which it can hold a run.
struct Place {
  x: f32,
  y: f32,
  limit: f32,
}

@group(0) @binding(2) var<storage, read> places: array<Place>;
@group(0) @binding(3) var<storage, read> thetas: array<f32>;
@group(0) @binding(4) var<storage, read> state: array<f32>;
@group(0) @binding(5) var<storage, read_write> marks: array<u32>;
@group(0) @binding(6) var<storage, read> followed: Queue;

fn place_at(i: u32) -> point {
  return point_in(vec2f(places[i].x, places[i].y));
}

fn place_limit(i: u32) -> f32 {
  return places[i].limit;
}

// What the run is followed on with from the end of its tail.
var<private> last: Runs;
var<private> last_state: State;

// How far a run beside this one, with the same state, is from it, `HALF` steps on.
// @param rate what the schedule has made of the learning rate
fn parted(beside: f32, rate: f32) -> f32 {
  let held = held_moment();
  let moment = Moment(1.0, held.first, held.second);
  var ends: array<point, 2>;
  for (var side = 0u; side < 2u; side++) {
    var at = moved(last, f32(side) * beside);
    var kept = last_state;
    for (var i = 0u; i < HALF; i++) {
      at = stepped(at, slope_at(at), &kept, rate, moment);
    }
    ends[side] = point_of(at);
  }
  return length(ends[1] - ends[0]);
}

@compute @workgroup_size(64)
fn follow(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= followed.count) {
    return;
  }
  let run = followed.runs[id.x];
  let rate = rates[rate_number(run / 4u)];
  let moment = held_moment();
  let bound = bitcast<i32>(slice.bound);
  criteria = Criteria(slice.tolerance, slice.bound, slice.targets, slice.elsewhere, slice.level, slice.valley);
  var at = load_runs(run, 4u * slice.quads);
  var kept = load_state(run, 4u * slice.quads);
  var label: u32;
  // What fits no word is given a second look, from the last point of the first.
  for (var look = 0u; look < 2u; look++) {
    var count = 0u;
    loop {
      if (size_of(at) > bound || !is_inside(at)) {
        break;
      }
      tail[count] = point_of(at);
      count++;
      if (count > FOLLOWED) {
        last = at;
        last_state = kept;
        break;
      }
      at = stepped(at, slope_at(at), &kept, rate, moment);
    }
    label = ending_after(count, rate * moment.factor, look);
    if (label != code_of(CODE_WANDERING)) {
      break;
    }
  }
  marks[run] = label;
}
