// Descent on least squares from many starts, one run to an invocation: errors e with the gradient H e. Columns, and how many numbers an
// optimizer keeps of each, are constants of a part of their own. `engine/cpu/least-squares-descent/kernel.ts` is the definition.

struct Task {
  starts: u32,
  // Workgroups of each learning rate.
  groups: u32,
  iterations: u32,
  last: u32,
  every: u32,
  window: u32,
  is_projected: u32,
  scale: f32,
  rest: f32,
  tolerance: f32,
  bound: f32,
  first_coefficient: f32,
  second_coefficient: f32,
}

struct Range {
  // The first workgroup among those of all rates, and how many runs there is room for.
  group: u32,
  slots: u32,
  // Iterates to be visited, from number `begin` up to but not including `end`.
  begin: u32,
  end: u32,
}

// Numbers of a run besides its vectors, in their order.
const SCALARS = 11u;
const FOLLOWED = 128u;
const RISING = 10.0;
const SAME = 1e-4;
const GROWS = 1e-6;
const NO_GROWTH = 1e30;
const LONGEST = 1e18;
const OUTCOMES = 8u;
const ONGOING = 8u;
const DIVERGED = 0u;
const CONVERGED = 2u;
const STILL = 4u;
const CYCLING = 5u;
const MOVING = 6u;
const WANDERING = 7u;

@group(0) @binding(0) var<uniform> task: Task;
@group(0) @binding(1) var<uniform> range: Range;
@group(0) @binding(2) var<storage, read> hessian: array<f32>;
// The projector, then the starts, then the learning rates.
@group(0) @binding(3) var<storage, read> data: array<f32>;
// For each iteration the factor of the rate, and what the optimizer's means are divided by.
@group(0) @binding(4) var<storage, read> schedule: array<vec4f>;
// Number i of all runs, then number i + 1.
@group(0) @binding(5) var<storage, read_write> states: array<f32>;
// For each rate the outcomes, then how many grew, and of how many growth is known.
@group(0) @binding(6) var<storage, read_write> counts: array<atomic<u32>>;
// For each workgroup the sum of its runs' growth.
@group(0) @binding(7) var<storage, read_write> sums: array<f32>;
// Frames x runs x columns, the first frame that the range comes to at the front.
@group(0) @binding(8) var<storage, read_write> frames: array<f32>;

var<workgroup> growths: array<f32, 64>;

alias Vector = array<f32, COLUMNS>;
alias Kept = array<f32, KEPT>;

struct Run {
  e: Vector,
  g: Vector,
  kept: Kept,
  growth: f32,
  // The length of the gradient when the present stretch began, and at the iterate before.
  begun: f32,
  before: f32,
  rising: f32,
  stays: f32,
  turns: f32,
  distance: f32,
  high: f32,
  least: f32,
  most: f32,
  outcome: u32,
}

@compute @workgroup_size(64)
fn descend(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let all = range.group + group.x;
  let rate = all / task.groups;
  let start = all % task.groups * 64u + lane;
  let slot = group.x * 64u + lane;
  let is_run = start < task.starts;
  growths[lane] = 0.0;
  if (is_run) {
    let offset = task.is_projected * COLUMNS * COLUMNS;
    var run: Run;
    if (range.begin == 0u) {
      begin(&run, offset + start * COLUMNS);
    } else {
      load(&run, slot);
    }
    advance(&run, slot, data[offset + task.starts * COLUMNS + rate]);
    if (range.end <= task.last) {
      store(&run, slot);
    } else {
      finish(&run, rate, lane);
    }
  }
  workgroupBarrier();
  if (lane == 0u && range.end > task.last) {
    var sum = 0.0;
    for (var i = 0u; i < 64u; i++) {
      sum += growths[i];
    }
    sums[all] = sum;
  }
}

