// A x: sixteen numbers (A x)_i = sum_j k_j x_{i+j}, the first four of which are block number `first`, given that tile of x.
// A driver says what `x_at`, block by block, is. Two blocks of taps at a time: moving the window costs as much as its use.
fn product_along(tile: Tile, first: u32, tap_blocks: u32) -> Tile {
  var sum: Tile;
  var x0 = tile.a;
  var x1 = tile.b;
  var x2 = tile.c;
  var x3 = tile.d;
  var j = 0u;
  loop {
    let k0 = taps[j];
    let k1 = taps[j + 1u];
    let x4 = x_at(first + 4u + j);
    let x5 = x_at(first + 5u + j);
    sum.a = add_along(add_along(sum.a, k0, x0, x1), k1, x1, x2);
    sum.b = add_along(add_along(sum.b, k0, x1, x2), k1, x2, x3);
    sum.c = add_along(add_along(sum.c, k0, x2, x3), k1, x3, x4);
    sum.d = add_along(add_along(sum.d, k0, x3, x4), k1, x4, x5);
    x0 = x2;
    x1 = x3;
    x2 = x4;
    x3 = x5;
    continuing {
      j += 2u;
      break if j == tap_blocks;
    }
  }
  return sum;
}

fn tile_of_x(first: u32) -> Tile {
  return Tile(x_at(first), x_at(first + 1u), x_at(first + 2u), x_at(first + 3u));
}
