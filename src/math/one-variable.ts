import { compileBlock, compileInterval, compileScalar, type BlockFunction, type Objective } from '../formula';
import { flatStretches, type FlatStretch } from './flat-stretches';
import { findStationary, TooManyPoints, type StationaryPoint, type StationaryProblem } from './stationary';

/** A function of one variable, ready to be descended. */
export interface OneVariable {
  value: (w: number) => number;
  gradient: (w: number) => number;
  /** Value and gradient at many places at once. */
  functions: BlockFunction;
  /** The stationary points in [-reach, reach], from left to right; none where the function is not finite. */
  stationary: readonly StationaryPoint[];
  /** Where it is level all along, from left to right. */
  stretches: readonly FlatStretch[];
  reach: number;
}

/** The same function is asked for again and again, while its start is dragged. */
const known = new WeakMap<Objective, OneVariable>();
const REACHES = [10, 100, 1000, 1e4, 1e6, 1e7];
const MOST_POINTS = 500;

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

/** Compiles an objective and looks for its stationary points: around 0, as far out as it takes to hold a start and to find a minimum. */
export function oneVariable(objective: Objective, start: number): OneVariable {
  const last = known.get(objective);
  if (last && last.reach >= 2 * Math.abs(start)) return last;
  const problem = stationaryProblem(objective);
  const functions = compileBlock([objective.value, objective.gradient], [objective.variable]);
  let found: Pick<OneVariable, 'stationary' | 'stretches' | 'reach'> = { stationary: [], stretches: [], reach: 0 };
  for (const reach of REACHES.filter((reach) => reach >= 2 * Math.abs(start))) {
    try {
      const stationary = findStationary(problem, -reach, reach, { most: MOST_POINTS });
      found = { reach, stationary, stretches: flatStretches(problem, -reach, reach) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // Farther out there are only more of them.
      if (error instanceof TooManyPoints) break;
    }
    if ([...found.stretches, ...found.stationary].some(({ kind }) => kind === 'minimum' || kind === 'constant')) break;
  }
  const { value, gradient } = problem;
  const made = { value, gradient, functions, ...found };
  known.set(objective, made);
  return made;
}
