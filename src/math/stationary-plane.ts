import { eigen, type Place, type PlaneFunction, type PlaneWindow } from './plane';
import { curvesThrough, isOnCurve, type Curve } from './stationary-curves';
import { inUnits, type Units } from './plane-units';

/** Where the gradient of a function of two variables is 0. */
export interface PlanePoint {
  x: number;
  y: number;
  value: number;
  /** By the Hessian; where that has an eigenvalue of 0, by the values around; `degenerate` where these say neither. */
  kind: 'minimum' | 'maximum' | 'saddle' | 'degenerate';
  /** Of the Hessian, ascending. */
  eigenvalues: [number, number];
  /** 2 / the largest eigenvalue, at a minimum where that is above 0: the largest learning rate at which plain descent can stay. */
  threshold: number | null;
}

/** A whole curve of places where the gradient is 0. */
export interface StationaryCurve {
  /** Whether the function climbs on both sides, falls on both, or neither. */
  kind: 'valley' | 'ridge' | 'flat';
  value: number;
  points: Place[];
  /** The largest curvature at a place of it, where that is least: no run can rest on it at rates above 2 over that. */
  curvature: number;
}

export interface StationaryPlane {
  points: PlanePoint[];
  curves: StationaryCurve[];
  /** False where the last starts of the search still found something, or where there is more than `most`. */
  isComplete: boolean;
}

/** Starts of Newton's method: a grid first, then rounds of places in between, until two rounds find nothing new. */
const GRID = 16;
const ROUND = 96;
const MOST_ROUNDS = 8;
const QUIET_ROUNDS = 2;
const MOST_STEPS = 90;
/** All of these in units of the window's half width: places closer than that are one. */
const SAME = 1e-6;
const KNOWN = 1e-5;
const CONVERGED = 1e-9;
/** An eigenvalue is 0 if it is a rounding error beside the other, or beside what is usual for the function. */
const ZERO = 1e-8;
/** How far apart two places can be that are one because the gradient between them is this small beside what is usual. */
const FLAT = 0.01;
const ROUNDING = 1e-12;
const AROUND = 32;

/**
 * The places in a window where the gradient is 0, by a damped Newton's method from many starts. A place where the Hessian
 * has an eigenvalue of 0 may lie on a whole curve of them: that is followed through the window and stands as one.
 *
 * @param most more points than these are not looked for
 */
export function stationaryPlane(f: PlaneFunction, window: PlaneWindow, most = 200): StationaryPlane {
  const units = inUnits(f, window);
  const found: Found = { places: [], curves: [], hasPlateau: false };
  const usual = usualSizes(units);
  if (!usual) return { points: [], curves: [], isComplete: false };
  let quiet = 0;
  for (let round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS && found.places.length <= most; round++) {
    let isNew = false;
    for (const start of startsOf(round)) isNew = settle(units, start, usual, found) || isNew;
    quiet = isNew ? 0 : quiet + 1;
  }
  const isComplete = quiet >= QUIET_ROUNDS && found.places.length <= most;
  const points = found.places
    .slice(0, most)
    .map((place) => describe(f, units, place, usual))
    .sort((a, b) => a.value - b.value || a.x - b.x || a.y - b.y);
  const curves = found.curves.map((curve) => describeCurve(f, units, curve));
  return { points, curves, isComplete };
}

interface Found {
  /** In units of the window. */
  places: Place[];
  curves: Curve[];
  /** A place all around which the gradient is 0 stands for all of those. */
  hasPlateau: boolean;
}

/** How large gradient and Hessian usually are, in units of the window. */
interface Usual {
  gradient: number;
  hessian: number;
}

function usualSizes({ gradient, hessian }: Units): Usual | undefined {
  const sizes = startsOf(0).flatMap(([u, v]) => {
    const size = { gradient: Math.hypot(...gradient(u, v)), hessian: Math.hypot(...hessian(u, v)) };
    return Number.isFinite(size.gradient) && Number.isFinite(size.hessian) ? [size] : [];
  });
  if (sizes.length === 0) return undefined;
  const median = (of: keyof Usual) => sizes.map((size) => size[of]).sort((a, b) => a - b)[sizes.length >> 1];
  return { gradient: median('gradient'), hessian: median('hessian') };
}

