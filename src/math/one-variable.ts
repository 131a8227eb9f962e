import {
  compileBlock,
  compileInterval,
  compileScalar,
  domainOf,
  numberNode,
  type BlockFunction,
  type Objective,
} from '../formula';
import { flatStretches, type FlatStretch } from './flat-stretches';
import { findStationary, TooManyPoints, type StationaryPoint, type StationaryProblem } from './stationary';

/** A function of one variable, ready to be descended. */
export interface OneVariable extends Found {
  value: (w: number) => number;
  gradient: (w: number) => number;
  /** Value, gradient, and 1 where the function is defined, at many places at once. */
  functions: BlockFunction;
  /** Whether they are all that there are in a range around 0; else there are too many, and they are those around the start. */
  isWhole: boolean;
}

/** What was found in a range; nothing where the function is not finite. */
interface Found {
  /** The stationary points, from left to right. */
  stationary: readonly StationaryPoint[];
  /** Where it is level all along, from left to right. */
  stretches: readonly FlatStretch[];
}

/** How far stationary points are looked for, around 0 and, where these are too many, around the start. */
const REACHES = [10, 100, 1000, 1e4, 1e6, 1e7];
const MOST_POINTS = 500;
/** Windows around a start are no narrower, as a share of it or of 1: there rounding is all that is seen. */
const NARROWEST = 1e-6;

const problems = new WeakMap<Objective, Required<StationaryProblem>>();

/** The functions and bounds by which the stationary points of an objective are found. */
export function stationaryProblem(objective: Objective): Required<StationaryProblem> {
  let problem = problems.get(objective);
  if (!problem) {
    const { variable, gradient, curvature } = objective;
    problem = {
      value: compileScalar(objective.value, [variable]),
      gradient: compileScalar(gradient, [variable]),
      curvature: compileScalar(curvature, [variable]),
      gradientInterval: compileInterval(gradient, variable),
      curvatureInterval: compileInterval(curvature, variable),
    };
    problems.set(objective, problem);
  }
  return problem;
}

/**
 * Compiles an objective and looks for its stationary points: around 0, as far out as it takes to hold a start and to find a minimum; where these are
 * too many, around the start.
 */
export function oneVariable(objective: Objective, start: number): OneVariable {
  const { value, gradient } = stationaryProblem(objective);
  const reaches = REACHES.filter((reach) => reach >= 2 * Math.abs(start));
  const found = foundAround(objective, 0, reaches);
  const isWhole = found !== undefined;
  return { value, gradient, functions: blockOf(objective), ...(found ?? foundNear(objective, start)), isWhole };
}

/** The minimum around a place, no farther than a distance, if there is one: where a run ended, far from where minima were looked for. */
export function minimumAround(objective: Objective, place: number, distance: number): StationaryPoint | undefined {
  const { gradient } = stationaryProblem(objective);
  const nearest = Number.EPSILON * Math.abs(place);
  for (let reach = distance; reach > nearest; reach /= 4) {
    const [low, high] = [place - reach, place + reach];
    if (!(gradient(low) < 0 && gradient(high) > 0)) continue;
    return foundIn(objective, low, high)?.stationary.find(({ kind }) => kind === 'minimum');
  }
  return undefined;
}

const NOTHING: Found = { stationary: [], stretches: [] };

/** What is found around a place, as far out as it takes to find a minimum; undefined where that is too much from the first. */
function foundAround(objective: Objective, place: number, reaches: readonly number[]): Found | undefined {
  let last: Found | undefined;
  for (const reach of reaches) {
    const found = searched(objective, place - reach, place + reach);
    // Farther out there are only more of them.
    if (!found) return last;
    last = found;
    if ([...found.stretches, ...found.stationary].some(({ kind }) => kind === 'minimum' || kind === 'constant')) break;
  }
  return last ?? NOTHING;
}

/** What is found around a start, in a window as narrow as it takes. */
function foundNear(objective: Objective, start: number): Found {
  for (let reach = REACHES[0]; reach > NARROWEST * Math.max(1, Math.abs(start)); reach /= 2) {
    // Windows on a grid are those of all the starts around.
    const place = reach * Math.round(start / reach);
    const wider = REACHES.filter((one) => one > reach);
    const found = foundAround(objective, place, [reach, ...wider]);
    if (found) return found;
  }
  return NOTHING;
}

/** The same function is asked for again and again, while its start is dragged. */
const searches = new WeakMap<Objective, Map<string, Found | undefined>>();

function searched(objective: Objective, low: number, high: number): Found | undefined {
  let known = searches.get(objective);
  if (!known) searches.set(objective, (known = new Map()));
  const range = `${low} ${high}`;
  if (!known.has(range)) known.set(range, foundIn(objective, low, high));
  return known.get(range);
}

/** What is found in a range; undefined where it is too much. */
function foundIn(objective: Objective, low: number, high: number): Found | undefined {
  const problem = stationaryProblem(objective);
  try {
    const stationary = findStationary(problem, low, high, { most: MOST_POINTS });
    return { stationary, stretches: flatStretches(problem, low, high) };
  } catch (error) {
    if (error instanceof TooManyPoints) return undefined;
    if (error instanceof RangeError) return NOTHING; // Finite nowhere in there.
    throw error;
  }
}

const blocks = new WeakMap<Objective, BlockFunction>();

function blockOf(objective: Objective): BlockFunction {
  let block = blocks.get(objective);
  if (!block) {
    const { value, gradient, variable } = objective;
    const domain = domainOf(value, variable) ?? numberNode(1);
    blocks.set(objective, (block = compileBlock([value, gradient, domain], [variable])));
  }
  return block;
}
