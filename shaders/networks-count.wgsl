// Counts the endings of each cell.

@group(0) @binding(5) var<storage, read_write> ended: array<atomic<u32>>;

fn conclude(number: u32, cell: u32, ending: u32, measure: f32) {
  atomicAdd(&ended[3u * cell + ending], 1u);
}
