// A batch drawn with replacement: the sums of its examples.
fn batch_sum(run: u32, first: u32) -> vec2f {
  var sum = vec2f();
  for (var i = 0u; i < slice.batch; i++) {
    sum += examples[draw_below(run, first + i, slice.examples)];
  }
  return sum;
}
