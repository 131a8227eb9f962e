// Cells of the plane, or of a line: see `cellOf` in `src/engine/cpu/population/tally.ts`. Those outside are counted too.

struct Cells {
  low_x: f32,
  high_x: f32,
  count_x: u32,
  low_y: f32,
  high_y: f32,
  // 0 on a line.
  count_y: u32,
  // All of them.
  total: u32,
}

fn cell_of(cells: Cells, at: vec2f) -> u32 {
  let column = bin_of(at.x, cells.low_x, cells.high_x, cells.count_x);
  if (cells.count_y == 0u) {
    return column;
  }
  return bin_of(at.y, cells.low_y, cells.high_y, cells.count_y) * (cells.count_x + 2u) + column;
}
