import { parseObjective, type Objective } from '../../formula';
import { sigmoid, sigmoidSlope } from '../../math/activations';
import { stationaryProblem } from '../../math/one-variable';
import { flatStretches, type FlatStretch } from '../../math/flat-stretches';
import { findStationary, TooManyPoints, type StationaryPoint } from '../../math/stationary';
import type { BoxConstraintParameters } from './parameters';

export interface BoxConstraintResult {
  /** The values that it was computed from. */
  parameters: BoxConstraintParameters;
  /** The iterates, from the start on; they end early where the function is not a number. */
  phi: number[];
  /** The weight at each of them, inside the box. */
  theta: number[];
  /** The slope of J over phi at each of them. */
  gradients: number[];
  /** The weights of descent in theta that is moved back to the nearest bound after each step, from the same start. */
  projected: number[];
  /** Where J is least in the box; null where it is flat or not a number. */
  optimum: number | null;
  /** Whether that is one of the bounds. */
  onBoundary: boolean;
  /** The largest rates that converge to the minimum that descent came nearest to, by theory; null where that is a bound or has no curvature. */
  limits: { phi: number; projection: number } | null;
}

/** Where J has a minimum in the box: inside, or at a bound towards which it falls. */
export interface BoxMinimum {
  theta: number;
  value: number;
  onBoundary: boolean;
  slope: number;
  /** Infinity at a kink, where the slope jumps. */
  curvature: number;
}

/** What J is like over the box, where it is no smooth function with a few minima. */
export interface BoxFacts {
  /** Where in the box it is a number. */
  isDefined: 'everywhere' | 'partly' | 'nowhere';
  /** Whether it has too many minima to name one. */
  hasTooMany: boolean;
  /** Where it is level all along. */
  stretches: readonly FlatStretch[];
}

export interface BoxConstraintProblem {
  parameters: BoxConstraintParameters;
  objective: Objective;
  value: (theta: number) => number;
  /** The slope of J; not a number where J is none. */
  gradient: (theta: number) => number;
  thetaOf: (phi: number) => number;
  /** d theta / d phi. */
  slopeOf: (phi: number) => number;
  /** The phi of a weight; infinite at a bound. */
  phiOf: (theta: number) => number;
  minima: readonly BoxMinimum[];
  facts: BoxFacts;
  /** The minimum of the box that descent came nearest to. */
  reached: BoxMinimum | null;
  /** The distance to it at each iterate; to a bound it keeps its digits where theta itself is rounded to the bound. */
  distances: number[];
  result: BoxConstraintResult;
}

/** Descends in phi, and beside it by projection. */
export function prepare(parameters: BoxConstraintParameters): BoxConstraintProblem {
  const { lower, upper, learningRate, start, iterations } = parameters;
  const width = upper - lower;
  const objective = parseObjective(parameters.objective);
  const problem = stationaryProblem(objective);
  const { value } = problem;
  // Where J is no number it has no slope, whatever the formula of that gives.
  const gradient = (theta: number) => (Number.isNaN(value(theta)) ? NaN : problem.gradient(theta));
  // From the nearer bound, so that no digits are lost there.
  const thetaOf = (phi: number) => (phi < 0 ? lower + width * sigmoid(phi) : upper - width * sigmoid(-phi));
  const slopeOf = (phi: number) => width * sigmoidSlope(phi);
  const phiOf = (theta: number) => Math.log((theta - lower) / (upper - theta));

  const phi = [start];
  const theta = [thetaOf(start)];
  const gradients = [gradient(theta[0]) * slopeOf(start)];
  for (let k = 0; k < iterations && Number.isFinite(gradients[k]); k++) {
    phi.push(phi[k] - learningRate * gradients[k]);
    theta.push(thetaOf(phi[k + 1]));
    gradients.push(gradient(theta[k + 1]) * slopeOf(phi[k + 1]));
  }
  const projected = [theta[0]];
  for (let k = 0; k < iterations; k++) {
    const next = projected[k] - learningRate * gradient(projected[k]);
    if (Number.isNaN(next)) break;
    projected.push(Math.max(lower, Math.min(upper, next)));
  }

  const { minima, facts } = overBox(problem, lower, upper);
  const optimum = minima.reduce<BoxMinimum | null>((best, one) => (best && best.value <= one.value ? best : one), null);
  const end = theta[theta.length - 1];
  const apart = ({ theta }: BoxMinimum) => Math.abs(theta - end);
  const reached = minima.reduce<BoxMinimum | null>(
    (best, one) => (best && apart(best) <= apart(one) ? best : one),
    null,
  );
  const distanceTo = (place: number) =>
    phi.map((at, k) =>
      place === upper ? width * sigmoid(-at) : place === lower ? width * sigmoid(at) : Math.abs(theta[k] - place),
    );
  return {
    parameters,
    objective,
    value,
    gradient,
    thetaOf,
    slopeOf,
    phiOf,
    minima,
    facts,
    reached,
    distances: reached ? distanceTo(reached.theta) : [],
    result: {
      parameters,
      phi,
      theta,
      gradients,
      projected,
      optimum: optimum?.theta ?? null,
      onBoundary: optimum?.onBoundary ?? false,
      limits: limitsOf(reached, slopeOf, phiOf),
    },
  };
}

