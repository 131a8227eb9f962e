import { stationaryPlane, type PlanePoint, type StationaryPlane } from '../../math/stationary-plane';
import type { PlaneWindow } from '../../math/plane';
import { functionsOf } from './functions';
import type { SurfaceParameters, SurfaceSettings } from './parameters';
import { presetOf } from './presets';

/** What shows a function well. */
interface Fit {
  window: PlaneWindow;
  learningRate: number;
  start: readonly [number, number];
}

/** Where stationary points are looked for if nobody says where. */
const REACH = 6;
const WIDE: PlaneWindow = { x: [-REACH, REACH], y: [-REACH, REACH] };
/** Where there is no minimum with a curvature, there is no rate to go by. */
const ANY_RATE = 0.1;

/** The parameters with numbers for what is `auto`: those of the preset, else such as fit the function. What is given stays. */
export function resolve(given: SurfaceSettings): SurfaceParameters {
  const fit = presetOf(given.objective) ?? fitOf(given.objective);
  const or = <Value>(value: Value | 'auto', fitting: Value) => (value === 'auto' ? fitting : value);
  const p = {
    ...given,
    xLow: or(given.xLow, fit.window.x[0]),
    xHigh: or(given.xHigh, fit.window.x[1]),
    yLow: or(given.yLow, fit.window.y[0]),
    yHigh: or(given.yHigh, fit.window.y[1]),
    learningRate: or(given.learningRate, fit.learningRate),
    start: or<readonly number[]>(given.start, fit.start),
  };
  // An end that was given may lie beyond the other one that fits.
  for (const axis of ['x', 'y'] as const) {
    const [low, high] = [`${axis}Low`, `${axis}High`] as const;
    const long = fit.window[axis][1] - fit.window[axis][0];
    if (p[low] >= p[high] && given[high] === 'auto') p[high] = p[low] + long;
    else if (p[low] >= p[high] && given[low] === 'auto') p[low] = p[high] - long;
  }
  return p;
}

const fits = new Map<string, Fit>();

/** A window around the stationary points, and half of the largest rate at which the sharpest minimum holds. */
function fitOf(objective: string): Fit {
  let fit = fits.get(objective);
  if (!fit) {
    const found = search(objective, WIDE);
    const places = [
      ...found.points.map(({ x, y }) => [x, y] as const),
      ...found.curves.flatMap(({ points }) => points),
    ];
    const minima = found.points.filter(({ kind }) => kind === 'minimum');
    const window = places.length > 0 ? around(places) : WIDE;
    const [x, y] = [window.x, window.y].map(([low, high], i) =>
      rounded(i === 0 ? low + 0.15 * (high - low) : high - 0.2 * (high - low)),
    );
    fit = { window, learningRate: rateOf(minima), start: [x, y] };
    if (fits.size > 32) fits.clear();
    fits.set(objective, fit);
  }
  return fit;
}

const rounded = (value: number) => Number(value.toPrecision(2)) || 0;

function rateOf(minima: readonly PlanePoint[]): number {
  const limits = minima.flatMap(({ threshold }) => (threshold !== null && threshold > 0 ? [threshold] : []));
  return limits.length > 0 ? Math.min(1e5, Number((Math.min(...limits) / 2).toPrecision(2))) : ANY_RATE;
}

/** As wide as it takes to show places with room around them, and no narrower than a tenth of what was searched. */
function around(places: readonly (readonly [number, number])[]): PlaneWindow {
  const along = (axis: 0 | 1): readonly [number, number] => {
    const all = places.map((place) => place[axis]);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const half = Math.max(0.2 * REACH, 0.75 * (high - low));
    const middle = (low + high) / 2;
    return [Math.max(-2 * REACH, rounded(middle - half)), Math.min(2 * REACH, rounded(middle + half))];
  };
  const [x, y] = [along(0), along(1)];
  return { x, y };
}

const searches = new Map<string, StationaryPlane>();

/** The stationary points of a function in a window, none of a constant: there every place is one. The last searches are remembered. */
export function search(objective: string, window: PlaneWindow): StationaryPlane {
  const key = [objective, ...window.x, ...window.y].join(' ');
  let found = searches.get(key);
  if (!found) {
    const functions = functionsOf(objective);
    found = functions.isConstant
      ? { points: [], curves: [], regions: [], isComplete: true }
      : stationaryPlane(functions, window);
    if (searches.size > 16) searches.clear();
    searches.set(key, found);
  }
  return found;
}
