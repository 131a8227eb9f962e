// The iterates themselves of a few runs, one invocation each.

alias real = f32;
alias integer = i32;

struct Slice {
  runs: u32,
  // Iterates to be visited, from number `begin` up to but not including `end`; every n-th of them is kept.
  begin: u32,
  end: u32,
  every: u32,
  rate: f32,
  bound: f32,
}

@group(0) @binding(0) var<uniform> slice: Slice;
@group(0) @binding(1) var<storage, read_write> thetas: array<f32>;
// Frames x runs, the first frame that the slice comes to at the front.
@group(0) @binding(2) var<storage, read_write> frames: array<f32>;

@compute @workgroup_size(64)
fn trace(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.runs) {
    return;
  }
  var theta = thetas[id.x];
  var place = id.x;
  for (var iteration = slice.begin; iteration < slice.end; iteration++) {
    if (iteration % slice.every == 0u) {
      frames[place] = theta;
      place += slice.runs;
    }
    // Compared as integers: see `magnitude`. A run stays at its first iterate beyond the bound or outside of the domain.
    if ((bitcast<u32>(theta) & 0x7fffffffu) <= bitcast<u32>(slice.bound) && inside(theta) == 1.0) {
      theta = advance(theta, gradient(theta), slice.rate);
    }
  }
  thetas[id.x] = theta;
}
