import { zeroOfGradient } from './zero-of-gradient';
import { eigen, type Place, type PlaneFunction, type PlaneWindow } from './plane';
import { describeCurve, type StationaryCurve } from './described-curves';
import { flatRegions, type StationaryRegion } from './flat-regions';
import { curvesThrough, isOnCurve, type Curve } from './stationary-curves';
import { distance, inUnits, ZERO, type Units, type Usual } from './plane-units';

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

export interface StationaryPlane {
  points: PlanePoint[];
  curves: StationaryCurve[];
  /** Parts of the window all over which the gradient is 0. */
  regions: readonly StationaryRegion[];
  /** False where the last starts of the search still found something, or where there is more than `most`. */
  isComplete: boolean;
}

/** Starts of Newton's method: a grid first, then rounds of places in between, until two rounds find nothing new. */
const GRID = 16;
const ROUND = 96;
const MOST_ROUNDS = 8;
const QUIET_ROUNDS = 2;
const SQUARES = 40;
/** All of these in units of the window's half width: places closer than that are one. */
const SAME = 1e-6;
/** A gradient that jumps by more than that, beside what is usual, does so. */
const JUMP = 1e-5;
/** How far apart two places can be that are one because the gradient between them is this small beside what is usual. */
const FLAT = 0.01;
const ROUNDING = 1e-12;
const AROUND = 32;
const EIGHTHS = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4);

/**
 * The places in a window where the gradient is 0, by a damped Newton's method from many starts. A place where the Hessian
 * has an eigenvalue of 0 may lie on a whole curve of them: that is followed through the window and stands as one.
 *
 * @param most more points than these are not looked for
 */
export function stationaryPlane(f: PlaneFunction, window: PlaneWindow, most = 200): StationaryPlane {
  const units = inUnits(f, window);
  const found: Found = { places: [], curves: [], regions: flatRegions(units) };
  const usual = usualSizes(units);
  if (!usual) return { points: [], curves: [], regions: [], isComplete: false };
  let quiet = 0;
  for (let round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS && found.places.length <= most; round++) {
    let isNew = false;
    for (const start of startsOf(round)) isNew = settle(units, start, usual, found) || isNew;
    quiet = isNew ? 0 : quiet + 1;
  }
  const isComplete = quiet >= QUIET_ROUNDS && found.places.length <= most;
  if (isComplete) for (const start of turningPlaces(units)) settle(units, start, usual, found);
  const points = found.places
    .slice(0, most)
    .map((place) => describe(f, units, place, usual))
    .sort((a, b) => a.value - b.value || a.x - b.x || a.y - b.y);
  const curves = found.curves.flatMap((curve) => describeCurve(f, units, curve, usual));
  return { points, curves, regions: found.regions, isComplete };
}

interface Found {
  /** In units of the window. */
  places: Place[];
  curves: Curve[];
  regions: readonly StationaryRegion[];
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

/** The middles of the small squares at whose corners both parts of the gradient change their sign: a zero that starts farther away lead past may lie there. */
function turningPlaces({ gradient }: Units): Place[] {
  const at = (i: number) => (2 * i) / SQUARES - 1;
  const corners = Array.from({ length: SQUARES + 1 }, (_, j) =>
    Array.from({ length: SQUARES + 1 }, (_, i) => gradient(at(i), at(j))),
  );
  return Array.from({ length: SQUARES * SQUARES }, (_, n) => [n % SQUARES, Math.floor(n / SQUARES)]).flatMap(
    ([i, j]) => {
      const around = [corners[j][i], corners[j][i + 1], corners[j + 1][i], corners[j + 1][i + 1]];
      const isTurning = [0, 1].every((axis) => around.some((g) => g[axis] >= 0) && around.some((g) => g[axis] <= 0));
      return isTurning ? [[at(i + 0.5), at(j + 0.5)] as const] : [];
    },
  );
}

/** Goes from a start to where the gradient is 0, and keeps that place or the curve through it; whether it is a new one. */
function settle(units: Units, start: Place, usual: Usual, found: Found): boolean {
  const place =
    zeroOfGradient(units, start, usual, found.places) ?? zeroOfGradient(units, start, usual, found.places, 'across');
  if (!place || Math.abs(place[0]) > 1 || Math.abs(place[1]) > 1) return false;
  if (found.places.some((one) => distance(one, place) < SAME) || isKink(units, place, usual)) return false;
  if (isSingular(units, place, usual)) {
    if (found.places.some((one) => isOneFlat(units, one, place, usual) && isSingular(units, one, usual))) return false;
    if (found.curves.some((curve) => isOnCurve(curve, place))) return false;
    const through = curvesThrough(units, place);
    if (through === 'plateau') {
      // It is in a region that is known, or at its edge.
      const value = units.value(...place);
      if (found.regions.some((region) => isNear(region.value, value))) return false;
    } else if (through.length > 0) {
      found.curves.push(...through);
      return true;
    }
  }
  found.places.push(place);
  return true;
}

/** Whether two values are equal but for roundings. */
const isNear = (a: number, b: number) => Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a));

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

/** Whether the gradient is only called 0 at a place where it jumps, as that of abs(x - y): close by it is as large as farther away. */
function isKink({ gradient }: Units, [u, v]: Place, usual: Usual): boolean {
  const [near, far] = [SAME / 1000, SAME].map((radius) =>
    Math.max(
      ...EIGHTHS.map((angle) => Math.hypot(...gradient(u + radius * Math.cos(angle), v + radius * Math.sin(angle)))),
    ),
  );
  return near > far / 2 && near > JUMP * usual.gradient;
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
