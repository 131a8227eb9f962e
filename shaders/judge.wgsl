// Judges a run by the steps after its last iteration, as `endingOf` in `src/math/outcomes.ts` does.
//
// A driver says what a place is (`place_at`, `place_limit`, `lies_in_valley`), fills in `criteria`, keeps the tail, and says how far
// two runs are apart some steps after its end, of which one begins a little beside it (`parted`).
// `line.wgsl` or `plane.wgsl` says what a point is.

struct Criteria {
  tolerance: f32,
  bound: f32,
  // How many places there are: minima first, then those elsewhere.
  minima: u32,
  elsewhere: u32,
  // Places behind them at which no run ends, but to which it may go.
  level: u32,
  // 1 if runs may converge to a valley besides: its number comes after those of the minima.
  valley: u32,
}

const NOWHERE = 0xffffffffu;
const EPSILON = 0x1p-23;
// Chaos drives neighbours apart by more than this in `HALF` steps: by 3 % a step. An optimizer's state alone may do so by less.
const REPELS = 8.0;

var<private> criteria: Criteria;
// The iterate at the last iteration, and those after it.
var<private> tail: array<point, 129>;

// The number of an ending that is at no place.
fn code_of(code: u32) -> u32 {
  return criteria.minima + criteria.valley + criteria.elsewhere + code;
}

// The nearest of some places, if theory lets it hold the run and the run stays there.
fn held_at(first: u32, count: u32, rate: f32, resting: f32) -> u32 {
  let end = tail[FOLLOWED];
  var best = first;
  for (var i = first; i < first + count; i++) {
    if (length(place_at(i) - end) < length(place_at(best) - end)) {
      best = i;
    }
  }
  if (count == 0u || rate > place_limit(best)) {
    return NOWHERE;
  }
  let place = place_at(best);
  for (var i = 0u; i <= HALF; i++) {
    if (!(length(tail[i] - place) <= criteria.tolerance)) {
      return NOWHERE;
    }
  }
  // Runs that are thrown from side to side for ever are as far away as they were, but for roundings.
  let before = length(tail[0] - place) * (1.0 + SAME);
  return select(NOWHERE, best, length(end - place) <= max(before, resting));
}

fn stays_in_valley(rate: f32) -> bool {
  if (criteria.valley == 0u) {
    return false;
  }
  for (var i = 0u; i <= HALF; i++) {
    if (!(length(tail[i] - tail[FOLLOWED]) <= criteria.tolerance)) {
      return false;
    }
  }
  return lies_in_valley(tail[FOLLOWED], rate);
}

fn is_at_rest(rounding: f32) -> bool {
  for (var i = 0u; i < FOLLOWED; i++) {
    if (length(tail[i] - tail[FOLLOWED]) > rounding) {
      return false;
    }
  }
  return true;
}

// Whether no step goes back: each makes at most a right angle with the one before.
fn goes_one_way(count: u32) -> bool {
  var before = point(0.0);
  for (var i = 1u; i < count; i++) {
    let step = tail[i] - tail[i - 1u];
    if (along(step, before) < 0.0) {
      return false;
    }
    before = select(before, step, any(step != point(0.0)));
  }
  return true;
}

// After how many steps each of the last iterates has come round; 0 where they do not, or differ by no more than `resting`.
//
// There are few numbers of 32 bits, and chaos comes back to one where it was soon enough: then it repeats itself, in a cycle that holds no
// run beside it. Such a run wanders. In float64 that does not happen, and `endingOf` does not ask.
fn period(resting: f32, rate: f32) -> u32 {
  let first = FOLLOWED + 1u - HALF;
  var low = tail[first];
  var high = low;
  for (var i = first; i <= FOLLOWED; i++) {
    low = min(low, tail[i]);
    high = max(high, tail[i]);
  }
  let width = largest(high - low);
  if (width <= resting) {
    return 0u;
  }
  let same = SAME * width;
  for (var candidate = 2u; candidate <= LONGEST_CYCLE; candidate++) {
    var i = FOLLOWED;
    while (i >= first && length(tail[i] - tail[i - candidate]) <= same) {
      i--;
    }
    if (i < first) {
      return select(0u, candidate, parted(same, rate) <= REPELS * same);
    }
  }
  return 0u;
}