/** Places at which it is asked whether J is a number. */
const SAMPLES = 512;

/** The minima of J over a closed interval, from left to right, and what else it is like there. */
function overBox(
  problem: ReturnType<typeof stationaryProblem>,
  lower: number,
  upper: number,
): { minima: BoxMinimum[]; facts: BoxFacts } {
  const { value } = problem;
  const places = Array.from({ length: SAMPLES + 1 }, (_, i) => lower + ((upper - lower) * i) / SAMPLES);
  const numbers = places.filter((theta) => Number.isFinite(value(theta))).length;
  const facts: BoxFacts = {
    isDefined: numbers === 0 ? 'nowhere' : numbers < places.length ? 'partly' : 'everywhere',
    hasTooMany: false,
    stretches: flatStretches(problem, lower, upper),
  };
  try {
    return { minima: minimaAmong(findStationary(problem, lower, upper), problem, lower, upper), facts };
  } catch (error) {
    if (error instanceof TooManyPoints) return { minima: [], facts: { ...facts, hasTooMany: true } };
    if (error instanceof RangeError) return { minima: [], facts };
    throw error;
  }
}

function minimaAmong(
  stationary: readonly StationaryPoint[],
  { value, gradient, curvature }: ReturnType<typeof stationaryProblem>,
  lower: number,
  upper: number,
): BoxMinimum[] {
  const nothing = 1e-9 * (upper - lower);
  const inside = stationary.filter(
    ({ theta, kind }) => kind === 'minimum' && theta - lower > nothing && upper - theta > nothing,
  );
  // At a bound J has to rise into the box. Where it is level there, as a parabola with its minimum on the bound is, a step tells.
  const onEdge = (bound: number, inward: number): BoxMinimum[] => {
    const beside = [1e-9, 1e-6].map((share) => gradient(bound + share * inward));
    // At a kink on the bound the slope is that of the box's side.
    const isKink = Math.abs(beside[0]) > Math.abs(beside[1]) / 2 && gradient(bound) !== beside[0];
    const [slope, bend] = [isKink ? beside[0] : gradient(bound), curvature(bound)];
    const isLevel = Math.abs(slope) <= nothing * Math.abs(bend);
    const rises = isLevel ? value(bound + 1e-3 * inward) - value(bound) : slope * inward;
    if (!Number.isFinite(value(bound)) || !(rises > 0)) return [];
    return [{ theta: bound, value: value(bound), onBoundary: true, slope: isLevel ? 0 : slope, curvature: bend }];
  };
  return [
    ...onEdge(lower, upper - lower),
    ...inside.map(({ theta, value, curvature }) => ({ theta, value, onBoundary: false, slope: 0, curvature })),
    ...onEdge(upper, lower - upper),
  ];
}

/**
 * The distance to a bound after many steps, by theory. Close to it the distance d shrinks by rate |J'| d^2 in a step; if J' is 0 there,
 * by rate J'' d^3. Undefined where neither is a positive number.
 */
export function edgeLaw({ parameters, reached }: BoxConstraintProblem): ((k: number) => number) | undefined {
  if (!reached?.onBoundary) return undefined;
  const { learningRate } = parameters;
  if (reached.slope !== 0) return (k) => 1 / (learningRate * Math.abs(reached.slope) * k);
  return reached.curvature > 0 ? (k) => 1 / Math.sqrt(2 * learningRate * reached.curvature * k) : undefined;
}

/** The exponent p of distance ~ k^p, measured over the last half of the steps. */
export function measuredExponent({ distances }: BoxConstraintProblem): number {
  const last = distances.length - 1;
  const middle = Math.floor(last / 2);
  return Math.log(distances[last] / distances[middle]) / Math.log(last / middle);
}

/** A step multiplies a small distance by 1 - rate * curvature: in phi, that of J seen from there. */
function limitsOf(
  reached: BoxMinimum | null,
  slopeOf: BoxConstraintProblem['slopeOf'],
  phiOf: BoxConstraintProblem['phiOf'],
): BoxConstraintResult['limits'] {
  if (!reached || reached.onBoundary || !(reached.curvature > 0 && reached.curvature < Infinity)) return null;
  const slope = slopeOf(phiOf(reached.theta));
  return { phi: 2 / (reached.curvature * slope * slope), projection: 2 / reached.curvature };
}

/** By what factor a step in phi multiplies a small distance to a minimum inside the box, and one by projection. */
export function factorsAt(
  problem: BoxConstraintProblem,
  rate: number,
): { phi: number; projection: number } | undefined {
  const { reached, slopeOf, phiOf } = problem;
  if (!reached || reached.onBoundary || !(reached.curvature > 0 && reached.curvature < Infinity)) return undefined;
  const slope = slopeOf(phiOf(reached.theta));
  return { phi: 1 - rate * reached.curvature * slope * slope, projection: 1 - rate * reached.curvature };
}