fn begin(run: ptr<function, Run>, at: u32) {
  for (var i = 0u; i < COLUMNS; i++) {
    (*run).e[i] = data[at + i];
    if (task.is_projected == 1u) {
      var sum = 0.0;
      for (var j = 0u; j < COLUMNS; j++) {
        sum += data[i * COLUMNS + j] * data[at + j];
      }
      (*run).e[i] = sum;
    }
  }
  (*run).growth = NO_GROWTH;
  (*run).stays = 1.0;
  (*run).turns = 1.0;
  (*run).least = NO_GROWTH;
  (*run).outcome = ONGOING;
}

// Iterate after iterate: what is seen there, and the step to the next.
fn advance(run: ptr<function, Run>, slot: u32, rate: f32) {
  var place = slot * COLUMNS;
  let known = arrayLength(&schedule) - 1u;
  for (var k = range.begin; k < range.end; k++) {
    if (k <= task.iterations && task.every > 0u && k % task.every == 0u) {
      for (var i = 0u; i < COLUMNS; i++) {
        frames[place + i] = (*run).e[i];
      }
      place += range.slots * COLUMNS;
    }
    if ((*run).outcome != ONGOING) {
      // Nothing comes any more but frames.
      if (task.every == 0u || k >= task.iterations) {
        break;
      }
      continue;
    }
    look(run, k);
    if ((*run).outcome != ONGOING || k == task.last) {
      continue;
    }
    let now = schedule[min(k, known)];
    for (var i = 0u; i < COLUMNS; i++) {
      (*run).e[i] -= rate * now.x * step_of(run, i, now);
    }
  }
}

// The gradient, and what it says of the run.
fn look(run: ptr<function, Run>, k: u32) {
  var turned = 0.0;
  var squares = 0.0;
  // Compared as integers: what is no number is beyond every bound.
  var largest = 0u;
  for (var i = 0u; i < COLUMNS; i++) {
    var sum = 0.0;
    for (var j = 0u; j < COLUMNS; j++) {
      sum += hessian[i * COLUMNS + j] * (*run).e[j];
    }
    turned += sum * (*run).g[i];
    squares += sum * task.scale * (sum * task.scale);
    largest = max(largest, bitcast<u32>((*run).e[i]) & 0x7fffffffu);
    (*run).g[i] = sum;
  }
  let size = min(sqrt(squares), LONGEST);
  let is_beyond = largest > bitcast<u32>(task.bound);
  let is_over = is_beyond || (OPTIMIZER == 0u && size < task.rest);
  if (k == 0u) {
    (*run).begun = size;
  } else if (k % task.window == 0u || (is_over && k < task.window)) {
    // Below it a length is lost in rounding.
    let floor = 0.1 * task.rest;
    if ((*run).begun > floor) {
      (*run).growth = log(max(size, floor) / (*run).begun) / f32(min(k, task.window));
    }
    (*run).begun = size;
  }
  if (is_over) {
    (*run).outcome = select(select(STILL, CONVERGED, length_of(run) <= task.tolerance), DIVERGED, is_beyond);
    return;
  }
  (*run).rising = select(0.0, (*run).rising + 1.0, k > 0u && size > (*run).before);
  (*run).before = size;
  if (k < task.iterations) {
    return;
  }
  if (k == task.iterations) {
    (*run).distance = length_of(run);
  }
  if (k <= task.iterations + FOLLOWED / 2u) {
    (*run).stays = select(0.0, (*run).stays, length_of(run) <= task.tolerance);
    (*run).high = max((*run).high, size);
  } else {
    (*run).turns = select(0.0, (*run).turns, turned < 0.0);
    (*run).least = min((*run).least, size);
    (*run).most = max((*run).most, size);
  }
}

fn length_of(run: ptr<function, Run>) -> f32 {
  var squares = 0.0;
  for (var i = 0u; i < COLUMNS; i++) {
    squares += (*run).e[i] * (*run).e[i];
  }
  return sqrt(squares);
}

