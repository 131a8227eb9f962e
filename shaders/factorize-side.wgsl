// One side of a factorization, the rows or the columns, in lists of known entries: each list is cut into segments, and the
// segments are sorted by length, so that neighbouring invocations have about equally much to do.

struct Side {
  // How far it is from one learning rate's vectors to the next one's, in blocks of four numbers: of the side that learns,
  // and of the other one.
  own_stride: u32,
  other_stride: u32,
  // Partial gradients, and shares of the squared errors and of the ridge, of one learning rate.
  slots: u32,
  squares: u32,
  ridges: u32,
  // Where this side's shares of the ridge begin, and those of its lists that were cut.
  first_ridge: u32,
  first_cut_ridge: u32,
  // Which number of a vector stays what it is; none if it is beyond the first block.
  constant: u32,
  ridge: f32,
  // The root of ridge / 2.
  ridge_weight: f32,
  // Shares so large that they alone are beyond the bound.
  largest_square: f32,
  largest_ridge: f32,
}

// Which segments a dispatch goes through, and where its epoch's shares go.
struct Range {
  first: u32,
  end: u32,
  // The first learning rate's row of shares.
  row: u32,
}

struct Segment {
  list: u32,
  // Its entries are `begin`, `begin + LANES` and so on, before `end`: those of neighbouring segments lie side by side.
  begin: u32,
  end: u32,
  // Where its partial gradient goes; `WHOLE` if the list is not cut.
  slot: u32,
}

const LANES = 32u;
const WHOLE = 0xffffffffu;

@group(0) @binding(0) var<uniform> side: Side;
@group(0) @binding(1) var<uniform> range: Range;
@group(0) @binding(2) var<storage, read> own: array<vec4f>;
@group(0) @binding(3) var<storage, read> other: array<vec4f>;

// A sum of squares, but no larger one than the limit, also where it is no finite number: compared as integers, because a
// compiler may take it for granted that every float is finite. So sums of shares stay finite.
fn up_to(sum: f32, limit: f32) -> f32 {
  return bitcast<f32>(min(bitcast<u32>(sum) & 0x7fffffffu, bitcast<u32>(limit)));
}
