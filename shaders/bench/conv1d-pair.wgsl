// The obvious pair of kernels: one output per invocation, one dispatch for the slopes of the loss, one for the update.
@compute @workgroup_size(64)
fn find_slopes(@builtin(global_invocation_id) id: vec3u) {
  let row = id.x;
  if (row > task.length - task.taps) {
    return;
  }
  var sum = 0.0;
  for (var j = 0u; j < task.taps; j++) {
    sum += taps[j] * x[row + j];
  }
  slopes[row] = clamp(sum - observed[row], -1.0, 1.0);
}

@compute @workgroup_size(64)
fn update(@builtin(global_invocation_id) id: vec3u) {
  let column = id.x;
  if (column >= task.length) {
    return;
  }
  var sum = 0.0;
  for (var j = 0u; j < task.taps; j++) {
    if (column >= j && column - j <= task.length - task.taps) {
      sum += taps[j] * slopes[column - j];
    }
  }
  x[column] -= task.rate * (sum + task.ridge * x[column]);
}
