// A' y as a gather: sixteen numbers (A' y)_i = sum_j k_j y_{i-j}, the first four of which are block number `first`.
// A driver says what `y_at`, block by block, is; before block 0 it has as many blocks of zeros as the filter has blocks.
fn product_against(first: u32, tap_blocks: u32) -> Tile {
  var sum: Tile;
  var y1 = y_at(first);
  var y2 = y_at(first + 1u);
  var y3 = y_at(first + 2u);
  var y4 = y_at(first + 3u);
  var j = 0u;
  loop {
    let k = taps[j];
    let y0 = y_at(first - 1u - j);
    sum.a = add_against(sum.a, k, y1, y0);
    sum.b = add_against(sum.b, k, y2, y1);
    sum.c = add_against(sum.c, k, y3, y2);
    sum.d = add_against(sum.d, k, y4, y3);
    y4 = y3;
    y3 = y2;
    y2 = y1;
    y1 = y0;
    continuing {
      j++;
      break if j == tap_blocks;
    }
  }
  return sum;
}
