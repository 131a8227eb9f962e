// Training of networks with one hidden layer of tanh units by full-batch gradient descent: see `src/math/tanh-network.ts`.
// One invocation trains one network. Four units stand side by side in a vector; `QUADS`, how many such vectors there are, and
// `conclude` complete the program. A unit that is missing has weights of 0, and keeps them.

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
struct Layer {
  first: array<vec4f, QUADS>,
  second: array<vec4f, QUADS>,
  bias: array<vec4f, QUADS>,
  out: array<vec4f, QUADS>,
}

@group(0) @binding(0) var<uniform> slice: Slice;
// Two inputs and a target.
@group(0) @binding(1) var<storage, read> points: array<vec4f>;
@group(0) @binding(2) var<storage, read> rates: array<f32>;
@group(0) @binding(3) var<storage, read_write> layers: array<Layer>;
@group(0) @binding(4) var<storage, read_write> networks: array<Network>;

fn weight(number: u32, index: u32) -> f32 {
  return normal_of(threefry(vec2u(slice.seed, STREAM_WEIGHTS), vec2u(index, number)));
}

fn hyperbolic_tangent(x: vec4f) -> vec4f {
  let t = exp(-2.0 * min(abs(x), vec4f(20.0)));
  return sign(x) * (1.0 - t) / (1.0 + t);
}

fn beginning(number: u32) -> Layer {
  var layer = Layer();
  for (var unit = 0u; unit < slice.units; unit++) {
    let quad = unit / 4u;
    let lane = unit % 4u;
    layer.first[quad][lane] = weight(number, 3u * unit) * sqrt(0.5);
    layer.second[quad][lane] = weight(number, 3u * unit + 1u) * sqrt(0.5);
    layer.out[quad][lane] = weight(number, 3u * unit + 2u) / sqrt(f32(slice.units));
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
  let scale = 2.0 / f32(slice.points) * vec2f(first_rate, second_rate);
  for (var k = slice.begin; k < slice.end && network.diverged_at < 0.0; k++) {
    // Given its value: some implementations set a variable that is declared in a loop to zero only once.
    var gradient = Layer();
    var bias_gradient = 0.0;
    var loss = 0.0;
    var worst = 0.0;
    for (var i = 0u; i < slice.points; i++) {
      let point = points[i];
      var hidden = array<vec4f, QUADS>();
      var error = network.bias - point.z;
      for (var q = 0u; q < QUADS; q++) {
        hidden[q] = hyperbolic_tangent(layer.first[q] * point.x + layer.second[q] * point.y + layer.bias[q]);
        error += dot(layer.out[q], hidden[q]);
      }
      for (var q = 0u; q < QUADS; q++) {
        let back = error * layer.out[q] * (1.0 - hidden[q] * hidden[q]);
        gradient.first[q] += back * point.x;
        gradient.second[q] += back * point.y;
        gradient.bias[q] += back;
        gradient.out[q] += error * hidden[q];
      }
      bias_gradient += error;
      loss += error * error;
      worst = max(worst, abs(error));
    }
    loss /= f32(slice.points);
    if (loss > slice.bound) {
      let fraction = log(slice.bound / network.last_loss) / log(loss / network.last_loss);
      network.diverged_at = select(0.0, f32(k) - 1.0 + fraction, k > 0u);
      break;
    }
    if (worst > slice.tolerance) {
      network.solved_at = -1.0;
    } else if (network.solved_at < 0.0) {
      let fraction = (network.last_worst - slice.tolerance) / (network.last_worst - worst);
      network.solved_at = select(0.0, f32(k) - 1.0 + fraction, k > 0u);
    }
    if (k + LAST > slice.iterations) {
      network.tail += loss;
    }
    network.last_loss = loss;
    network.last_worst = worst;
    if (k < slice.iterations) {
      for (var q = 0u; q < QUADS; q++) {
        layer.first[q] -= scale.x * gradient.first[q];
        layer.second[q] -= scale.x * gradient.second[q];
        layer.bias[q] -= scale.x * gradient.bias[q];
        layer.out[q] -= scale.y * gradient.out[q];
      }
      network.bias -= scale.y * bias_gradient;
    }
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
