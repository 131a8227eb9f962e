// Counts the cells that the last iterates are in.

@group(0) @binding(8) var<uniform> density_cells: Cells;
@group(0) @binding(9) var<storage, read_write> density: array<atomic<u32>>;

fn count_density(at: Runs, through: vec4<bool>, k: u32, quad: u32) {
  // The first iterate of a slice was the last one of the slice before.
  if (k < slice.counted_from || (k == slice.begin && slice.opening == 0u)) {
    return;
  }
  let row = rate_number(quad) * density_cells.total;
  for (var lane = 0u; lane < 4u; lane++) {
    if (!through[lane]) {
      atomicAdd(&density[row + cell_of(density_cells, lane_of(at, lane))], 1u);
    }
  }
}