/** A grid, then places of the R2 sequence: each round falls between those of the earlier ones. */
function startsOf(round: number): Place[] {
  const at = (i: number) => (2 * i + 1) / GRID - 1;
  if (round === 0) return Array.from({ length: GRID * GRID }, (_, i) => [at(i % GRID), at(Math.floor(i / GRID))]);
  return Array.from({ length: ROUND }, (_, i) => {
    const n = (round - 1) * ROUND + i + 1;
    return [2 * ((0.5 + n * 0.7548776662466927) % 1) - 1, 2 * ((0.5 + n * 0.5698402909980532) % 1) - 1];
  });
}

/** Goes from a start to where the gradient is 0, and keeps that place or the curve through it; whether it is a new one. */
function settle(units: Units, start: Place, usual: Usual, found: Found): boolean {
  const place = newton(units, start, usual, found.places);
  if (!place || Math.abs(place[0]) > 1 || Math.abs(place[1]) > 1) return false;
  if (found.places.some((one) => distance(one, place) < SAME)) return false;
  if (isSingular(units, place, usual)) {
    if (found.places.some((one) => isOneFlat(units, one, place, usual) && isSingular(units, one, usual))) return false;
    if (found.curves.some((curve) => isOnCurve(curve, place))) return false;
    const through = curvesThrough(units, place);
    if (through === 'plateau') {
      if (found.hasPlateau) return false;
      found.hasPlateau = true;
    } else if (through.length > 0) {
      found.curves.push(...through);
      return true;
    }
  }
  found.places.push(place);
  return true;
}

const distance = (a: Place, b: Place) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Levenberg and Marquardt's method on the gradient; undefined where it does not come to 0, or comes to a place that is known. */
function newton(units: Units, start: Place, usual: Usual, known: readonly Place[]): Place | undefined {
  const { gradient, hessian } = units;
  let place = start;
  let slope = gradient(...place);
  let size = Math.hypot(...slope);
  let damping = 1e-2;
  for (let step = 0; step < MOST_STEPS && size > 0; step++) {
    if (!Number.isFinite(size) || Math.abs(place[0]) > 3 || Math.abs(place[1]) > 3) return undefined;
    if (step % 8 === 7 && known.some((one) => distance(one, place) < KNOWN)) return undefined;
    const { values, vectors } = eigen(hessian(...place));
    const most = Math.max(Math.abs(values[0]), Math.abs(values[1]));
    let isBetter = false;
    for (let trial = 0; trial < 8 && !isBetter; trial++) {
      const along = vectors.map((vector, i) => {
        const denominator = values[i] ** 2 + damping * most ** 2;
        return denominator > 0 ? (-values[i] * (vector[0] * slope[0] + vector[1] * slope[1])) / denominator : 0;
      });
      const next: Place = [
        place[0] + along[0] * vectors[0][0] + along[1] * vectors[1][0],
        place[1] + along[0] * vectors[0][1] + along[1] * vectors[1][1],
      ];
      const there = gradient(...next);
      isBetter = Math.hypot(...there) < size;
      damping = isBetter ? damping / 30 : Math.max(1e-9, damping * 30);
      if (isBetter) [place, slope, size] = [next, there, Math.hypot(...there)];
    }
    if (!isBetter) break;
  }
  const round = rounded(units, place, size);
  if (round) return round;
  if (!(size <= 1e-9 * usual.gradient)) return undefined;
  // A gradient that is only small has a zero nearby; what only fades, as the tail of a bell, has none.
  const { values, vectors } = eigen(hessian(...place));
  const most = Math.max(Math.abs(values[0]), Math.abs(values[1]));
  const left = vectors.map((vector, i) => {
    const across = Math.abs(vector[0] * slope[0] + vector[1] * slope[1]);
    const isNothing = Math.abs(values[i]) <= ZERO * most && across <= 1e-12 * usual.gradient;
    return isNothing || across === 0 ? 0 : across / Math.abs(values[i]);
  });
  return Math.hypot(...left) <= CONVERGED ? place : undefined;
}

