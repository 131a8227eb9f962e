import type { PopulationTask } from '../../engine/population';
import { keptLast } from '../../math/kept-last';
import type { NamedOptimizer } from '../../math/optimizers';
import type { Outcome } from '../../math/outcomes';
import type { Place, PlaneWindow } from '../../math/plane';
import type { StationaryCurve } from '../../math/described-curves';
import type { StationaryRegion } from '../../math/flat-regions';
import type { PlanePoint, StationaryPlane } from '../../math/stationary-plane';
import type { ResultBase } from '../experiment';
import { optimizerText, readOptimizers } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import { search } from './fit';
import { functionsOf, type SurfaceFunctions } from './functions';
import { windowOf, type SurfaceParameters } from './parameters';
import { terrainOf, type Terrain } from './terrain';

/** What became of the starts with one optimizer. */
export interface SurfaceRuns {
  optimizer: string;
  learningRate: number;
  starts: number;
  counts: Record<Outcome, number>;
  /** How many of those that converged did so to which target: the minima in their order, then the valley. */
  targets: ({ kind: 'minimum'; x: number; y: number; count: number } | { kind: 'valley'; count: number })[];
  /** The run from `start`, every n-th iterate where there are more than 1,000. */
  trajectory: Place[];
}

export interface SurfaceResult extends ResultBase<SurfaceParameters> {
  /** Where the gradient is 0 in the window, from the lowest value up. */
  stationary: PlanePoint[];
  /** Curves on which it is 0 all along, and the loss there. */
  valleys: StationaryCurve[];
  /** Regions all over which it is 0. */
  regions: readonly StationaryRegion[];
  /** Whether the search for these was done before its budget was. */
  isComplete: boolean;
  /** Whether the loss is a constant: the gradient is 0 everywhere, and no place is listed. */
  isConstant: boolean;
  /** One of each optimizer. */
  runs: SurfaceRuns[];
}

/** The loss and what is known of it. */
export interface SurfaceProblem {
  parameters: SurfaceParameters;
  functions: SurfaceFunctions;
  window: PlaneWindow;
  terrain: Terrain;
  stationary: StationaryPlane;
  /** The curves on which the gradient is 0, around the window too: pictures show more than the window. */
  curves: StationaryPlane['curves'];
  /** The minima of the window that runs can converge to. */
  minima: PlanePoint[];
  optimizers: readonly (NamedOptimizer & { text: string })[];
  /** The part of a task that every picture shares. */
  task: Omit<PopulationTask, 'learningRates' | 'optimizer' | 'starts'>;
}

/** What runs end in, and how many of them, of each optimizer. */
export interface SurfaceRun {
  result: SurfaceResult;
  ends: Ends[];
}

/** Runs by the number of their kind: the minima, the valley where there may be one, then the other ways to end. */
export interface Ends {
  counts: number[];
  total: number;
}

const NODES = 181;
/** More minima than the kernel takes would be too many colours, too. */
const MOST_MINIMA = 60;
/** How close to a minimum a run ends, and how far away it has diverged, beside the window. */
const TOLERANCE = 1e-4;
const BOUND = 1000;
/** How far beyond the window other minima are looked for, beside its size. */
const BEYOND = 1;

const terrains = keptLast<SurfaceFunctions, Terrain>();

/** Reads the loss, finds where its gradient is 0, and says what every picture descends. */
export function prepare(p: SurfaceParameters): SurfaceProblem {
  const functions = functionsOf(p.objective);
  const window = windowOf(p);
  const stationary = search(p.objective, window);
  const all = stationary.points.filter(({ kind }) => kind === 'minimum');
  const minima = p.frozen === 'none' ? all.slice(0, MOST_MINIMA) : [];
  const size = Math.max(window.x[1] - window.x[0], window.y[1] - window.y[0]);
  const reach = Math.max(...window.x.map(Math.abs), ...window.y.map(Math.abs), ...p.start.map(Math.abs));
  const beyond = search(p.objective, widened(window));
  const hasValley =
    stationary.curves.some(({ kind }) => kind === 'valley') ||
    stationary.regions.some(({ kind }) => kind === 'minimum');
  return {
    parameters: p,
    functions,
    window,
    terrain: terrainFor(functions, window),
    stationary,
    curves: beyond.curves,
    minima,
    optimizers: readOptimizers(p.optimizer).map((one) => ({ ...one, text: optimizerText(one) })),
    task: {
      objective: p.objective,
      schedule: parseSchedule(p.schedule),
      ...(p.frozen !== 'none' && { frozen: [p.frozen === 'x' ? 0 : 1] }),
      iterations: p.iterations,
      targets: minima.map(({ x, y }) => [x, y]),
      elsewhere: p.frozen === 'none' ? outside(beyond.points, window) : [],
      valley: hasValley || p.frozen !== 'none' || !stationary.isComplete || all.length > minima.length,
      tolerance: TOLERANCE * size,
      bound: BOUND * reach,
    },
  };
}

/** The function over its window, once for as long as neither changes. */
function terrainFor(functions: SurfaceFunctions, window: PlaneWindow): Terrain {
  const key = [...window.x, ...window.y].join(' ');
  return terrains(functions, key, () => terrainOf(functions.values, window, NODES));
}

const widened = ({ x, y }: PlaneWindow): PlaneWindow => {
  const wider = ([low, high]: readonly [number, number]) =>
    [low - BEYOND * (high - low), high + BEYOND * (high - low)] as const;
  return { x: wider(x), y: wider(y) };
};

/** Minima outside of the window, as far as they were looked for. */
function outside(points: readonly PlanePoint[], { x, y }: PlaneWindow): Place[] {
  const isInside = (point: PlanePoint) => point.x >= x[0] && point.x <= x[1] && point.y >= y[0] && point.y <= y[1];
  return points
    .filter((point) => point.kind === 'minimum' && !isInside(point))
    .slice(0, MOST_MINIMA)
    .map((point) => [point.x, point.y]);
}
