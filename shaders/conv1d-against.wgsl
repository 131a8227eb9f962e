// A' y as a gather: sixteen numbers (A' y)_i = sum_j k_j y_{i-j}, the first four of which are block number `first`.
// A driver says what `y_at`, block by block, is; before block 0 it has as many blocks of zeros as the filter has blocks.
fn product_against(first: u32, tap_blocks: u32) -> Tile {
  var sum: Tile;
  var y2 = y_at(first);
  var y3 = y_at(first + 1u);
  var y4 = y_at(first + 2u);
  var y5 = y_at(first + 3u);
  var j = 0u;
  loop {
    let k0 = taps[j];
    let k1 = taps[j + 1u];
    let y1 = y_at(first - 1u - j);
    let y0 = y_at(first - 2u - j);
    sum.a = add_against(add_against(sum.a, k0, y2, y1), k1, y1, y0);
    sum.b = add_against(add_against(sum.b, k0, y3, y2), k1, y2, y1);
    sum.c = add_against(add_against(sum.c, k0, y4, y3), k1, y3, y2);
    sum.d = add_against(add_against(sum.d, k0, y5, y4), k1, y4, y3);
    y5 = y3;
    y4 = y2;
    y3 = y1;
    y2 = y0;
    continuing {
      j += 2u;
      break if j == tap_blocks;
    }
  }
  return sum;
}