/** Many a zero is a round number: it is taken where the gradient there is no larger. */
function rounded({ gradient, toPlace, fromPlace }: Units, place: Place, size: number): Place | undefined {
  const [x, y] = toPlace(place);
  const round = fromPlace([Number(x.toPrecision(9)), Number(y.toPrecision(9))]);
  const zeroed = fromPlace([Math.abs(place[0]) < 1e-9 ? 0 : x, Math.abs(place[1]) < 1e-9 ? 0 : y]);
  return [round, zeroed].find((one) => distance(one, place) < 1e-7 && Math.hypot(...gradient(...one)) <= size * 1e-3);
}

/**
 * Whether the Hessian has an eigenvalue of 0, as far as can be told: where one changes its sign within the distance at which places are one, as beside the
 * flat inflection of x + sin(x), its sign at the place is that of a rounding error.
 */
function isSingular({ hessian }: Units, place: Place, usual: Usual): boolean {
  const { values, vectors } = eigen(hessian(...place));
  const sizes = values.map(Math.abs);
  const least = sizes[0] < sizes[1] ? 0 : 1;
  if (sizes[least] <= ZERO * Math.max(...sizes, usual.hessian)) return true;
  const signsBeside = [SAME, -SAME].map((far) => {
    const beside = hessian(place[0] + far * vectors[least][0], place[1] + far * vectors[least][1]);
    return Math.sign(eigen(beside).values[least]);
  });
  return signsBeside.some((sign) => sign !== Math.sign(values[least]));
}

/** Whether two places where the Hessian has an eigenvalue of 0 are one: the gradient is nothing but rounding between them. */
function isOneFlat({ gradient }: Units, a: Place, b: Place, usual: Usual): boolean {
  if (distance(a, b) > FLAT) return false;
  return [0.25, 0.5, 0.75].every((share) => {
    const between = gradient(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]));
    return Math.hypot(...between) <= ROUNDING * usual.gradient;
  });
}

function describe(f: PlaneFunction, units: Units, place: Place, usual: Usual): PlanePoint {
  const [x, y] = units.toPlace(place).map((coordinate) => coordinate || 0) as [number, number];
  const value = f.value(x, y);
  const { values } = eigen(f.hessian(x, y));
  const kind = isSingular(units, place, usual)
    ? kindAround(units, place)
    : values[0] > 0
      ? 'minimum'
      : values[1] < 0
        ? 'maximum'
        : 'saddle';
  const threshold = kind === 'minimum' && values[1] > 0 ? 2 / values[1] : null;
  return { x, y, value, kind, eigenvalues: values, threshold };
}

/** Where the Hessian does not tell: by the values on two small circles. */
function kindAround({ value }: Units, [u, v]: Place): 'minimum' | 'maximum' | 'degenerate' {
  const here = value(u, v);
  const around = [0.01, 0.03].flatMap((radius) =>
    Array.from({ length: AROUND }, (_, i) => {
      const angle = (2 * Math.PI * i) / AROUND;
      return value(u + radius * Math.cos(angle), v + radius * Math.sin(angle)) - here;
    }),
  );
  if (around.every((change) => change > 0)) return 'minimum';
  return around.every((change) => change < 0) ? 'maximum' : 'degenerate';
}

/** Whether a curve is a valley, by the values on both sides of it. */
function describeCurve(f: PlaneFunction, { toPlace, value }: Units, { places }: Curve): StationaryCurve {
  const middle = Math.min(places.length - 2, places.length >> 1);
  const [[u, v], [nextU, nextV]] = [places[middle], places[middle + 1]];
  const long = Math.hypot(nextU - u, nextV - v);
  const side = (far: number) => value(u - (far * (nextV - v)) / long, v + (far * (nextU - u)) / long) - value(u, v);
  const sides = [0.01, -0.01].map(side);
  const kind = sides.every((change) => change > 0) ? 'valley' : sides.every((change) => change < 0) ? 'ridge' : 'flat';
  const points = places.map((place) => toPlace(place));
  const curvature = Math.min(...points.map(([x, y]) => eigen(f.hessian(x, y)).values[1]));
  return { kind, value: f.value(...points[middle]), points, curvature };
}