// The greatest distance of a window's points from a point, and the greatest of the steps that they make.
struct Extent {
  distance: f32,
  step: f32,
}

// @param ahead the points that are measured are so many steps ahead of the window's: 0 or 1
fn extent_of(first: u32, ahead: u32, origin: point) -> Extent {
  var extent = Extent(0.0, 0.0);
  for (var i = first; i < first + WINDOW; i++) {
    extent.distance = max(extent.distance, length(tail[i + ahead] - origin));
    extent.step = max(extent.step, length(tail[i + 1u] - tail[i]));
  }
  return extent;
}

// Whether the run comes to rest at its last point: from window to window its greatest distance from it shrinks, and once its
// greatest step has begun to shrink, it does so to the end.
fn closes_in(resting: f32) -> bool {
  var before = Extent(4.0 * criteria.bound, 0.0);
  var is_slowing = false;
  for (var first = 0u; first < FOLLOWED; first += WINDOW) {
    let here = extent_of(first, 0u, tail[FOLLOWED]);
    if (here.distance > resting && (here.distance >= before.distance || (is_slowing && here.step >= before.step))) {
      return false;
    }
    is_slowing |= here.step < before.step;
    before = here;
  }
  return true;
}

// Whether both grow from window to window, the distance from the first point: so slowly that the run is not beyond the bound yet.
fn opens_out() -> bool {
  var before = Extent(0.0, 0.0);
  for (var first = 0u; first < FOLLOWED; first += WINDOW) {
    let here = extent_of(first, 1u, tail[0]);
    if (here.distance <= before.distance || here.step <= before.step) {
      return false;
    }
    before = here;
  }
  return true;
}

// The ending of a run that was not done after its last iteration.
fn moving(count: u32) -> u32 {
  let end = tail[count - 1u];
  let way = end - tail[0];
  var leads = criteria.valley > 0u;
  for (var i = 0u; i < criteria.minima + criteria.elsewhere + criteria.level; i++) {
    // One that was leapt over calls the run back.
    leads |= may_lead(place_at(i) - tail[0], way, criteria.tolerance);
  }
  return code_of(select(CODE_FALLING, CODE_MOVING, leads || !goes_one_way(count)));
}

// The ending of a run with a whole tail, at the learning rate with which it was kept.
fn judge(rate: f32) -> u32 {
  let rounding = ROUNDINGS * EPSILON * length(tail[FOLLOWED]);
  let resting = max(criteria.tolerance * SMALL_PART, rounding);
  let minimum = held_at(0u, criteria.minima, rate, resting);
  if (minimum != NOWHERE) {
    return minimum;
  }
  let place = held_at(criteria.minima, criteria.elsewhere, rate, resting);
  if (place != NOWHERE) {
    return place + criteria.valley;
  }
  if (stays_in_valley(rate)) {
    return criteria.minima;
  }
  if (is_at_rest(rounding)) {
    return code_of(CODE_STILL);
  }
  let found = period(resting, rate);
  if (found > 0u) {
    return code_of(CODE_CYCLING + found - 2u);
  }
  if (goes_one_way(FOLLOWED + 1u) || closes_in(resting) || opens_out()) {
    return moving(FOLLOWED + 1u);
  }
  return code_of(CODE_WANDERING);
}

// The ending of a run by a tail of which `count` points are there, at the learning rate with which it was kept.
// @param look 0 for the first tail, 1 for the second: a run that fits a word only then is still moving
fn ending_after(count: u32, rate: f32, look: u32) -> u32 {
  if (count == 0u) {
    return code_of(CODE_LEFT);
  }
  var ending: u32;
  // What happens after the last iteration has not happened yet.
  if (count > FOLLOWED) {
    ending = judge(rate);
  } else {
    ending = moving(count);
  }
  return select(ending, code_of(CODE_MOVING), look > 0u && ending != code_of(CODE_WANDERING));
}
