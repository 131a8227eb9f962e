// Which invocations of an iteration a dispatch makes; they are numbered through all learning rates, the rate slowest.
struct Range {
  first: u32,
  end: u32,
  // Where their shares of the objective begin.
  losses: u32,
}

@group(0) @binding(4) var<uniform> range: Range;
