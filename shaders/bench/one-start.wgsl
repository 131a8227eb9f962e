// The obvious kernel: one start per invocation, its whole run in registers.

// Without dates it only tells where runs end and which diverge.
override with_dates = true;

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= task.starts) {
    return;
  }
  var theta = start_at(id.x);
  var mark = select(0u, 1u, is_away(theta));
  for (var k = 1u; k <= task.iterations; k++) {
    theta -= task.rate * gradient(theta);
    if (abs(theta) > task.bound) {
      mark = DIVERGED | k;
      break;
    }
    if (with_dates) {
      mark = select(mark, k + 1u, is_away(theta));
    }
  }
  thetas[id.x] = theta;
  marks[id.x] = mark;
}