// The optimizer's step of entry i; see `math/optimizers.ts`.
fn step_of(run: ptr<function, Run>, i: u32, now: vec4f) -> f32 {
  let g = (*run).g[i];
  let beta = task.first_coefficient;
  if (OPTIMIZER == 0u) {
    return g;
  }
  if (OPTIMIZER == 1u || OPTIMIZER == 2u) {
    let velocity = beta * (*run).kept[i] + g;
    (*run).kept[i] = velocity;
    return select(velocity, g + beta * velocity, OPTIMIZER == 2u);
  }
  if (OPTIMIZER == 3u) {
    (*run).kept[i] += g * g;
    return g / (sqrt((*run).kept[i]) + 1e-10);
  }
  if (OPTIMIZER == 4u) {
    (*run).kept[i] = beta * (*run).kept[i] + (1.0 - beta) * g * g;
    return g / (sqrt((*run).kept[i]) + 1e-8);
  }
  let first = beta * (*run).kept[i] + (1.0 - beta) * g;
  // The means of squares stand after the others; the index is one of the array for optimizers without them, too.
  let place = (COLUMNS + i) % KEPT;
  let second = task.second_coefficient * (*run).kept[place] + (1.0 - task.second_coefficient) * g * g;
  (*run).kept[i] = first;
  (*run).kept[place] = second;
  return first / now.y / (sqrt(second / now.z) + 1e-8);
}

fn finish(run: ptr<function, Run>, rate: u32, lane: u32) {
  var outcome = (*run).outcome;
  if (outcome == ONGOING) {
    let has_turned = (*run).turns == 1.0;
    if ((*run).rising >= RISING) {
      outcome = DIVERGED;
    } else if ((*run).stays == 1.0 && length_of(run) <= max((*run).distance, 0.01 * task.tolerance)) {
      outcome = CONVERGED;
    } else if ((*run).least == (*run).most && !has_turned) {
      outcome = STILL;
    } else if (has_turned && (*run).most <= (*run).least * (1.0 + SAME)) {
      outcome = CYCLING;
    } else {
      outcome = select(WANDERING, MOVING, (*run).most < (*run).high);
    }
  }
  let first = rate * (OUTCOMES + 2u);
  atomicAdd(&counts[first + outcome], 1u);
  if ((*run).growth == NO_GROWTH) {
    return;
  }
  growths[lane] = (*run).growth;
  atomicAdd(&counts[first + OUTCOMES + 1u], 1u);
  if ((*run).growth > GROWS) {
    atomicAdd(&counts[first + OUTCOMES], 1u);
  }
}

fn load(run: ptr<function, Run>, slot: u32) {
  var at = slot;
  for (var i = 0u; i < COLUMNS; i++) {
    (*run).e[i] = states[at];
    (*run).g[i] = states[at + COLUMNS * range.slots];
    at += range.slots;
  }
  at += COLUMNS * range.slots;
  for (var i = 0u; i < KEPT; i++) {
    (*run).kept[i] = states[at];
    at += range.slots;
  }
  var scalars: array<f32, SCALARS>;
  for (var i = 0u; i < SCALARS; i++) {
    scalars[i] = states[at + i * range.slots];
  }
  (*run).growth = scalars[0];
  (*run).begun = scalars[1];
  (*run).before = scalars[2];
  (*run).rising = scalars[3];
  (*run).stays = scalars[4];
  (*run).turns = scalars[5];
  (*run).distance = scalars[6];
  (*run).high = scalars[7];
  (*run).least = scalars[8];
  (*run).most = scalars[9];
  (*run).outcome = u32(scalars[10]);
}

fn store(run: ptr<function, Run>, slot: u32) {
  var at = slot;
  for (var i = 0u; i < COLUMNS; i++) {
    states[at] = (*run).e[i];
    states[at + COLUMNS * range.slots] = (*run).g[i];
    at += range.slots;
  }
  at += COLUMNS * range.slots;
  for (var i = 0u; i < KEPT; i++) {
    states[at] = (*run).kept[i];
    at += range.slots;
  }
  let scalars = array<f32, SCALARS>(
    (*run).growth, (*run).begun, (*run).before, (*run).rising, (*run).stays, (*run).turns, (*run).distance,
    (*run).high, (*run).least, (*run).most, f32((*run).outcome),
  );
  for (var i = 0u; i < SCALARS; i++) {
    states[at + i * range.slots] = scalars[i];
  }
}
