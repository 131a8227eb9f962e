// Reduces the labels of a batch to counts: per ending and, for a histogram, per kind of ending and cell of the last iterate. And it
// writes down when runs were settled.

@group(0) @binding(2) var<uniform> histogram_cells: Cells;
@group(0) @binding(3) var<storage, read> thetas: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> times: array<vec4f>;
@group(0) @binding(5) var<storage, read> marks: array<vec4u>;
@group(0) @binding(6) var<storage, read_write> counts: array<atomic<u32>>;
@group(0) @binding(7) var<storage, read_write> histogram: array<atomic<u32>>;

override is_dated = false;

// Each target is a kind, and the valley, and then come `KINDS` of `src/engine/descend/endings.ts`: elsewhere, cycling, moving and so on.
fn kind_of(label: u32) -> u32 {
  let minima = slice.targets + slice.valley;
  if (label < minima) {
    return label;
  }
  if (label < coded(CODE_CYCLING)) {
    return minima;
  }
  if (label < coded(CODE_MOVING)) {
    return minima + 1u;
  }
  return minima + 2u + label - coded(CODE_MOVING);
}

@compute @workgroup_size(64)
fn tally(@builtin(global_invocation_id) id: vec3u) {
  let quad = id.x;
  if (quad >= slice.quads) {
    return;
  }
  let rate = rate_number(quad);
  let labels = marks[quad];
  let endings = coded(CODE_DIVERGED) + 1u;
  let kinds = kind_of(endings - 1u);
  if (is_dated) {
    let last = vec4f(f32(slice.iterations));
    let has_come = (labels < vec4u(slice.targets)) | (labels >= vec4u(coded(CODE_LEFT)));
    let valley = select(last, min(last, times[slice.quads * slice.valley + quad]), labels < vec4u(slice.targets + slice.valley));
    times[quad] = select(valley, times[quad], has_come);
  }
  let index = first_start(quad);
  // Neighbours mostly end alike.
  if (all(labels == vec4u(labels.x)) && index + 3u < slice.starts) {
    atomicAdd(&counts[rate * endings + labels.x], 4u);
  } else {
    for (var lane = 0u; lane < 4u && index + lane < slice.starts; lane++) {
      atomicAdd(&counts[rate * endings + labels[lane]], 1u);
    }
  }
  if (histogram_cells.total == 0u) {
    return;
  }
  let at = load_runs(quad, slice.quads);
  for (var lane = 0u; lane < 4u && index + lane < slice.starts; lane++) {
    let kind = kind_of(labels[lane]);
    // Diverged runs, the last kind, are nowhere.
    if (kind < kinds) {
      let row = (rate * kinds + kind) * histogram_cells.total;
      atomicAdd(&histogram[row + cell_of(histogram_cells, lane_of(at, lane))], 1u);
    }
  }
}
