// A batch drawn without replacement, by Floyd's algorithm: see `drawBatch` in `src/math/minibatch.ts`.
fn batch_sum(run: u32, first: u32) -> vec2f {
  var batch: array<u32, 64>;
  var sum = vec2f();
  for (var i = 0u; i < slice.batch; i++) {
    let last = slice.examples - slice.batch + i;
    var drawn = draw_below(run, first + i, last + 1u);
    var is_taken = false;
    for (var j = 0u; j < i; j++) {
      is_taken = is_taken || batch[j] == drawn;
    }
    drawn = select(drawn, last, is_taken);
    batch[i] = drawn;
    sum += examples[drawn];
  }
  return sum;
}
