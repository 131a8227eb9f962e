import { eigen, type Place } from './plane';
import type { Units } from './plane-units';

/** Places of a curve one after the other, in units of the window. */
export interface Curve {
  places: Place[];
}

/** How far one place of a curve is from the next. */
const STEP = 0.02;
const LONGEST = 1500;
/** Directions that are tried around a place, and how many of them ahead of one on the way. */
const DIRECTIONS = 96;
const AHEAD = Math.PI / 3;
/** A gradient is 0 on a circle if it is that small beside the largest one there. */
const NOTHING = 1e-9;

/** The curves of zeros of the gradient through one of them; `plateau` where the gradient is 0 all around. */
export function curvesThrough(units: Units, place: Place): Curve[] | 'plateau' {
  const ahead = zerosOnArc(units, place, 0, Math.PI);
  if (ahead === 'plateau') return 'plateau';
  const ways: Place[][] = [];
  for (const angle of ahead) {
    // What an earlier way has come back to is closed.
    const next = onCircle(place, angle);
    if (ways.some((way) => Math.hypot(way.at(-1)![0] - next[0], way.at(-1)![1] - next[1]) < STEP)) continue;
    ways.push(follow(units, place, angle));
  }
  const curves: Curve[] = [];
  for (let i = 0; i < ways.length; i += 2)
    curves.push({ places: [...[...ways[i]].reverse(), place, ...(ways[i + 1] ?? [])] });
  return curves;
}

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

/** Follows a curve until it leaves the window, comes back, or ends. */
function follow(units: Units, from: Place, angle: number): Place[] {
  const places: Place[] = [];
  let [here, way] = [from, angle];
  while (places.length < LONGEST) {
    const zeros = zerosOnArc(units, here, way, places.length === 0 ? 0.1 : AHEAD);
    if (zeros === 'plateau' || zeros.length === 0) break;
    const turn = (to: number) => Math.abs(Math.atan2(Math.sin(to - way), Math.cos(to - way)));
    way = zeros.reduce((best, one) => (turn(one) < turn(best) ? one : best));
    here = polished(units, onCircle(here, way));
    places.push(here);
    if (Math.abs(here[0]) > 1 || Math.abs(here[1]) > 1) break;
    if (places.length > 2 && Math.hypot(here[0] - from[0], here[1] - from[1]) < STEP) {
      places.push(from);
      break;
    }
  }
  return places;
}

/** The directions, from `middle - half` to `middle + half`, in which the gradient is 0 a step away. */
function zerosOnArc(units: Units, place: Place, middle: number, half: number): number[] | 'plateau' {
  const size = (angle: number) => Math.hypot(...units.gradient(...onCircle(place, angle)));
  const isWhole = half === Math.PI;
  const count = isWhole ? DIRECTIONS : 32;
  const step = (2 * half) / count;
  const at = (i: number) => middle - half + i * step;
  const sizes = Array.from({ length: count + 1 }, (_, i) => size(at(i)));
  const across = [Math.PI / 2, -Math.PI / 2].map((angle) => size(middle + angle));
  const largest = Math.max(...sizes, ...across);
  if (largest === 0) return 'plateau';
  const zeros: number[] = [];
  for (let i = isWhole ? 0 : 1; i < count; i++) {
    const before = sizes[i === 0 ? count - 1 : i - 1];
    if (!(sizes[i] <= before && sizes[i] < sizes[i + 1])) continue;
    const angle = least(size, at(i) - step, at(i) + step);
    const there = polished(units, onCircle(place, angle));
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
function polished({ gradient, hessian }: Units, place: Place): Place {
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
