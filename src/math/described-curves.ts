import { eigen, type Place, type PlaneFunction } from './plane';
import type { Units, Usual } from './plane-units';
import { polished, type Curve } from './stationary-curves';

/** A whole curve of places where the gradient is 0. */
export interface StationaryCurve {
  /** Whether the function climbs on both sides, falls on both, or neither: the same all along. */
  kind: 'valley' | 'ridge' | 'flat';
  value: number;
  points: Place[];
  /** The largest curvature at a place of it, where that is least: no run can rest on it at rates above 2 over that. */
  curvature: number;
}

/** How far beside a curve its sides are looked at, in units of the window: farther where the slopes nearer are nothing. */
const BESIDE = [0.001, 0.01, 0.05];
/** A slope or a curvature is nothing if it is that small beside what is usual. */
const NOTHING = 1e-12;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SECTIONS = 60;

/**
 * A curve of places where the gradient is 0, cut where it turns from one kind into another, as that of x^2 y does: a valley where y is above 0.
 */
export function describeCurve(f: PlaneFunction, units: Units, { places }: Curve, usual: Usual): StationaryCurve[] {
  const told = places.map((_, i) => kindBeside(units, places, i, usual.gradient));
  const first = told.find((kind) => kind !== undefined) ?? 'flat';
  // Where it crosses another curve the sides tell nothing.
  const kinds = told.reduce<StationaryCurve['kind'][]>((all, kind) => [...all, kind ?? all.at(-1) ?? first], []);
  const cuts = kinds.flatMap((kind, i) => (i > 0 && kind !== kinds[i - 1] ? [i] : []));
  return [0, ...cuts].flatMap((from, i) => {
    const part = places.slice(Math.max(0, from - 1), cuts[i] ?? places.length);
    if (part.length < 2) return [];
    const points = part.map((place) => units.toPlace(place));
    const value = f.value(...points[points.length >> 1]);
    return [{ kind: kinds[from], value, points, curvature: leastCurvature(f, units, part, usual.hessian) }];
  });
}

/** By the slopes on both sides of place number i, away from it; undefined where one of them is nothing. */
function kindBeside(
  { gradient }: Units,
  places: readonly Place[],
  i: number,
  usual: number,
): StationaryCurve['kind'] | undefined {
  const [before, here, after] = [places[Math.max(0, i - 1)], places[i], places[Math.min(places.length - 1, i + 1)]];
  const [along, up] = [after[0] - before[0], after[1] - before[1]];
  const long = Math.hypot(along, up);
  const [acrossU, acrossV] = [-up / long, along / long];
  for (const beside of BESIDE) {
    const slopes = [beside, -beside].map((far) => {
      const [gu, gv] = gradient(here[0] + far * acrossU, here[1] + far * acrossV);
      return Math.sign(far) * (gu * acrossU + gv * acrossV);
    });
    if (!slopes.every((slope) => Math.abs(slope) > NOTHING * usual)) continue;
    if (slopes[0] > 0 !== slopes[1] > 0) return 'flat';
    return slopes[0] > 0 ? 'valley' : 'ridge';
  }
  return undefined;
}

/** The largest curvature where it is least: between the places beside that one of them where it is least. */
function leastCurvature(f: PlaneFunction, units: Units, places: readonly Place[], usual: number): number {
  const curvatureAt = (place: Place) => eigen(f.hessian(...units.toPlace(place))).values[1];
  const at = (share: number): Place => {
    const from = Math.min(places.length - 2, Math.max(0, Math.floor(share)));
    const [[fromU, fromV], [toU, toV]] = [places[from], places[from + 1]];
    return polished(units, [fromU + (share - from) * (toU - fromU), fromV + (share - from) * (toV - fromV)]);
  };
  const curvatures = places.map(curvatureAt);
  const first = curvatures.indexOf(Math.min(...curvatures));
  let best = { place: places[first], curvature: curvatures[first] };
  let [low, high] = [Math.max(0, first - 1), Math.min(places.length - 1, first + 1)];
  for (let i = 0; i < SECTIONS; i++) {
    const sections = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    const [left, right] = sections.map(at).map((place) => ({ place, curvature: curvatureAt(place) }));
    for (const one of [left, right]) if (one.curvature < best.curvature) best = one;
    if (left.curvature < right.curvature) high = sections[1];
    else low = sections[0];
  }
  return Math.abs(eigen(units.hessian(...best.place)).values[1]) <= NOTHING * usual ? 0 : best.curvature;
}
