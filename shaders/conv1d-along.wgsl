// A x: sixteen numbers (A x)_i = sum_j k_j x_{i+j}, the first four of which are block number `first`.
// A driver says what `x_at`, block by block, is.
fn product_along(first: u32, tap_blocks: u32) -> Tile {
  var sum: Tile;
  var x0 = x_at(first);
  var x1 = x_at(first + 1u);
  var x2 = x_at(first + 2u);
  var x3 = x_at(first + 3u);
  var j = 0u;
  loop {
    let k = taps[j];
    let x4 = x_at(first + 4u + j);
    sum.a = add_along(sum.a, k, x0, x1);
    sum.b = add_along(sum.b, k, x1, x2);
    sum.c = add_along(sum.c, k, x2, x3);
    sum.d = add_along(sum.d, k, x3, x4);
    x0 = x1;
    x1 = x2;
    x2 = x3;
    x3 = x4;
    continuing {
      j++;
      break if j == tap_blocks;
    }
  }
  return sum;
}
