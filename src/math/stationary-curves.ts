import { eigen, type Place } from './plane';
import { distance, type Units } from './plane-units';

/** Places of a curve one after the other, in units of the window. */
export interface Curve {
  places: Place[];
}

/** How far one place of a curve is from the next. */
const STEP = 0.02;
/** The steps by which an end is found. */
const SHORTEST = STEP / 64;
const LONGEST = 1500;
/** Directions that are tried around a place, and how many of them ahead of one on the way. */
const DIRECTIONS = 96;
const AHEAD = Math.PI / 3;
/** A gradient is 0 on a circle if it is that small beside the largest one there. */
const NOTHING = 1e-9;

/**
 * The curves of zeros of the gradient through one of them, each as straight through it as can be where several cross; `plateau` where the
 * gradient is 0 all over a part of what lies around.
 */
export function curvesThrough(units: Units, place: Place): Curve[] | 'plateau' {
  const ahead = zerosOnArc(units, place, 0, Math.PI);
  if (ahead === 'plateau') return 'plateau';
  const ways: Way[] = [];
  for (const angle of ahead) {
    // What an earlier way has come back to is closed.
    const next = onCircle(place, angle);
    if (ways.some(({ places }) => distance(places.at(-1)!, next) < STEP)) continue;
    const places = follow(units, place, angle);
    if (places.length > 0) ways.push({ angle, places });
  }
  const curves: Curve[] = [];
  for (let way = ways.shift(); way; way = ways.shift()) {
    const { angle } = way;
    const straightest = ways.reduce<Way | undefined>(
      (best, one) => (!best || turn(one.angle, angle) > turn(best.angle, angle) ? one : best),
      undefined,
    );
    if (straightest) ways.splice(ways.indexOf(straightest), 1);
    curves.push({ places: [...[...way.places].reverse(), place, ...(straightest?.places ?? [])] });
  }
  return curves;
}

/** One of the ways from a place along a curve. */
interface Way {
  angle: number;
  places: Place[];
}

/** How far one direction is from another. */
const turn = (to: number, from: number) => Math.abs(Math.atan2(Math.sin(to - from), Math.cos(to - from)));

/** Whether a place lies on a curve that is known. */
export function isOnCurve({ places }: Curve, [u, v]: Place): boolean {
  for (let i = 0; i + 1 < places.length; i++) {
    const [[fromU, fromV], [toU, toV]] = [places[i], places[i + 1]];
    const [du, dv] = [toU - fromU, toV - fromV];
    const share = Math.min(1, Math.max(0, ((u - fromU) * du + (v - fromV) * dv) / (du * du + dv * dv)));
    if (Math.hypot(fromU + share * du - u, fromV + share * dv - v) < STEP / 4) return true;
  }
  return false;
}

const onCircle = ([u, v]: Place, angle: number, radius = STEP): Place => [
  u + radius * Math.cos(angle),
  v + radius * Math.sin(angle),
];

/** Follows a curve until it leaves the window, comes back, or ends: there in ever shorter steps. */
function follow(units: Units, from: Place, angle: number): Place[] {
  const places: Place[] = [];
  let [here, way, step] = [from, angle, STEP];
  while (places.length < LONGEST) {
    const zeros = zerosOnArc(units, here, way, places.length === 0 ? 0.1 : AHEAD, step);
    if (zeros === 'plateau' || zeros.length === 0) {
      step /= 2;
      if (step < SHORTEST) break;
      continue;
    }
    way = zeros.reduce((best, one) => (turn(one, way) < turn(best, way) ? one : best));
    here = polished(units, onCircle(here, way, step));
    places.push(here);
    if (Math.abs(here[0]) > 1 || Math.abs(here[1]) > 1) break;
    if (places.length > 2 && distance(here, from) < step) {
      places.push(from);
      break;
    }
  }
  return places;
}

/** The directions, from `middle - half` to `middle + half`, in which the gradient is 0 a step away. */
function zerosOnArc(units: Units, place: Place, middle: number, half: number, radius = STEP): number[] | 'plateau' {
  const size = (angle: number) => Math.hypot(...units.gradient(...onCircle(place, angle, radius)));
  const isWhole = half === Math.PI;
  const count = isWhole ? DIRECTIONS : 32;
  const apart = (2 * half) / count;
  const at = (i: number) => middle - half + i * apart;
  const sizes = Array.from({ length: count + 1 }, (_, i) => size(at(i)));
  const across = [Math.PI / 2, -Math.PI / 2].map((angle) => size(middle + angle));
  const largest = Math.max(...sizes, ...across);
  // Where a curve leads on, neighbours are 0 only if all places between are.
  const isNothing = (i: number) => [-1, 0, 1].every((beside) => sizes[(i + beside + count) % count] === 0);
  if (largest === 0 || (isWhole && sizes.some((_, i) => isNothing(i)))) return 'plateau';
  const zeros: number[] = [];
  for (let i = isWhole ? 0 : 1; i < count; i++) {
    const before = sizes[i === 0 ? count - 1 : i - 1];
    if (!(sizes[i] <= before && sizes[i] < sizes[i + 1])) continue;
    const angle = least(size, at(i) - apart, at(i) + apart);
    const there = polished(units, onCircle(place, angle, radius));
    if (Math.hypot(...units.gradient(...there)) <= NOTHING * largest) zeros.push(angle);
  }
  return zeros;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where a function of one valley is least, by golden sections. */
function least(f: (x: number) => number, low: number, high: number): number {
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  for (let i = 0; i < 40; i++) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}

/** Newton's method across the curve, where the function bends across it. */
export function polished({ gradient, hessian }: Units, place: Place): Place {
  let here = place;
  for (let i = 0; i < 4; i++) {
    const slope = gradient(...here);
    const { values, vectors } = eigen(hessian(...here));
    const steep = Math.abs(values[0]) > Math.abs(values[1]) ? 0 : 1;
    const [across, value] = [vectors[steep], values[steep]];
    const far = (across[0] * slope[0] + across[1] * slope[1]) / value;
    if (!(Math.abs(far) < STEP / 4)) return place;
    here = [here[0] - far * across[0], here[1] - far * across[1]];
  }
  return here;
}
