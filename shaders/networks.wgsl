// Training of networks with one hidden layer of tanh units by full-batch gradient descent: see `src/math/tanh-network.ts`.
// One invocation trains one network. Four points stand side by side in a vector; one that is missing has a weight of 0, and
// so has a unit that is missing, and keeps it.
//
// `UNITS`, how many hidden units there are, how points are had, and `conclude` complete the program. A line with `[EACH]` is
// repeated for each unit: arrays stay in registers only where every index is known.

const STREAM_WEIGHTS = 11u;
const LAST = 32u;
const SOLVED = 0u;
const UNSOLVED = 1u;
const DIVERGED = 2u;

struct Slice {
  // Networks of this dispatch, and the number of the first one among all.
  networks: u32,
  first: u32,
  // Iterates to be looked at, from number `begin` up to but not including `end`.
  begin: u32,
  end: u32,
  iterations: u32,
  units: u32,
  points: u32,
  // Learning rates of the first layer, and of the second; with none of the second, both layers have the same.
  columns: u32,
  rows: u32,
  per_cell: u32,
  // 1 if every network begins as number 0.
  is_one: u32,
  seed: u32,
  tolerance: f32,
  bound: f32,
}

struct Network {
  // The bias of the output.
  bias: f32,
  last_loss: f32,
  last_worst: f32,
  // Negative where it has not happened.
  solved_at: f32,
  diverged_at: f32,
  // The sum of the last losses.
  tail: f32,
}

// The two weights of each unit, its bias, and its weight going out.
alias Layer = array<vec4f, UNITS>;
// What each unit says of four points.
alias Hidden = array<vec4f, UNITS>;

// Two inputs and a target of four points, and 1 for each point that there is.
struct Points {
  first: vec4f,
  second: vec4f,
  expected: vec4f,
  present: vec4f,
}

// What a step needs of all points. The gradient is up to a factor.
struct Sums {
  gradient: Layer,
  bias: f32,
  squares: f32,
  // The largest error.
  worst: f32,
}

@group(0) @binding(0) var<uniform> slice: Slice;
@group(0) @binding(1) var<storage, read> points: array<Points>;
@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read_write> layers: array<Layer>;
@group(0) @binding(4) var<storage, read_write> networks: array<Network>;

fn weight(number: u32, index: u32) -> f32 {
  return normal_of(threefry(vec2u(slice.seed, STREAM_WEIGHTS), vec2u(index, number)));
}

fn hyperbolic_tangent(x: vec4f) -> vec4f {
  // e^2x as a power of 2; where it is that large, the quotient is 0.
  return 1.0 - 2.0 / (1.0 + exp2(min(2.88539008 * x, vec4f(64.0))));
}

fn sum(x: vec4f) -> f32 {
  return x.x + x.y + x.z + x.w;
}

// The gradient by a unit's numbers.
fn slopes(group: Points, error: vec4f, out: f32, hidden: vec4f) -> vec4f {
  let back = error * out * (1.0 - hidden * hidden);
  return vec4f(dot(back, group.first), dot(back, group.second), sum(back), dot(error, hidden));
}

fn add_group(given: Sums, group: Points, layer: Layer, bias: f32) -> Sums {
  var sums = given;
  var hidden: Hidden;
  hidden[EACH] = hyperbolic_tangent(layer[EACH].x * group.first + layer[EACH].y * group.second + layer[EACH].z);
  var error = bias - group.expected;
  error += layer[EACH].w * hidden[EACH];
  error *= group.present;
  sums.gradient[EACH] += slopes(group, error, layer[EACH].w, hidden[EACH]);
  sums.bias += sum(error);
  sums.squares += dot(error, error);
  let size = abs(error);
  sums.worst = max(sums.worst, max(max(size.x, size.y), max(size.z, size.w)));
  return sums;
}

fn beginning(number: u32) -> Layer {
  var layer = Layer();
  for (var unit = 0u; unit < slice.units; unit++) {
    layer[unit] = vec4f(
      weight(number, 3u * unit) * sqrt(0.5),
      weight(number, 3u * unit + 1u) * sqrt(0.5),
      0.0,
      weight(number, 3u * unit + 2u) / sqrt(f32(slice.units)),
    );
  }
  return layer;
}

@compute @workgroup_size(64)
fn train(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.networks) {
    return;
  }
  let number = slice.first + id.x;
  let cell = number / slice.per_cell;
  let first_rate = rates[cell % slice.columns];
  var second_rate = first_rate;
  if (slice.rows > 0u) {
    second_rate = rates[slice.columns + cell / slice.columns % slice.rows];
  }
  var layer: Layer;
  var network = Network(0.0, 0.0, 0.0, -1.0, -1.0, 0.0);
  if (slice.begin == 0u) {
    layer = beginning(select(number, 0u, slice.is_one == 1u));
  } else {
    layer = layers[id.x];
    network = networks[id.x];
  }
  hold_points();
  let count = f32(slice.points);
  let scale = 2.0 / count * vec4f(vec3f(first_rate), second_rate);
  var loss = 0.0;
  var k = slice.begin;
  // Tests at its end whether to go on, and logarithms wait until it is over: a software adapter goes through everything.
  loop {
    let sums = add_points(layer, network.bias);
    loss = sums.squares / count;
    if (loss > slice.bound) {
      break;
    }
    // The iteration, with its fraction, at which the largest error passed the tolerance.
    let passed = f32(k) - 1.0 + (network.last_worst - slice.tolerance) / (network.last_worst - sums.worst);
    let solved_at = select(network.solved_at, select(0.0, passed, k > 0u), network.solved_at < 0.0);
    network.solved_at = select(solved_at, -1.0, sums.worst > slice.tolerance);
    network.tail += select(0.0, loss, k + LAST > slice.iterations);
    network.last_loss = loss;
    network.last_worst = sums.worst;
    layer[EACH] -= scale * sums.gradient[EACH];
    network.bias -= scale.w * sums.bias;
    continuing {
      k++;
      break if k >= slice.end;
    }
  }
  if (network.diverged_at < 0.0 && loss > slice.bound) {
    let fraction = log(slice.bound / network.last_loss) / log(loss / network.last_loss);
    network.diverged_at = select(0.0, f32(k) - 1.0 + fraction, k > 0u);
  }
  if (slice.end <= slice.iterations) {
    networks[id.x] = network;
    layers[id.x] = layer;
  } else if (network.diverged_at >= 0.0) {
    conclude(number, cell, DIVERGED, network.diverged_at);
  } else if (network.solved_at >= 0.0) {
    conclude(number, cell, SOLVED, network.solved_at);
  } else {
    conclude(number, cell, UNSOLVED, network.tail / f32(min(LAST, slice.iterations + 1u)));
  }
}
