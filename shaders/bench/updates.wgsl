// The updates alone, eight starts an invocation, as `descend.wgsl` makes them; nothing is watched and nothing told.

struct Updates {
  runs: u32,
  steps: u32,
  rate: f32,
}

@group(0) @binding(1) var<uniform> updates: Updates;
@group(0) @binding(2) var<storage, read_write> thetas: array<vec4f>;

fn starts_from(index: u32) -> vec4f {
  return vec4f(start_at(index), start_at(index + 1u), start_at(index + 2u), start_at(index + 3u));
}

@compute @workgroup_size(64)
fn update(@builtin(global_invocation_id) id: vec3u) {
  if (8u * id.x >= updates.runs) {
    return;
  }
  let rate = real(updates.rate);
  var a = starts_from(8u * id.x);
  var b = starts_from(8u * id.x + 4u);
  var step = 0u;
  loop {
    let slopes = gradients(a, b);
    a = advance(a, slopes[0], rate);
    b = advance(b, slopes[1], rate);
    continuing {
      step++;
      break if step >= updates.steps;
    }
  }
  thetas[2u * id.x] = a;
  thetas[2u * id.x + 1u] = b;
}
