// One update of every start per dispatch, as an array library does it: iterates go through memory with each step.
@compute @workgroup_size(64)
fn step_once(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= task.starts || marks[id.x] >= DIVERGED) {
    return;
  }
  let theta = thetas[id.x] - task.rate * gradient(thetas[id.x]);
  thetas[id.x] = theta;
  if (abs(theta) > task.bound) {
    marks[id.x] = DIVERGED;
  }
}

@compute @workgroup_size(64)
fn begin(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < task.starts) {
    thetas[id.x] = start_at(id.x);
    marks[id.x] = 0u;
  }
}
